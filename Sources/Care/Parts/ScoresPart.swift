public import Knowledge
public import Time

/// The scores of one instrument with severity and change, by the published rules.
public struct ScoresPart: Sendable {
  /// One score.
  public struct Score: Hashable, Sendable {
    /// The day.
    public let day: Day
    /// The total, `nil` when too much was missing.
    public let total: Double?
    /// Whether items were missing and the total is prorated from the others.
    public let isProrated: Bool
    /// How many items were missing.
    public let missingItems: Int
    /// Its severity band.
    public let band: Band?
  }

  /// A change between two scores.
  public struct Change: Hashable, Sendable {
    /// Points gained, negative for a fall.
    public let points: Double
    /// The share of the first score that was lost, `nil` when the first score is 0.
    public let fractionalDrop: Double?
    /// Whether it exceeds measurement error; `nil` where the instrument has no figure for that.
    public let isReliable: Bool?
    /// Whether it is for the better; `nil` for no change.
    public let isImprovement: Bool?
  }

  /// The instrument.
  public let instrument: Instrument
  /// The scores in time order.
  public let scores: [Score]
  /// The score that change is counted from: the last one before the first treatment course or dose,
  /// or the first one there is.
  public let baseline: Score?
  /// Why that score is the baseline.
  public let baselineReason: String
  /// The latest score with a total.
  public let latest: Score?
  /// From baseline to latest.
  public let change: Change?
  /// Whether the latest total meets the instrument's remission rule.
  public let isInRemission: Bool?
  /// What it was computed from.
  public let basis: Basis
}
