public import Time

/// Where the level of a rating or score changed for good, with how well that is dated.
public struct ChangePointsPart: Sendable {
  /// One change.
  public struct Change: Hashable, Sendable {
    /// The last rating of the old level.
    public let lastBefore: Day
    /// The first rating of the new level.
    public let firstAfter: Day
    /// The days between which the change lies with 95 % probability, given that there is one here.
    public let plausible: ClosedRange<Day>
    /// The mean before.
    public let before: Double
    /// The mean after.
    public let after: Double
  }

  /// The result of a search.
  public struct Result: Sendable {
    /// The changes of the segmentation with the lowest BIC.
    public let changes: [Change]
    /// BIC for 0, 1, 2, … changes.
    public let bic: [Double]
    /// The largest F statistic of one change against none.
    public let supremumF: Double?
  }

  /// What was looked at.
  public let name: String
  /// What was found.
  public let result: Finding<Result>
  /// What it was computed from.
  public let basis: Basis
}
