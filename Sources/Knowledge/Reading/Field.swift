import Yams

/// A value of a document together with its place, so that every complaint can name it.
struct Field {
  let document: String
  let record: String?
  let path: String
  let node: Node

  /// An error at this place.
  ///
  /// - Parameter problem: what is wrong here.
  /// - Returns: the error.
  func failure(_ problem: KnowledgeError.Problem) -> KnowledgeError {
    KnowledgeError(
      problem, document: document, record: record, field: path.isEmpty ? nil : path,
      line: node.mark?.line)
  }

  /// Whether the value is written as `null`, `~` or nothing.
  var isNull: Bool {
    guard case .scalar(let scalar) = node, scalar.style == .plain || scalar.style == .any else {
      return false
    }
    return ["", "~", "null"].contains(scalar.string)
  }

  /// The same place under the identifier that the document gives its record.
  ///
  /// - Parameter key: the key of the identifier.
  /// - Returns: the place, unchanged when there is no such key.
  func named(by key: String) -> Field {
    guard case .mapping(let mapping) = node,
      let name = mapping.first(where: { $0.key.scalar?.string == key })?.value.scalar?.string
    else { return self }
    return called(name)
  }

  /// The same place under a name for its record.
  ///
  /// - Parameter record: the name.
  /// - Returns: the place.
  func called(_ record: String) -> Field {
    Field(document: document, record: record, path: path, node: node)
  }

  /// The place of a value below this one.
  ///
  /// - Parameters:
  ///   - name: the value's key.
  ///   - node: the value.
  /// - Returns: the value with its place.
  func place(_ name: String, _ node: Node) -> Field {
    Field(
      document: document, record: record, path: path.isEmpty ? name : "\(path).\(name)", node: node)
  }

  /// Reads a mapping and refuses keys that the layout does not have.
  ///
  /// - Parameter keys: the keys that the layout has.
  /// - Returns: the values by key.
  /// - Throws: an error at the first unknown key.
  func object(keys: Set<String>) throws(KnowledgeError) -> Object {
    guard case .mapping(let mapping) = node else { throw failure(expected: "keys with values") }
    var fields: [String: Field] = [:]
    for (key, value) in mapping {
      guard case .scalar(let name) = key, keys.contains(name.string) else {
        let name = key.scalar?.string ?? "(not a word)"
        throw place(name, key).failure(.unknownKey(name))
      }
      fields[name.string] = place(name.string, value)
    }
    return Object(place: self, fields: fields)
  }

  /// Reads a list.
  ///
  /// - Returns: the elements, each with its own place.
  /// - Throws: an error when the value is not a list.
  func list() throws(KnowledgeError) -> [Field] {
    guard case .sequence(let sequence) = node else { throw failure(expected: "a list") }
    return sequence.enumerated().map { index, element in
      Field(document: document, record: record, path: "\(path)[\(index)]", node: element)
    }
  }

  /// An error at this place that says what was found and what would be right.
  ///
  /// - Parameter expected: what would be right.
  /// - Returns: the error.
  func failure(expected: String) -> KnowledgeError {
    let found =
      switch node {
      case .scalar(let scalar): "'\(scalar.string.prefix(60))'"
      case .mapping: "keys with values"
      case .sequence: "a list"
      case .alias: "an alias"
      }
    return failure(.unexpected(found: found, expected: expected))
  }
}
