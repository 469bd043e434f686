extension Field {
  /// The keys and values of a mapping in the order written; nil when the value is no mapping.
  package var members: [(key: Field, value: Field)]? {
    guard tree.values[node].kind == .mapping else { return nil }
    let elements = tree.elements(node)
    return stride(from: 0, to: elements.count - 1, by: 2).map { position in
      (place(at: elements[position]), place(at: elements[position + 1]))
    }
  }

  /// Finds the value of a key.
  ///
  /// - Parameter key: the key.
  /// - Returns: the value with its place; nil when there is no such key or the value is no mapping.
  func value(of key: String) -> Field? {
    guard tree.values[node].kind == .mapping else { return nil }
    var place = node + 1
    while place < tree.next(node) {
      let value = tree.next(place)
      if tree.text(place) == key { return self.place(at: value) }
      place = tree.next(value)
    }
    return nil
  }

  /// Reads a mapping and refuses keys that the layout does not have.
  ///
  /// - Parameter keys: the keys that the layout has.
  /// - Returns: the values by key.
  /// - Throws: an error at the first unknown key.
  package func object(keys: Set<String>) throws(KnowledgeError) -> Object {
    guard tree.values[node].kind == .mapping else { throw failure(expected: "keys with values") }
    var fields: [String: Field] = [:]
    var key = node + 1
    while key < tree.next(node) {
      let value = tree.next(key)
      guard let name = tree.text(key), keys.contains(name) else {
        throw place(at: key).failure(.unknownKey(tree.text(key) ?? "(not a word)"))
      }
      fields[name] = place(at: value)
      key = tree.next(value)
    }
    return Object(place: self, fields: fields)
  }

  /// Reads a list.
  ///
  /// - Returns: the elements, each with its own place.
  /// - Throws: an error when the value is not a list.
  package func list() throws(KnowledgeError) -> [Field] {
    guard isList else { throw failure(expected: "a list") }
    return tree.elements(node).map(place(at:))
  }

  private func place(at node: Int) -> Field { Field(tree: tree, record: record, node: node) }
}
