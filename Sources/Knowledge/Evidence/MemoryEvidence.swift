/// What is published on memory in depression and on what treatments do to it.
///
/// It is apart from ``Knowledge/Knowledge``: nothing that is computed for a person rests on it.
public struct MemoryEvidence: Hashable, Sendable {
  /// The effects of treatments, in the order of the resource.
  public let effects: [TreatmentEffect]
  /// The differences between people with and without depression, in the order of the resource.
  public let deficits: [MemoryDeficit]
  /// The sources by identifier.
  public let sources: [SourceID: Source]
  /// Where the table of effects comes from, and until when it may be trusted.
  public let provenance: Provenance

  /// Loads the evidence that ships with the program.
  ///
  /// - Returns: the evidence.
  /// - Throws: an error that names document, record and field.
  public static func bundled() throws(KnowledgeError) -> MemoryEvidence {
    try MemoryEvidence(documents: KnowledgeDocument.bundledEvidence())
  }

  /// Reads and checks documents.
  ///
  /// - Parameter documents: in any order, one table of effects, one of deficits and one list of
  ///   sources or more.
  /// - Throws: an error that names document, record and field.
  public init(documents: [KnowledgeDocument]) throws(KnowledgeError) {
    var roots: [KnowledgeDocument.Kind: [Field]] = [:]
    for document in documents.sorted(by: { $0.name < $1.name }) {
      let root = try document.parsed()
      roots[try root.kind(), default: []].append(root)
    }
    for (kind, found) in roots.sorted(by: { $0.key.rawValue < $1.key.rawValue })
    where ![.sources, .treatmentEffects, .memoryDeficits].contains(kind) {
      throw found[0].failure(.inconsistent("a document of kind '\(kind.rawValue)' is no evidence"))
    }
    let library = try Library(merging: roots[.sources] ?? [])
    let table = try EvidenceReader(
      MemoryEvidence.only(.treatmentEffects, in: roots), library: library)
    effects = try table.effects()
    provenance = try table.provenance()
    let deficits = try MemoryEvidence.only(.memoryDeficits, in: roots)
    self.deficits = try EvidenceReader(deficits, library: library).deficits()
    sources = library.sources
  }

  private static func only(
    _ kind: KnowledgeDocument.Kind, in roots: [KnowledgeDocument.Kind: [Field]]
  ) throws(KnowledgeError) -> Field {
    let found = roots[kind] ?? []
    guard let root = found.first else {
      throw KnowledgeError(
        .inconsistent("no document of kind '\(kind.rawValue)' is given; add one with the table"))
    }
    if found.count > 1 { throw found[1].failure(.duplicate(kind.rawValue)) }
    return root.called(kind.rawValue)
  }
}
