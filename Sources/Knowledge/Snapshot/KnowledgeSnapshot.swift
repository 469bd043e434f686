/// Documents parsed beforehand, each with the checksum of the text it was made from.
///
/// Reading YAML is half of what it takes to load knowledge. A snapshot holds the values as they come
/// out of it, so that a program that starts need not read YAML again. It holds nothing else: types,
/// sources and certainty are checked as always. A document is taken from it only when its text is,
/// byte by byte, the one the snapshot was made from.
///
/// Layout of the file, all numbers in four bytes with the lowest first: the name and version of the
/// layout in eight bytes; the checksum of all that follows; the number of documents; and for each
/// document its name, the checksum of its YAML, the number of values, two numbers for each value
/// (kind in the lowest two bits and line above them; and how many bytes a text has, or how many values
/// stand in a list or mapping), and the texts. Names and texts have their length in bytes first.
public struct KnowledgeSnapshot: Sendable {
  /// A document of the snapshot.
  struct Entry: Sendable {
    let digest: [UInt8]
    let tree: DocumentTree
  }

  /// The documents by name.
  let entries: [String: Entry]

  /// The names of the documents, sorted.
  public var names: [String] { entries.keys.sorted() }

  /// Parses documents.
  ///
  /// - Parameter documents: the documents, each with a name of its own.
  /// - Throws: an error with the line when a text is not YAML or is empty.
  public init(of documents: [KnowledgeDocument]) throws(KnowledgeError) {
    var entries: [String: Entry] = [:]
    for document in documents {
      entries[document.name] = Entry(
        digest: document.checksum.bytes, tree: try document.composed())
    }
    self.entries = entries
  }

  /// Reads a snapshot; `nil` comes of one that is damaged or of another version, and then the YAML is
  /// read.
  ///
  /// - Parameter bytes: the file.
  public init?(bytes: [UInt8]) {
    var reader = SnapshotReader(bytes: bytes)
    guard let entries = reader.entries() else { return nil }
    self.entries = entries
  }

  /// The snapshot as a file.
  public var bytes: [UInt8] {
    var writer = SnapshotWriter()
    for name in names { if let entry = entries[name] { writer.append(entry, named: name) } }
    return writer.file(documents: entries.count)
  }

  /// The same document with its values from this snapshot.
  ///
  /// - Parameter document: a document.
  /// - Returns: the document, unchanged when the snapshot was made from another text.
  public func attached(to document: KnowledgeDocument) -> KnowledgeDocument {
    guard let entry = entries[document.name], entry.digest == document.checksum.bytes else {
      return document
    }
    return document.with(entry.tree)
  }
}
