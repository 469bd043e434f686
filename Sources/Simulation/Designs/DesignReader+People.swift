import Knowledge

/// Reads designs of single people, and those that assign twice.
extension DesignReader {
  func crossover() throws(KnowledgeError) -> CrossoverDesign {
    let block = try object.required("block").integer(in: 2...90)
    let pairs = try object.required("pairs").integer(in: 2...60)
    guard 2 * block * pairs <= Plan.dayLimits.upperBound else {
      throw try object.required("pairs").failure(
        expected: "blocks of at most \(Plan.dayLimits.upperBound) days together")
    }
    return CrossoverDesign(input: try input(), block: block, pairs: pairs, noise: try noise())
  }

  func multipleBaseline() throws(KnowledgeError) -> MultipleBaselineDesign {
    let calendar = try PlanCalendar(object)
    let starts = try object.required("starts").wholeRange(in: 3...max(3, calendar.last - 3))
    guard starts.count > 1 else {
      throw try object.required("starts").failure(expected: "two different days")
    }
    return MultipleBaselineDesign(
      input: try input(), people: try object.required("people").integer(in: 1...200),
      days: calendar.days, starts: starts, noise: try noise())
  }

  private func noise() throws(KnowledgeError) -> Double {
    try object.optional("noise")?.amount(in: 0...2, "a standard deviation in units of mood") ?? 0.25
  }

  private func input() throws(KnowledgeError) -> DesignInput {
    let field = try object.required("input")
    let group = try field.object(keys: ["treatment", "dose", "visit"])
    if let visit = group.optional("visit") {
      guard group.optional("treatment") == nil, group.optional("dose") == nil else {
        throw field.failure(expected: "either 'treatment' with its 'dose', or 'visit'")
      }
      return .visit(
        weight: try visit.positiveAmount(
          upTo: PlannedVisit.greatestWeight, "a weight as a multiple of an ordinary visit,"))
    }
    // A treatment of one person has no other days than its blocks.
    let reader = CourseReader(calendar: PlanCalendar(days: 1), treatments: treatments)
    let treatment = try reader.named(group.required("treatment"))
    return .treatment(treatment.id, dose: try reader.dose(group.optional("dose"), of: treatment))
  }

  func smart() throws(KnowledgeError) -> SmartDesign {
    let reader = try reader(until: "outcomeDay")
    let decision = try reader.calendar.day(object.required("decisionDay"))
    guard (1..<reader.calendar.last).contains(decision) else {
      throw try object.required("decisionDay").failure(
        expected: "a day after day 0 and before the outcome")
    }
    let second = try arms(object.required("second"), reader, beside: PlannedCourse())
    for arm in second {
      for treatment in arm.course.treatments where treatment.days.contains(where: { $0 < decision })
      {
        throw try object.required("second").failure(
          .inconsistent("'\(arm.name)' begins before day \(decision), the day of decision"))
      }
    }
    return SmartDesign(
      first: try arms(object.required("first"), reader, beside: PlannedCourse()), second: second,
      keepsFirst: try object.optional("keepsFirst")?.flag() ?? false,
      people: try object.required("people").integer(in: 20...Design.peopleLimits.upperBound),
      decisionDay: decision, outcomeDay: reader.calendar.last)
  }
}
