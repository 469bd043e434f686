/// One YAML document of clinical knowledge and the name by which errors call it.
public struct KnowledgeDocument: Hashable, Sendable {
  /// The name, such as `instruments/phq9.yaml`.
  public let name: String
  /// The YAML text.
  public let text: String

  /// Creates a document.
  ///
  /// - Parameters:
  ///   - name: the name by which errors call it.
  ///   - text: the YAML text.
  public init(name: String, text: String) {
    self.name = name
    self.text = text
  }
}
