public import Time

/// What is missing, and why.
public struct GapsPart: Sendable {
  /// One thing that is missing.
  public struct Gap: Hashable, Sendable {
    /// What it concerns.
    public let subject: String
    /// What is missing, in one plain sentence.
    public let sentence: String
  }

  /// Days of the record on which nothing at all was recorded.
  public let emptyDays: Int
  /// Days from the first to the last of the record.
  public let spanDays: Int
  /// The last day with anything.
  public let lastDay: Day?
  /// What is missing.
  public let gaps: [Gap]
  /// What the chart could not take as it stands.
  public let problems: [String]
}
