/// Reads the document of kind `stagingMethods`.
struct StagingReader {
  let library: Library
  let medicines: MedicineCatalogue
  let treatments: Set<TreatmentID>
  let record: Object

  private static let keys: Set<String> = Library.recordKeys.union([
    "counting", "athf", "thaseRush", "maudsley", "mgh", "resistance", "checklist",
  ])

  /// Checks the keys of a document.
  ///
  /// - Parameters:
  ///   - root: the whole document.
  ///   - library: the sources that may be cited.
  ///   - medicines: the vocabulary that may be named.
  ///   - treatments: the treatments that may be named.
  /// - Throws: an error at the first unknown key.
  init(
    _ root: Field, library: Library, medicines: MedicineCatalogue, treatments: Set<TreatmentID>
  ) throws(KnowledgeError) {
    self.library = library
    self.medicines = medicines
    self.treatments = treatments
    record = try root.object(keys: StagingReader.keys)
  }

  /// Reads the document.
  ///
  /// - Returns: the definitions.
  /// - Throws: an error that names the field.
  func definitions() throws(KnowledgeError) -> StagingDefinitions {
    StagingDefinitions(
      counting: try counting(), trialRating: try trialRating(), thaseRush: try thaseRush(),
      maudsley: try maudsley(), massachusetts: try massachusetts(), resistance: try resistance(),
      checklist: try checklist(), provenance: try library.provenance(of: record))
  }

  /// Reads a group of facts.
  ///
  /// - Parameters:
  ///   - key: the key of the group.
  ///   - keys: the keys that the group may have.
  /// - Returns: the group.
  /// - Throws: an error at the first unknown key.
  func group(_ key: String, keys: Set<String>) throws(KnowledgeError) -> Object {
    try record.required(key).object(keys: keys.union(Library.evidenceKeys))
  }

  /// Reads the weeks that make a trial adequate.
  ///
  /// - Parameter object: the group of facts.
  /// - Returns: the weeks, a range where forms differ.
  /// - Throws: an error when they are missing.
  func weeks(_ object: Object) throws(KnowledgeError) -> ClosedRange<Double> {
    try object.required("weeks").span(in: 0.1...520)
  }

  private func counting() throws(KnowledgeError) -> StagingDefinitions.Counting {
    let object = try group(
      "counting", keys: ["flag", "excludedClasses", "failures", "adherence"])
    var failures: Set<StagingDefinitions.Response> = []
    for field in try object.required("failures").list() { failures.insert(try field.choice()) }
    let excluded: [MedicineClassID] =
      try object.optional("excludedClasses")?.listOfKnown(as: "class in the vocabulary") {
        medicines.vocabulary.classes[$0] != nil
      } ?? []
    return StagingDefinitions.Counting(
      flag: try object.required("flag")
        .known(as: "flag in the vocabulary") { medicines.vocabulary.flags[$0] != nil },
      excludedClasses: Set(excluded), failures: failures,
      adherence: try object.required("adherence").fraction(),
      evidence: try library.evidence(of: object))
  }

  private func trialRating() throws(KnowledgeError) -> StagingDefinitions.TrialRating {
    let object = try group("athf", keys: ["weeks", "needsAdherence"])
    return StagingDefinitions.TrialRating(
      weeks: try weeks(object), needsAdherence: try object.required("needsAdherence").flag(),
      evidence: try library.evidence(of: object))
  }

  private func resistance() throws(KnowledgeError) -> StagingDefinitions.Resistance {
    let object = try group("resistance", keys: ["weeks", "failures"])
    return StagingDefinitions.Resistance(
      weeks: try weeks(object), failures: try object.required("failures").integer(in: 1...100),
      evidence: try library.evidence(of: object))
  }

  private func checklist() throws(KnowledgeError) -> [StagingDefinitions.Check] {
    var checks: [StagingDefinitions.Check] = []
    for field in try record.required("checklist").list() {
      let object = try field.object(keys: Library.evidenceKeys.union(["id", "text", "checks"]))
      let check = StagingDefinitions.Check(
        id: try object.required("id").text(), text: try object.required("text").text(),
        source: try object.required("checks").choice(), evidence: try library.evidence(of: object))
      guard !checks.contains(where: { $0.id == check.id }) else {
        throw field.failure(.duplicate(check.id))
      }
      checks.append(check)
    }
    return checks
  }
}
