/// Reads one document of kind `instrument`.
///
/// Every group of facts is read through ``group(_:keys:)``, so none enters without its evidence.
struct InstrumentReader {
  let library: Library
  private let record: Object
  private var evidence: [FactGroup: Evidence] = [:]

  private static let keys: Set<String> = Library.recordKeys
    .union(["id", "version", "name", "abbreviation", "rater", "form"])
    .union(FactGroup.allCases.map(\.rawValue))

  /// Checks the keys of a document.
  ///
  /// - Parameters:
  ///   - root: the whole document.
  ///   - library: the sources that may be cited.
  /// - Throws: an error at the first unknown key.
  init(_ root: Field, library: Library) throws(KnowledgeError) {
    self.library = library
    record = try root.object(keys: InstrumentReader.keys)
  }

  /// Reads the document.
  ///
  /// - Returns: the instrument, checked as a whole.
  /// - Throws: an error that names record and field.
  mutating func instrument() throws(KnowledgeError) -> Instrument {
    let wording = try wording()
    let codes = try codes()
    let scoring = try scoring(of: wording)
    let response = try response()
    let schedule = try schedule()
    let thresholds = try caseThresholds()
    let instrument = Instrument(
      id: InstrumentID(rawValue: try record.required("id").text()),
      version: try record.required("version").text(), name: try record.required("name").text(),
      abbreviation: try record.required("abbreviation").text(),
      rater: try record.required("rater").choice(), licence: try licence(),
      kind: wording == nil ? .scoreOnly : .items, language: wording?.language,
      stem: wording?.stem, items: wording?.items ?? [], options: wording?.options ?? [],
      followUp: wording?.followUp, panelCode: codes.panel, totalCode: codes.total,
      range: scoring.range, direction: scoring.direction, step: scoring.step,
      scoring: scoring.scoring, criterion: try criterion(), bands: try bands(scoring.direction),
      remission: try threshold(.remission), response: response.full,
      partialResponse: response.partial, caseThreshold: thresholds.all,
      groupThresholds: thresholds.groups,
      minimalImportantDifference: try minimalImportantDifference(),
      reliableChange: try reliableChange(), recallDays: schedule.recall,
      intervalDays: schedule.interval, safetyItems: try safetyItems(),
      provenance: try library.provenance(of: record, evidence: evidence))
    try InstrumentCheck(instrument: instrument, record: record).run()
    return instrument
  }

  /// Reads a group of facts and remembers its evidence.
  ///
  /// - Parameters:
  ///   - group: the group.
  ///   - keys: the keys of its own facts.
  /// - Returns: the group's values, or nil when the record does not have it.
  /// - Throws: an error at an unknown key or when the evidence does not suffice.
  mutating func group(
    _ group: FactGroup, keys: Set<String>
  ) throws(KnowledgeError) -> Object? {
    guard let field = record.optional(group.rawValue) else { return nil }
    let object = try field.object(keys: keys.union(Library.evidenceKeys))
    evidence[group] = try library.evidence(of: object)
    return object
  }

  /// Reads a group of facts that every record must have.
  ///
  /// - Parameters:
  ///   - group: the group.
  ///   - keys: the keys of its own facts.
  /// - Returns: the group's values.
  /// - Throws: an error when the record does not have it, and as ``group(_:keys:)``.
  mutating func requiredGroup(
    _ group: FactGroup, keys: Set<String>
  ) throws(KnowledgeError) -> Object {
    guard let object = try self.group(group, keys: keys) else {
      throw record.place.place(group.rawValue, record.place.node).failure(.missing)
    }
    return object
  }

  /// Whether the items ship, as the key `form` says.
  ///
  /// - Returns: the kind.
  /// - Throws: an error when the key is absent or says something else.
  func form() throws(KnowledgeError) -> Instrument.Kind {
    try record.required("form").choice()
  }

  /// Refuses wording where only totals are kept.
  ///
  /// - Throws: an error when the record has the group of wording.
  func refuseWording() throws(KnowledgeError) {
    guard let field = record.optional(FactGroup.wording.rawValue) else { return }
    throw field.failure(.inconsistent("an instrument of form scoreOnly has no wording"))
  }

  /// The address of the code system that the codes of this record belong to.
  ///
  /// - Returns: the address, or nil when the record has no codes.
  /// - Throws: an error when the group of codes is not what the layout asks for.
  func codeSystem() throws(KnowledgeError) -> String? {
    guard let codes = record.optional(FactGroup.codes.rawValue) else { return nil }
    return try codes.object(keys: Library.evidenceKeys.union(["system", "panel", "total"]))
      .required("system").text()
  }
}
