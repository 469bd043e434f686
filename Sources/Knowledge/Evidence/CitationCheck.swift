/// What was found when the citation of a row was looked up again.
public struct CitationCheck: Hashable, Sendable {
  /// Whether a page about the publication was found that agrees with the citation.
  public enum Citation: String, Hashable, Sendable, CaseIterable {
    /// Title or authors, journal and year agree, after corrections if any.
    case confirmed
    /// No such page was found.
    case notConfirmed
  }

  /// Whether the row's numbers were read again.
  public enum Numbers: String, Hashable, Sendable, CaseIterable {
    /// All that the row uses, or its finding in words.
    case seen
    /// Some of them.
    case partly
    /// None of them.
    case notSeen
    /// The row has no numbers.
    case none
  }

  /// Whether the publication was found.
  public let citation: Citation
  /// Whether the numbers were read again.
  public let numbers: Numbers
  /// By what, and what was corrected.
  public let by: String
}
