/// Reads a document of kind `medicinePairs`: interactions and intervals between medicines.
struct MedicinePairsReader {
  private let library: Library
  private let vocabulary: MedicineVocabulary
  private let medicines: Set<MedicineID>
  private let record: Object

  /// Checks the keys of a document.
  ///
  /// - Parameters:
  ///   - root: the whole document.
  ///   - library: the sources that may be cited.
  ///   - vocabulary: the classes and flags that may be named.
  ///   - medicines: the medicines that may be named.
  /// - Throws: an error at the first unknown key.
  init(
    _ root: Field, library: Library, vocabulary: MedicineVocabulary, medicines: Set<MedicineID>
  ) throws(KnowledgeError) {
    self.library = library
    self.vocabulary = vocabulary
    self.medicines = medicines
    record = try root.object(keys: Library.recordKeys.union(["interactions", "washouts"]))
  }

  /// Reads the interactions.
  ///
  /// - Returns: the interactions in the order written.
  /// - Throws: an error that names the interaction and the field.
  func interactions() throws(KnowledgeError) -> [Interaction] {
    let provenance = try library.provenance(of: record)
    var interactions: [Interaction] = []
    for field in try record.optional("interactions")?.list() ?? [] {
      let object = try field.object(
        keys: Library.evidenceKeys.union([
          "id", "between", "and", "weight", "statement", "jurisdiction",
        ]))
      interactions.append(
        Interaction(
          id: try object.required("id").text(), first: try substances(object.required("between")),
          second: try substances(object.required("and")),
          weight: try object.required("weight").choice(),
          statement: try object.required("statement").text(),
          jurisdiction: try object.optional("jurisdiction")?.texts() ?? provenance.jurisdiction,
          evidence: try library.evidence(of: object)))
    }
    return interactions
  }

  /// Reads the intervals.
  ///
  /// - Returns: the intervals in the order written.
  /// - Throws: an error that names the interval and the field.
  func washouts() throws(KnowledgeError) -> [Washout] {
    let provenance = try library.provenance(of: record)
    var washouts: [Washout] = []
    for field in try record.optional("washouts")?.list() ?? [] {
      let object = try field.object(
        keys: Library.evidenceKeys.union(["id", "stopped", "starting", "days", "jurisdiction"]))
      washouts.append(
        Washout(
          id: try object.required("id").text(),
          stopped: try substances(object.required("stopped")),
          starting: try substances(object.required("starting")),
          days: try object.required("days").span(in: 0...365),
          jurisdiction: try object.optional("jurisdiction")?.texts() ?? provenance.jurisdiction,
          evidence: try library.evidence(of: object)))
    }
    return washouts
  }

  private func substances(_ field: Field) throws(KnowledgeError) -> Substances {
    let object = try field.object(keys: ["medicine", "class", "flag", "other"])
    guard object.fields.count == 1 else {
      throw field.failure(expected: "one of medicine, class, flag, other")
    }
    if let id = object.optional("medicine") {
      return .medicine(try id.known(as: "medicine", medicines.contains))
    }
    if let id = object.optional("class") {
      return .medicineClass(
        try id.known(as: "class in the vocabulary") { vocabulary.classes[$0] != nil })
    }
    if let id = object.optional("flag") {
      return .flag(try id.known(as: "flag in the vocabulary") { vocabulary.flags[$0] != nil })
    }
    return .other(try object.required("other").text())
  }
}
