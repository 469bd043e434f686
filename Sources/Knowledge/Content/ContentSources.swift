/// What sources are called, for the list at the end of each page.
struct ContentSources {
  private let sources: [String: [SourceID: Source]]

  /// Reads all lists of sources. Evidence on memory has a list of its own.
  ///
  /// - Parameter documents: documents of any kind.
  /// - Throws: an error at the first entry that cannot be read.
  init(_ documents: [KnowledgeDocument]) throws(KnowledgeError) {
    var roots: [String: [Field]] = [:]
    for document in documents {
      let root = try document.parsed()
      guard root.value(of: "kind")?.scalar == "sources" else { continue }
      roots[ContentSources.folder(document.name), default: []].append(root)
    }
    var sources: [String: [SourceID: Source]] = [:]
    for (folder, roots) in roots { sources[folder] = try Library(merging: roots).sources }
    self.sources = sources
  }

  /// Finds a source as a document of some folder cites it.
  ///
  /// - Parameters:
  ///   - id: the source.
  ///   - document: the name of the document.
  /// - Returns: the source; nil when no list has it.
  func source(_ id: String, in document: String) -> Source? {
    let id = SourceID(rawValue: id)
    return sources[ContentSources.folder(document)]?[id] ?? sources[""]?[id]
  }

  private static func folder(_ name: String) -> String {
    name.contains("/") ? String(name.prefix { $0 != "/" }) : ""
  }
}
