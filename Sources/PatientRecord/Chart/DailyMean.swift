public import Time

/// The mean of a series over one calendar day.
public struct DailyMean: Hashable, Sendable {
  /// The day, where it was lived.
  public let day: Day
  /// The mean of the day's values.
  public let mean: Double
  /// How many values there are.
  public let count: Int
}
