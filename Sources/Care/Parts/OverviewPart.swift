public import Inference
public import PatientRecord

/// Every rated item in figures: mean and standard deviation say most of what an item can say.
public struct OverviewPart: Sendable {
  /// One item.
  public struct Row: Sendable {
    /// The item.
    public let item: CheckInItemID
    /// Its scale.
    public let scale: RatingScale
    /// All daily means.
    public let all: SeriesSummary
    /// The daily means of the first four weeks.
    public let first: SeriesSummary
    /// The daily means of the last four weeks.
    public let last: SeriesSummary
    /// The days it was rated on.
    public let basis: Basis
  }

  /// The items, in the order of the check-in.
  public let rows: [Row]
}
