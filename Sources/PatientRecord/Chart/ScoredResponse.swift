public import Knowledge
public import Time

/// A filled-in questionnaire with its score.
public struct ScoredResponse: Hashable, Sendable {
  /// Where the score comes from.
  public enum Result: Hashable, Sendable {
    /// It was computed from the answers.
    case scored(Score)
    /// It was entered as a total, in points, and is within the instrument's range.
    case total(Double)
  }

  /// When it was filled in; noon where only the day is known.
  public let instant: Instant
  /// The calendar day where it was filled in.
  public let day: Day
  /// Who filled it in.
  public let rater: Response.Rater
  /// The score.
  public let result: Result
  /// The entry it comes from.
  public let entry: EntryID

  /// The total in points, or nil when too much was skipped.
  public var value: Double? {
    switch result {
    case .scored(let score): score.value
    case .total(let total): total
    }
  }
}
