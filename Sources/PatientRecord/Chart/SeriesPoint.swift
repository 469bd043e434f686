public import Time

/// One value of a series.
public struct SeriesPoint: Hashable, Sendable {
  /// When it was true; noon where only the day is known.
  public let instant: Instant
  /// The calendar day where it was lived.
  public let day: Day
  /// The value.
  public let value: Double
  /// The entry it comes from.
  public let entry: EntryID
}
