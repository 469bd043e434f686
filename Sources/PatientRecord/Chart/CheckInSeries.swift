/// Everything rated of one thing on one scale, in the order of time.
///
/// A thing rated on two scales has two series: values of different scales are never mixed.
public struct CheckInSeries: Hashable, Sendable {
  /// What was rated.
  public let item: CheckInItemID
  /// The scale it was rated on.
  public let scale: RatingScale
  /// The values by time, then by entry; never empty.
  public let points: [SeriesPoint]

  /// The mean of each calendar day that has a value, in the order of days.
  ///
  /// Days are those of the zone each value was lived in. Days without values are absent.
  public var dailyMeans: [DailyMean] { points.dailyMeans }
}
