/// One YAML document of clinical knowledge and the name by which errors call it.
public struct KnowledgeDocument: Sendable {
  /// The name, such as `instruments/phq9.yaml`.
  public let name: String
  /// The YAML text.
  public let text: String
  /// The text's values where a snapshot holds them; nil where the text is to be parsed.
  let tree: DocumentTree?

  /// Creates a document.
  ///
  /// - Parameters:
  ///   - name: the name by which errors call it.
  ///   - text: the YAML text.
  public init(name: String, text: String) {
    self.init(name: name, text: text, tree: nil)
  }

  private init(name: String, text: String, tree: DocumentTree?) {
    self.name = name
    self.text = text
    self.tree = tree
  }

  /// The same document with its values, which were made from the same text.
  func with(_ tree: DocumentTree) -> KnowledgeDocument {
    KnowledgeDocument(name: name, text: text, tree: tree)
  }

  /// The checksum of the text in UTF-8.
  var checksum: SHA256 { SHA256(of: Array(text.utf8)) }

  /// The SHA-256 checksum of the text in UTF-8, as 64 hexadecimal digits: what a reviewer signs.
  public var digest: String { checksum.hexadecimal }

  /// Whether the values come from a snapshot, so that the text need not be parsed.
  public var isFromSnapshot: Bool { tree != nil }
}

extension KnowledgeDocument: Hashable {
  /// Whether name and text are the same; whether a snapshot holds the values makes no difference.
  public static func == (left: KnowledgeDocument, right: KnowledgeDocument) -> Bool {
    left.name == right.name && left.text == right.text
  }

  /// Hashes name and text.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(name)
    hasher.combine(text)
  }
}
