/// The values of a mapping whose keys have been checked.
package struct Object {
  package let place: Field
  let fields: [String: Field]

  /// Finds a value that must be there.
  ///
  /// - Parameter key: its key.
  /// - Returns: the value with its place.
  /// - Throws: an error when it is absent or null.
  package func required(_ key: String) throws(KnowledgeError) -> Field {
    guard let field = optional(key) else {
      throw place.place(key, place.node).failure(.missing)
    }
    return field
  }

  /// Finds a value that may be absent.
  ///
  /// - Parameter key: its key.
  /// - Returns: the value with its place, or nil when it is absent or null.
  package func optional(_ key: String) -> Field? {
    guard let field = fields[key], !field.isNull else { return nil }
    return field
  }

  /// Reads text that may be absent.
  ///
  /// - Parameter key: its key.
  /// - Returns: the text or nil.
  /// - Throws: an error when the value is no text.
  package func optionalText(_ key: String) throws(KnowledgeError) -> String? {
    guard let field = optional(key) else { return nil }
    return try field.text()
  }
}
