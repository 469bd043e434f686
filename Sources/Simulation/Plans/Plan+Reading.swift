public import Knowledge

extension Plan {
  /// The keys of a plan.
  private static let keys: Set<String> = CourseReader.keys.union([
    "plan", "title", "days", "start", "cohort", "formEvery",
  ])

  /// The longest text that is read: a plan is a page, not a data file.
  static let greatestLength = 1 << 18

  /// Reads a plan.
  ///
  /// - Parameters:
  ///   - document: the YAML text and the name by which errors call it.
  ///   - treatments: the treatments that the model knows.
  /// - Throws: an error that names the file, the line, the field and the cure.
  public init(
    _ document: KnowledgeDocument, treatments: [Treatment]
  ) throws(KnowledgeError) {
    let root = try document.readable()
    let object = try root.object(keys: Plan.keys)
    let calendar = try PlanCalendar(object)
    self.init(
      id: try object.required("plan").identifier(), title: try object.required("title").line(),
      days: calendar.days, start: calendar.start,
      cohort: try PlanCohort(object.optional("cohort")),
      course: try CourseReader(calendar: calendar, treatments: treatments).course(object),
      formEvery: try calendar.formEvery(object))
  }
}

extension KnowledgeDocument {
  /// Parses a plan or a design.
  ///
  /// - Returns: the whole document.
  /// - Throws: an error when the text is too long or no YAML.
  func readable() throws(KnowledgeError) -> Field {
    guard text.utf8.count <= Plan.greatestLength else {
      let short = KnowledgeDocument(name: name, text: "a longer text")
      throw try short.parsed().failure(
        expected: "a plan of at most \(Plan.greatestLength) bytes")
    }
    return try parsed()
  }
}

extension PlanCohort {
  /// Reads who is included.
  ///
  /// - Parameter field: the group, if there is one.
  /// - Throws: an error that names the field.
  init(_ field: Field?) throws(KnowledgeError) {
    let object = try field?.object(keys: ["leastTotal"])
    self.init(
      leastTotal: try object?.optional("leastTotal")?.integer(in: 0...27)
        ?? PlanCohort.usualLeastTotal)
  }
}
