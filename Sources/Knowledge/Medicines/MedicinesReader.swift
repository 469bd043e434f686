/// Reads a document of kind `medicines`.
struct MedicinesReader {
  let library: Library
  let vocabulary: MedicineVocabulary
  private let record: Object

  private static let keys: Set<String> = Library.evidenceKeys.union([
    "id", "name", "otherNames", "class", "flags", "forms", "doses", "halfLife", "scores",
    "equivalentDose", "monitoring",
  ])

  /// Checks the keys of a document.
  ///
  /// - Parameters:
  ///   - root: the whole document.
  ///   - library: the sources that may be cited.
  ///   - vocabulary: the words that may be used.
  /// - Throws: an error at the first unknown key.
  init(
    _ root: Field, library: Library, vocabulary: MedicineVocabulary
  ) throws(KnowledgeError) {
    self.library = library
    self.vocabulary = vocabulary
    record = try root.object(keys: Library.recordKeys.union(["medicines"]))
  }

  /// Reads the document.
  ///
  /// - Returns: each medicine with its place, in the order written.
  /// - Throws: an error that names the medicine and the field.
  func medicines() throws(KnowledgeError) -> [(place: Field, medicine: Medicine)] {
    let provenance = try library.provenance(of: record)
    var medicines: [(place: Field, medicine: Medicine)] = []
    for field in try record.required("medicines").list() {
      let place = field.named(by: "id")
      medicines.append((place, try medicine(place, provenance)))
    }
    return medicines
  }

  private func medicine(
    _ place: Field, _ provenance: Provenance
  ) throws(KnowledgeError) -> Medicine {
    let object = try place.object(keys: MedicinesReader.keys)
    let forms =
      try object.optional("forms")?
      .listOfKnown(as: "form in the vocabulary") { vocabulary.forms[$0] != nil } ?? []
    return Medicine(
      id: MedicineID(rawValue: try object.required("id").text()),
      name: try object.required("name").text(),
      otherNames: try object.optional("otherNames")?.texts() ?? [],
      medicineClass: try object.required("class")
        .known(as: "class in the vocabulary") { vocabulary.classes[$0] != nil },
      flags: try flags(object), forms: forms, doses: try doses(object, forms: forms),
      halfLife: try halfLife(object), scores: try scores(object),
      equivalentDose: try equivalentDose(object),
      monitoring: try object.optional("monitoring")?
        .listOfKnown(as: "monitoring in the vocabulary") { vocabulary.monitoring[$0] != nil } ?? [],
      evidence: try library.evidence(of: object), provenance: provenance)
  }

  private func flags(_ object: Object) throws(KnowledgeError) -> [MedicineFlagID: Evidence] {
    var flags: [MedicineFlagID: Evidence] = [:]
    for field in try object.optional("flags")?.list() ?? [] {
      let group = try field.object(keys: Library.evidenceKeys.union(["ids"]))
      let evidence = try library.evidence(of: group)
      let place = try group.required("ids")
      let ids: [MedicineFlagID] = try place.listOfKnown(as: "flag in the vocabulary") {
        vocabulary.flags[$0] != nil
      }
      for id in ids where flags.updateValue(evidence, forKey: id) != nil {
        throw place.failure(.duplicate(id.rawValue))
      }
    }
    return flags
  }
}
