import Knowledge

/// Reads what happens by the day: the part that plans and the arms of designs share.
struct CourseReader {
  let calendar: PlanCalendar
  /// The treatments that the model knows.
  let treatments: [Treatment]

  /// The keys of a course.
  static let keys: Set<String> = ["treatments", "visits", "events", "circumstances", "adherence"]

  /// Reads a course.
  ///
  /// - Parameter object: the group that has it.
  /// - Returns: the course.
  /// - Throws: an error that names the field.
  func course(_ object: Object) throws(KnowledgeError) -> PlannedCourse {
    PlannedCourse(
      treatments: try elements(object.optional("treatments"), treatment),
      visits: try elements(object.optional("visits"), visit),
      events: try elements(object.optional("events"), event),
      circumstances: try elements(object.optional("circumstances"), stretch),
      adherence: try object.optional("adherence")?.amount(in: 0...1, "a chance"))
  }

  /// The most entries of one kind.
  private static let most = 200

  private func elements<Element>(
    _ field: Field?, _ read: (Field) throws(KnowledgeError) -> Element
  ) throws(KnowledgeError) -> [Element] {
    guard let field else { return [] }
    let places = try field.list()
    guard places.count <= CourseReader.most else {
      throw field.failure(expected: "at most \(CourseReader.most) entries")
    }
    var elements: [Element] = []
    for place in places { elements.append(try read(place)) }
    return elements
  }

  /// Reads a treatment and its days.
  ///
  /// - Parameter field: the group.
  /// - Returns: the treatment.
  /// - Throws: an error that names the field.
  func treatment(_ field: Field) throws(KnowledgeError) -> PlannedTreatment {
    let object = try field.object(keys: PlanCalendar.keys.union(["treatment", "dose"]))
    let treatment = try named(object.required("treatment"))
    return PlannedTreatment(
      treatment.id, days: try calendar.days(of: object),
      dose: try dose(object.optional("dose"), of: treatment))
  }

  /// Reads the name of a treatment.
  ///
  /// - Parameter field: the name.
  /// - Returns: a treatment that the model knows.
  /// - Throws: an error that lists what it knows.
  func named(_ field: Field) throws(KnowledgeError) -> Treatment {
    let name = try field.text()
    guard let treatment = treatments.first(where: { $0.id == name }) else {
      throw field.failure(
        expected: "one of \(treatments.map(\.id).sorted().joined(separator: ", "))")
    }
    return treatment
  }

  /// Reads a dose.
  ///
  /// - Parameters:
  ///   - field: the dose, if there is one.
  ///   - treatment: what it is a dose of.
  /// - Returns: the dose against the usual one; 1 without.
  /// - Throws: an error that says what would be right.
  func dose(_ field: Field?, of treatment: Treatment) throws(KnowledgeError) -> Double {
    try field?.positiveAmount(
      upTo: treatment.greatestDose, "a dose of \(treatment.id) as a multiple of the usual one,")
      ?? 1
  }

  private func visit(_ field: Field) throws(KnowledgeError) -> PlannedVisit {
    let object = try field.object(keys: PlanCalendar.keys.union(["weight"]))
    let weight = try object.optional("weight")?.positiveAmount(
      upTo: PlannedVisit.greatestWeight, "a weight as a multiple of an ordinary visit,")
    return PlannedVisit(days: try calendar.days(of: object), weight: weight ?? 1)
  }

  private func event(_ field: Field) throws(KnowledgeError) -> PlannedEvent {
    let object = try field.object(keys: ["day", "size"])
    return PlannedEvent(
      day: try calendar.day(object.required("day")),
      size: try object.required("size").positiveAmount(
        upTo: PlannedEvent.greatestSize, "a size in average events,"))
  }

  private func stretch(_ field: Field) throws(KnowledgeError) -> PlannedCircumstances {
    let object = try field.object(keys: PlanCalendar.keys.union(["shift"]))
    let most = PlannedCircumstances.greatestShift
    return PlannedCircumstances(
      days: try calendar.days(of: object),
      shift: try object.required("shift").amount(in: -most...most, "a shift"))
  }
}
