/// Reads a document of kind `checklists`.
struct ChecklistsReader {
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
    record = try root.object(keys: Library.recordKeys.union(["checklists"]))
  }

  /// Reads the document.
  ///
  /// - Returns: each checklist with its place, in the order written.
  /// - Throws: an error that names the checklist and the field.
  func checklists() throws(KnowledgeError) -> [(place: Field, checklist: Checklist)] {
    let provenance = try library.provenance(of: record)
    var checklists: [(place: Field, checklist: Checklist)] = []
    for field in try record.required("checklists").list() {
      let place = field.named(by: "id")
      let object = try place.object(
        keys: Library.evidenceKeys.union(["id", "name", "pending", "points"]))
      let evidence = try library.evidence(of: object)
      let checklist = Checklist(
        id: ChecklistID(rawValue: try object.required("id").text()),
        name: try object.required("name").text(), pending: try object.optionalText("pending"),
        points: try points(object.required("points"), evidence), evidence: evidence,
        provenance: provenance)
      checklists.append((place, checklist))
    }
    return checklists
  }

  /// Points take the evidence of their checklist where they have none of their own.
  private func points(
    _ field: Field, _ shared: Evidence
  ) throws(KnowledgeError) -> [Checklist.Point] {
    var points: [Checklist.Point] = []
    for element in try field.list() {
      let object = try element.object(keys: Library.evidenceKeys.union(["id", "stage", "text"]))
      let isOwn = object.optional("certainty") != nil || object.optional("sources") != nil
      let point = Checklist.Point(
        id: try object.required("id").text(), stage: try object.required("stage").choice(),
        text: try object.required("text").text(),
        evidence: isOwn ? try library.evidence(of: object) : shared)
      guard !points.contains(where: { $0.id == point.id }) else {
        throw element.failure(.duplicate(point.id))
      }
      points.append(point)
    }
    guard !points.isEmpty else { throw field.failure(.missing) }
    return points
  }
}
