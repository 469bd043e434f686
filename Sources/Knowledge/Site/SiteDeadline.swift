/// By when signals of one rule must be seen at a site, where no source says.
public struct SiteDeadline: Hashable, Sendable {
  /// The deadline in words, such as `within two working days`.
  public let words: String
  /// Who decided.
  public let setBy: String

  /// Creates a site's deadline.
  ///
  /// - Parameters:
  ///   - words: the deadline in words; not empty.
  ///   - setBy: who decided; not empty.
  public init(words: String, setBy: String) {
    self.words = words
    self.setBy = setBy
  }
}
