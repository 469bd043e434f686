/// A day on which the level changed, with the days between which it lies.
public struct ChangePoint: Hashable, Sendable {
  /// The most probable day.
  public let day: Double
  /// Earliest and latest day that are still plausible.
  public let interval: Estimate.Interval
  /// What is said of it.
  public let label: String

  /// Creates a change point.
  ///
  /// - Parameters:
  ///   - day: the most probable day, in days since the axis's origin.
  ///   - interval: earliest and latest plausible day.
  ///   - label: what is said of it.
  public init(day: Double, interval: Estimate.Interval, label: String) {
    self.day = day
    self.interval = interval
    self.label = label
  }
}
