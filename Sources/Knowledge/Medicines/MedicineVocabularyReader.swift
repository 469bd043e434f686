/// Reads the document of kind `medicineVocabulary`.
struct MedicineVocabularyReader {
  private let library: Library
  private let record: Object

  /// Checks the keys of a document.
  ///
  /// - Parameters:
  ///   - root: the whole document.
  ///   - library: the sources that may be cited.
  /// - Throws: an error at the first unknown key.
  init(_ root: Field, library: Library) throws(KnowledgeError) {
    self.library = library
    record = try root.object(
      keys: Library.recordKeys.union(["classes", "flags", "forms", "monitoring"]))
  }

  /// Reads the document.
  ///
  /// - Returns: the vocabulary.
  /// - Throws: an error that names the word and the field.
  func vocabulary() throws(KnowledgeError) -> MedicineVocabulary {
    let provenance = try library.provenance(of: record)
    let own = Evidence(
      certainty: provenance.certainty, sources: provenance.sources, note: nil)
    return MedicineVocabulary(
      classes: try terms("classes", own), flags: try terms("flags", own),
      forms: try terms("forms", own), monitoring: try terms("monitoring", own))
  }

  /// Reads words; one that says nothing about its evidence has that of the document.
  private func terms<ID: TextIdentifier>(
    _ key: String, _ own: Evidence
  ) throws(KnowledgeError) -> [ID: MedicineVocabulary.Term] {
    var terms: [ID: MedicineVocabulary.Term] = [:]
    for field in try record.required(key).list() {
      let object = try field.object(keys: Library.evidenceKeys.union(["id", "name", "meaning"]))
      let id = ID(rawValue: try object.required("id").text())
      let term = MedicineVocabulary.Term(
        name: try object.required("name").text(), meaning: try object.optionalText("meaning"),
        evidence: object.optional("certainty") == nil ? own : try library.evidence(of: object))
      guard terms.updateValue(term, forKey: id) == nil else {
        throw field.failure(.duplicate(id.rawValue))
      }
    }
    return terms
  }
}
