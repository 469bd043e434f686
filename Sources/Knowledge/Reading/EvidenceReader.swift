/// Reads the documents of kind `treatmentEffects` and `memoryDeficits`.
struct EvidenceReader {
  let library: Library
  private let record: Object

  private static let keys: Set<String> = Library.recordKeys.union(["effects", "deficits"])
  private static let sharedKeys: Set<String> = Library.evidenceKeys.union([
    "id", "comparison", "metric", "estimate", "interval", "reported", "studies", "participants",
    "check",
  ])
  private static let effectKeys: Set<String> = sharedKeys.union([
    "treatment", "trials", "domain", "outcome", "measure", "design", "people", "population",
    "timepoint", "pValue", "bearing", "alongside",
  ])
  private static let deficitKeys: Set<String> = sharedKeys.union(["construct", "task"])

  /// Checks the keys of a document.
  ///
  /// - Parameters:
  ///   - root: the whole document.
  ///   - library: the sources that may be cited.
  /// - Throws: an error at the first unknown key.
  init(_ root: Field, library: Library) throws(KnowledgeError) {
    self.library = library
    record = try root.object(keys: EvidenceReader.keys)
  }

  /// Where the table comes from.
  ///
  /// - Throws: an error that names the field.
  func provenance() throws(KnowledgeError) -> Provenance { try library.provenance(of: record) }

  /// Reads the effects of treatments.
  ///
  /// - Returns: the effects in the order of the document.
  /// - Throws: an error that names the row and the field.
  func effects() throws(KnowledgeError) -> [TreatmentEffect] {
    var effects: [TreatmentEffect] = []
    for (row, id) in try rows("effects") {
      effects.append(try effect(row.object(keys: EvidenceReader.effectKeys), id))
    }
    return effects
  }

  /// Reads the differences in depression.
  ///
  /// - Returns: the differences in the order of the document.
  /// - Throws: an error that names the row and the field.
  func deficits() throws(KnowledgeError) -> [MemoryDeficit] {
    _ = try provenance()
    var deficits: [MemoryDeficit] = []
    for (row, id) in try rows("deficits") {
      deficits.append(try deficit(row.object(keys: EvidenceReader.deficitKeys), id))
    }
    return deficits
  }

  /// The rows of a list, each called by its identifier.
  private func rows(_ key: String) throws(KnowledgeError) -> [(Field, EvidenceID)] {
    var rows: [(Field, EvidenceID)] = []
    var seen: Set<EvidenceID> = []
    let list = try record.required(key)
    for field in try list.list() {
      let row = field.named(by: "id")
      guard let name = row.record, name != record.place.record else {
        throw field.place("id", field.node).failure(.missing)
      }
      let id = EvidenceID(rawValue: name)
      guard seen.insert(id).inserted else { throw row.failure(.duplicate(name)) }
      rows.append((row, id))
    }
    guard !rows.isEmpty else { throw list.failure(.missing) }
    return rows
  }

  private func effect(
    _ row: Object, _ id: EvidenceID
  ) throws(KnowledgeError) -> TreatmentEffect {
    let metric: EffectMetric = try row.required("metric").choice()
    let effect = try reported(row, as: metric)
    return TreatmentEffect(
      id: id, treatment: try row.required("treatment").text(),
      trials: try row.required("trials").text(), effect: effect,
      measure: try row.required("measure").text(),
      comparison: try row.required("comparison").text(),
      design: try row.required("design").choice(), people: try row.required("people").choice(),
      population: try row.required("population").text(),
      timepoint: try row.optionalText("timepoint"), metric: metric,
      reported: try row.optionalText("reported"), studies: try count("studies", in: row),
      participants: try count("participants", in: row),
      bearing: try row.optional("bearing")?.choice(), evidence: try library.evidence(of: row),
      check: try check(row), alongside: try alongside(row, as: metric))
  }

  private func deficit(_ row: Object, _ id: EvidenceID) throws(KnowledgeError) -> MemoryDeficit {
    let metric: EffectMetric = try row.required("metric").choice()
    let (estimate, interval) = try numbers(row, as: metric)
    return MemoryDeficit(
      id: id, construct: try row.required("construct").text(),
      task: try row.required("task").text(), comparison: try row.required("comparison").text(),
      metric: metric, estimate: estimate, interval: interval,
      reported: try row.optionalText("reported"), studies: try count("studies", in: row),
      participants: try count("participants", in: row), evidence: try library.evidence(of: row),
      check: try check(row))
  }
}
