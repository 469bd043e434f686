/// Reads a document of kind `treatments`.
struct TreatmentsReader {
  private let library: Library
  private let medicines: MedicineCatalogue
  private let record: Object

  private static let keys: Set<String> = Library.evidenceKeys.union([
    "id", "name", "otherNames", "kind", "target", "medicine", "courseSessions", "adequate",
    "parameters", "records", "monitoring", "cautions", "standing",
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
    record = try root.object(keys: Library.recordKeys.union(["treatments"]))
  }

  /// Reads the document.
  ///
  /// - Returns: each treatment with its place, in the order written.
  /// - Throws: an error that names the treatment and the field.
  func treatments() throws(KnowledgeError) -> [(place: Field, treatment: Treatment)] {
    let provenance = try library.provenance(of: record)
    var treatments: [(place: Field, treatment: Treatment)] = []
    for field in try record.required("treatments").list() {
      let place = field.named(by: "id")
      treatments.append((place, try treatment(place, provenance)))
    }
    return treatments
  }

  private func treatment(
    _ place: Field, _ provenance: Provenance
  ) throws(KnowledgeError) -> Treatment {
    let object = try place.object(keys: TreatmentsReader.keys)
    return Treatment(
      id: TreatmentID(rawValue: try object.required("id").text()),
      name: try object.required("name").text(),
      otherNames: try object.optional("otherNames")?.texts() ?? [],
      kind: try object.required("kind").choice(), target: try object.optionalText("target"),
      medicine: try object.optional("medicine")?
        .known(as: "medicine") { medicines.medicines[$0] != nil },
      courseSessions: try object.optional("courseSessions")?.span(in: 1...1_000),
      adequate: try adequate(object), parameters: try parameters(object),
      records: try object.optional("records")?.texts() ?? [],
      monitoring: try object.optional("monitoring")?.listOfKnown(
        as: "monitoring in the vocabulary"
      ) { medicines.vocabulary.monitoring[$0] != nil } ?? [],
      cautions: try object.optional("cautions")?.texts() ?? [],
      standing: try standing(object.required("standing"), provenance),
      evidence: try library.evidence(of: object), provenance: provenance)
  }

  private func adequate(_ object: Object) throws(KnowledgeError) -> Treatment.Adequate? {
    guard let field = object.optional("adequate") else { return nil }
    let group = try field.object(keys: Library.evidenceKeys.union(["sessions", "weeks"]))
    return Treatment.Adequate(
      sessions: try group.required("sessions").span(in: 1...1_000),
      weeks: try group.optional("weeks")?.span(in: 0.1...520),
      evidence: try library.evidence(of: group))
  }

  private func parameters(_ object: Object) throws(KnowledgeError) -> [Treatment.Parameter] {
    var parameters: [Treatment.Parameter] = []
    for field in try object.optional("parameters")?.list() ?? [] {
      let group = try field.object(keys: ["name", "value"])
      parameters.append(
        Treatment.Parameter(
          name: try group.required("name").text(), value: try group.required("value").text()))
    }
    return parameters
  }

  private func standing(
    _ field: Field, _ provenance: Provenance
  ) throws(KnowledgeError) -> Treatment.Standing {
    let group = try field.object(
      keys: Library.evidenceKeys.union(["status", "jurisdiction", "since", "reviewBy"]))
    let status: Treatment.Status = try group.required("status").choice()
    return Treatment.Standing(
      status: status,
      jurisdiction: try group.optional("jurisdiction")?.texts() ?? provenance.jurisdiction,
      since: try group.optional("since")?.day(),
      reviewBy: try group.optional("reviewBy")?.day() ?? provenance.reviewBy,
      evidence: try library.evidence(of: group))
  }
}
