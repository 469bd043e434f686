/// Reads a document of kind `tapers`.
struct TapersReader {
  let library: Library
  let medicines: MedicineCatalogue
  private let record: Object

  private static let withheldKeys: Set<String> = Library.evidenceKeys.union([
    "withheld", "fallback", "isTapered",
  ])

  /// Checks the keys of a document.
  ///
  /// - Parameters:
  ///   - root: the whole document.
  ///   - library: the sources that may be cited.
  ///   - medicines: the medicines and the vocabulary that may be named.
  /// - Throws: an error at the first unknown key.
  init(_ root: Field, library: Library, medicines: MedicineCatalogue) throws(KnowledgeError) {
    self.library = library
    self.medicines = medicines
    record = try root.object(keys: Library.recordKeys.union(["medicines", "classes"]))
  }

  /// Reads the records of medicines.
  ///
  /// - Returns: each record with its place, in the order written.
  /// - Throws: an error that names the medicine and the field.
  func records() throws(KnowledgeError) -> [(place: Field, record: TaperRecord)] {
    _ = try library.provenance(of: record)
    var records: [(place: Field, record: TaperRecord)] = []
    for field in try record.optional("medicines")?.list() ?? [] {
      let place = field.named(by: "id")
      records.append((place, try taper(place)))
    }
    return records
  }

  /// Reads the classes without data.
  ///
  /// - Returns: the classes with the reason, in the order written.
  /// - Throws: an error that names the field.
  func withheldClasses() throws(KnowledgeError) -> [TaperCatalogue.WithheldClasses] {
    var groups: [TaperCatalogue.WithheldClasses] = []
    for field in try record.optional("classes")?.list() ?? [] {
      let object = try field.object(keys: TapersReader.withheldKeys.union(["classes"]))
      let classes: [MedicineClassID] = try object.required("classes")
        .listOfKnown(as: "class in the vocabulary") { medicines.vocabulary.classes[$0] != nil }
      groups.append(
        TaperCatalogue.WithheldClasses(
          classes: Set(classes), withheld: try withheld(object, allowsFallback: false)))
    }
    return groups
  }

  private func taper(_ place: Field) throws(KnowledgeError) -> TaperRecord {
    let object = try place.object(
      keys: TapersReader.withheldKeys.union(["id", "occupancy", "anchors", "preset"]))
    let id: MedicineID = try object.required("id").known(as: "medicine") {
      medicines.medicines[$0] != nil
    }
    let forms = medicines.medicines[id]?.forms ?? []
    return TaperRecord(
      medicine: id, occupancy: try occupancy(object, forms: forms), anchors: try anchors(object),
      preset: try preset(object, forms: forms))
  }

  private func occupancy(
    _ object: Object, forms: [MedicineFormID]
  ) throws(KnowledgeError) -> OccupancyData {
    guard let field = object.optional("occupancy") else {
      return .withheld(try withheld(object, allowsFallback: true))
    }
    if let reason = object.optional("withheld") {
      throw reason.failure(
        .inconsistent("a medicine has parameters or a reason for none, not both"))
    }
    return .model(try model(field, forms: forms))
  }

  private func withheld(
    _ object: Object, allowsFallback: Bool
  ) throws(KnowledgeError) -> OccupancyData.Withheld {
    OccupancyData.Withheld(
      reason: try object.required("withheld").text(),
      allowsFallback: try object.optional("fallback")?.flag() ?? allowsFallback,
      isTapered: try object.optional("isTapered")?.flag() ?? true,
      evidence: try library.evidence(of: object))
  }
}
