extension MedicineCatalogue {
  /// Reads vocabulary, medicines, interactions and intervals.
  ///
  /// - Parameters:
  ///   - roots: the documents by kind; without any, the catalogue is empty.
  ///   - library: the sources that may be cited.
  /// - Throws: an error that names document, record and field.
  init(
    in roots: [KnowledgeDocument.Kind: [Field]], citing library: Library
  ) throws(KnowledgeError) {
    let vocabularies = roots[.medicineVocabulary] ?? []
    if vocabularies.count > 1 { throw vocabularies[1].failure(.duplicate("medicineVocabulary")) }
    let vocabulary =
      try vocabularies.first.map { root throws(KnowledgeError) in
        try MedicineVocabularyReader(root.called("vocabulary"), library: library).vocabulary()
      } ?? MedicineVocabulary(classes: [:], flags: [:], forms: [:], monitoring: [:])
    var medicines: [MedicineID: Medicine] = [:]
    var names: [String: MedicineID] = [:]
    for root in roots[.medicines] ?? [] {
      let reader = try MedicinesReader(
        root.called("medicines"), library: library, vocabulary: vocabulary)
      for (place, medicine) in try reader.medicines() {
        medicines[medicine.id] = medicine
        for name in medicine.names where names.updateValue(medicine.id, forKey: name) != nil {
          throw place.failure(.duplicate(name))
        }
      }
    }
    var interactions: [Interaction] = []
    var washouts: [Washout] = []
    for root in roots[.medicinePairs] ?? [] {
      let reader = try MedicinePairsReader(
        root.called("medicinePairs"), library: library, vocabulary: vocabulary,
        medicines: Set(medicines.keys))
      interactions += try reader.interactions()
      washouts += try reader.washouts()
    }
    self.init(
      vocabulary: vocabulary, medicines: medicines, interactions: interactions,
      washouts: washouts, byName: names)
  }
}

extension Medicine {
  /// Every name by which it may be asked for, in lower case, each once.
  var names: Set<String> { Set(([id.rawValue, name] + otherNames).map { $0.lowercased() }) }
}
