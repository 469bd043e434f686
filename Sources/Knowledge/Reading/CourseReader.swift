/// Reads the document of kind `course`.
struct CourseReader {
  private let library: Library
  private let record: Object

  private static let keys: Set<String> = Library.recordKeys.union([
    "response", "sustainedRemission", "relapse", "plateau", "earlyImprovement",
  ])

  /// Checks the keys of a document.
  ///
  /// - Parameters:
  ///   - root: the whole document.
  ///   - library: the sources that may be cited.
  /// - Throws: an error at the first unknown key.
  init(_ root: Field, library: Library) throws(KnowledgeError) {
    self.library = library
    record = try root.object(keys: CourseReader.keys)
  }

  /// Reads the document.
  ///
  /// - Parameter instruments: the instruments that a definition may name.
  /// - Returns: the definitions.
  /// - Throws: an error that names the field.
  func definitions(
    naming instruments: Set<InstrumentID>
  ) throws(KnowledgeError) -> CourseDefinitions {
    let response = try group(record.required("response"), keys: ["fraction", "partialFraction"])
    let remission = try group(
      record.required("sustainedRemission"), keys: ["weeks", "recoveryMonths"])
    return CourseDefinitions(
      response: try response.required("fraction").fraction(),
      partialResponse: try response.required("partialFraction").fraction(),
      sustainedRemissionWeeks: try remission.required("weeks").integer(in: 1...520),
      recoveryMonths: try remission.required("recoveryMonths").integer(in: 1...120),
      relapse: try relapse(instruments), plateau: try plateau(instruments),
      earlyImprovement: try earlyImprovement(), provenance: try library.provenance(of: record),
      responseEvidence: try library.evidence(of: response),
      remissionEvidence: try library.evidence(of: remission))
  }

  private func relapse(
    _ instruments: Set<InstrumentID>
  ) throws(KnowledgeError) -> [InstrumentID: RelapseDefinition] {
    var definitions: [InstrumentID: RelapseDefinition] = [:]
    let keys: Set<String> = [
      "instrument", "atLeast", "aboveRemissionLevelBy", "consecutiveRatings", "houseRule",
    ]
    for field in try record.required("relapse").list() {
      let object = try group(field, keys: keys)
      let id = try instrument(object, among: instruments)
      let definition = RelapseDefinition(
        atLeast: try object.required("atLeast").number(),
        aboveRemissionLevelBy: try object.optional("aboveRemissionLevelBy")?.number(),
        consecutiveRatings: try object.required("consecutiveRatings").integer(in: 1...100),
        isHouseRule: try object.required("houseRule").flag(),
        evidence: try library.evidence(of: object))
      guard definitions.updateValue(definition, forKey: id) == nil else {
        throw field.failure(.duplicate(id.rawValue))
      }
    }
    return definitions
  }

  private func plateau(_ instruments: Set<InstrumentID>) throws(KnowledgeError) -> PlateauDefinition
  {
    let object = try group(
      record.required("plateau"),
      keys: [
        "instrument", "projectionDays", "changeBelow", "probabilityAtLeast", "weeksAboveRemission",
        "weeksOfTreatment", "houseRule",
      ])
    return PlateauDefinition(
      instrument: try instrument(object, among: instruments),
      projectionDays: try object.required("projectionDays").integer(in: 1...3660),
      changeBelow: try object.required("changeBelow").number(),
      probabilityAtLeast: try object.required("probabilityAtLeast").fraction(),
      weeksAboveRemission: try object.required("weeksAboveRemission").integer(in: 1...520),
      weeksOfTreatment: try object.required("weeksOfTreatment").integer(in: 1...520),
      isHouseRule: try object.required("houseRule").flag(),
      evidence: try library.evidence(of: object))
  }

  private func earlyImprovement() throws(KnowledgeError) -> EarlyImprovementDefinition {
    let object = try group(
      record.required("earlyImprovement"), keys: ["drop", "byWeek", "sensitivity", "specificity"])
    return EarlyImprovementDefinition(
      drop: try object.required("drop").fraction(),
      byWeek: try object.required("byWeek").integer(in: 1...520),
      sensitivity: try object.required("sensitivity").fraction(),
      specificity: try object.required("specificity").fraction(),
      evidence: try library.evidence(of: object))
  }

  private func group(_ field: Field, keys: Set<String>) throws(KnowledgeError) -> Object {
    try field.object(keys: keys.union(Library.evidenceKeys))
  }

  private func instrument(
    _ object: Object, among instruments: Set<InstrumentID>
  ) throws(KnowledgeError) -> InstrumentID {
    let field = try object.required("instrument")
    let id = InstrumentID(rawValue: try field.text())
    guard instruments.contains(id) else { throw field.failure(.unknownInstrument(id)) }
    return id
  }
}
