/// A value of a document together with its place, so that every complaint can name it.
package struct Field {
  let tree: DocumentTree
  let record: String?
  /// The value's place in the tree.
  let node: Int
  /// The key of a value that is not there but should be, below this one.
  let absent: String?

  init(tree: DocumentTree, record: String? = nil, node: Int = 0, absent: String? = nil) {
    self.tree = tree
    self.record = record
    self.node = node
    self.absent = absent
  }

  /// The name of the document.
  var document: String { tree.name }

  /// The way from the whole document to this value, such as `wording.items[1].text`.
  var path: String {
    let path = tree.path(to: node)
    guard let absent else { return path }
    return path.isEmpty ? absent : "\(path).\(absent)"
  }

  /// The line on which the value starts; nil when it is not known.
  var line: Int? { tree.values[node].line == 0 ? nil : Int(tree.values[node].line) }

  /// An error at this place.
  ///
  /// - Parameter problem: what is wrong here.
  /// - Returns: the error.
  package func failure(_ problem: KnowledgeError.Problem) -> KnowledgeError {
    let path = path
    return KnowledgeError(
      problem, document: document, record: record, field: path.isEmpty ? nil : path, line: line)
  }

  /// Whether the value is written as `null`, `~` or nothing.
  var isNull: Bool {
    guard tree.values[node].kind == .plainText, let text = tree.text(node) else { return false }
    return text.isEmpty || text == "~" || text == "null"
  }

  /// Whether the value is a list.
  package var isList: Bool { tree.values[node].kind == .list }

  /// The same place under the identifier that the document gives its record.
  ///
  /// - Parameter key: the key of the identifier.
  /// - Returns: the place, unchanged when there is no such key.
  func named(by key: String) -> Field {
    guard let value = value(of: key), let name = tree.text(value.node) else { return self }
    return called(name)
  }

  /// The same place under a name for its record.
  ///
  /// - Parameter record: the name.
  /// - Returns: the place.
  package func called(_ record: String) -> Field { Field(tree: tree, record: record, node: node) }

  /// The place of a value below this one, or of one that is not there.
  ///
  /// - Parameters:
  ///   - name: the value's key.
  ///   - node: the value; this one's own node for a value that is not there.
  /// - Returns: the value with its place.
  func place(_ name: String, _ node: Int) -> Field {
    Field(tree: tree, record: record, node: node, absent: node == self.node ? name : nil)
  }

  /// An error at this place that says what was found and what would be right.
  ///
  /// - Parameter expected: what would be right.
  /// - Returns: the error.
  package func failure(expected: String) -> KnowledgeError {
    let found =
      switch tree.values[node].kind {
      case .plainText, .quotedText: "'\((tree.text(node) ?? "").prefix(60))'"
      case .mapping: "keys with values"
      case .list: "a list"
      }
    return failure(.unexpected(found: found, expected: expected))
  }
}
