public import Knowledge

extension Design {
  private static let keys: Set<String> = [
    "design", "kind", "title", "cohort", "trials", "alpha", "start",
  ]

  /// Reads a design.
  ///
  /// - Parameters:
  ///   - document: the YAML text and the name by which errors call it.
  ///   - treatments: the treatments that the model knows.
  /// - Throws: an error that names the file, the line, the field and the cure.
  public init(_ document: KnowledgeDocument, treatments: [Treatment]) throws(KnowledgeError) {
    let root = try document.readable()
    let word = try DesignReader.kind(of: root)
    let object = try root.object(keys: Design.keys.union(DesignReader.keys(of: word)))
    let reader = DesignReader(object: object, treatments: treatments)
    kind = try reader.kind(word)
    id = try object.required("design").identifier()
    title = try object.required("title").line()
    cohort = try PlanCohort(object.optional("cohort"))
    trials = try object.optional("trials")?.integer(in: Design.trialLimits) ?? 400
    alpha = try object.optional("alpha")?.amount(in: 0.001...0.2, "an error") ?? 0.05
  }
}

/// Reads the parts of a design that its kind has.
struct DesignReader {
  let object: Object
  let treatments: [Treatment]

  /// Reads the kind before anything else: the other keys depend on it.
  ///
  /// - Parameter root: the whole document.
  /// - Returns: the word of the kind.
  /// - Throws: an error when there is none.
  static func kind(of root: Field) throws(KnowledgeError) -> Design.KindWord {
    guard let members = root.members else { throw root.failure(expected: "keys with values") }
    for (key, value) in members where try key.text() == "kind" { return try value.choice() }
    let words = Design.KindWord.allCases.map(\.rawValue).joined(separator: ", ")
    throw root.failure(.inconsistent("the key 'kind' is missing; write kind: and one of \(words)"))
  }

  /// The keys that a kind has beside those of every design.
  static func keys(of kind: Design.KindWord) -> Set<String> {
    switch kind {
    case .parallel: CourseReader.keys.union(["arms", "people", "outcomeDay"])
    case .smart: ["first", "second", "keepsFirst", "people", "decisionDay", "outcomeDay"]
    case .multipleBaseline: ["input", "people", "days", "starts", "noise"]
    case .randomisedTiming:
      CourseReader.keys.union(["practice", "startDays", "people", "outcomeDay"])
    case .crossover: ["input", "block", "pairs", "noise"]
    }
  }

  /// Reads what a kind has.
  ///
  /// - Parameter word: the kind.
  /// - Returns: its parts.
  /// - Throws: an error that names the field.
  func kind(_ word: Design.KindWord) throws(KnowledgeError) -> Design.Kind {
    switch word {
    case .parallel: .parallel(try parallel())
    case .smart: .smart(try smart())
    case .multipleBaseline: .multipleBaseline(try multipleBaseline())
    case .randomisedTiming: .randomisedTiming(try timing())
    case .crossover: .crossover(try crossover())
    }
  }

  func reader(until key: String) throws(KnowledgeError) -> CourseReader {
    CourseReader(calendar: try PlanCalendar(object, until: key), treatments: treatments)
  }

  private func parallel() throws(KnowledgeError) -> ParallelDesign {
    let reader = try reader(until: "outcomeDay")
    let arms = try arms(object.required("arms"), reader, beside: reader.course(object))
    return ParallelDesign(
      arms: arms, people: try people(for: arms.count), outcomeDay: reader.calendar.last)
  }

  /// Reads arms: each has a name and what happens beside what happens to all.
  func arms(
    _ field: Field, _ reader: CourseReader, beside common: PlannedCourse
  ) throws(KnowledgeError) -> [ParallelDesign.Arm] {
    var arms: [ParallelDesign.Arm] = []
    for element in try field.list() {
      let group = try element.object(keys: CourseReader.keys.union(["name"]))
      let name = try group.required("name").line()
      guard !arms.contains(where: { $0.name == name }) else {
        throw element.failure(.duplicate(name))
      }
      arms.append(ParallelDesign.Arm(name, common.joined(with: try reader.course(group))))
    }
    guard (2...8).contains(arms.count) else { throw field.failure(expected: "2 to 8 arms") }
    return arms
  }

  /// Reads how many people each of some arms has.
  func people(for arms: Int) throws(KnowledgeError) -> Int {
    try object.required("people").integer(in: 2...Design.peopleLimits.upperBound / arms)
  }

  private func timing() throws(KnowledgeError) -> ParallelDesign {
    let reader = try reader(until: "outcomeDay")
    let common = try reader.course(object)
    let practice = try object.required("practice").object(keys: ["treatment", "dose", "days"])
    let treatment = try reader.named(practice.required("treatment"))
    let dose = try reader.dose(practice.optional("dose"), of: treatment)
    let length = try practice.required("days").integer(in: 1...reader.calendar.days)
    var arms: [ParallelDesign.Arm] = []
    let starts = try object.required("startDays")
    for element in try starts.list() {
      let start = try reader.calendar.day(element)
      guard start + length <= reader.calendar.days else {
        throw element.failure(
          expected: "a day from which \(length) days are left before the outcome")
      }
      let given = PlannedTreatment(
        treatment.id, days: Array(start..<start + length), dose: dose)
      arms.append(ParallelDesign.Arm("from day \(start)", common.adding([given])))
    }
    guard (2...12).contains(arms.count) else { throw starts.failure(expected: "2 to 12 days") }
    return ParallelDesign(
      arms: arms, people: try people(for: arms.count), outcomeDay: reader.calendar.last)
  }
}
