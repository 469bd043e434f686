extension TaperCatalogue {
  /// Reads methods and records.
  ///
  /// - Parameters:
  ///   - roots: the documents by kind; without any, the catalogue is empty.
  ///   - library: the sources that may be cited.
  ///   - medicines: the medicines and the vocabulary that may be named.
  /// - Throws: an error that names document, record and field.
  init(
    in roots: [KnowledgeDocument.Kind: [Field]], citing library: Library,
    naming medicines: MedicineCatalogue
  ) throws(KnowledgeError) {
    let documents = roots[.taperMethods] ?? []
    if documents.count > 1 { throw documents[1].failure(.duplicate("taperMethods")) }
    methods = try documents.first.map { root throws(KnowledgeError) in
      try TaperMethodsReader(
        root.called("methods"), library: library, vocabulary: medicines.vocabulary
      ).methods()
    }
    var records: [MedicineID: TaperRecord] = [:]
    var withheld: [WithheldClasses] = []
    for root in roots[.tapers] ?? [] {
      let reader = try TapersReader(root.called("tapers"), library: library, medicines: medicines)
      for (place, record) in try reader.records() {
        guard records.updateValue(record, forKey: record.medicine) == nil else {
          throw place.failure(.duplicate(record.medicine.rawValue))
        }
      }
      withheld += try reader.withheldClasses()
    }
    self.records = records
    withheldClasses = withheld
  }
}
