/// A time between two measurements, from the shortest to the longest that is right.
public struct MeasurementInterval: Hashable, Sendable {
  /// The unit, counted on the calendar.
  public enum Unit: String, Hashable, Sendable, CaseIterable {
    /// Weeks of seven days.
    case weeks
    /// Calendar months.
    case months
    /// Calendar years.
    case years
  }

  /// How many units.
  public let count: ClosedRange<Int>
  /// The unit.
  public let unit: Unit

  /// Creates an interval.
  ///
  /// - Parameters:
  ///   - count: how many units, from the fewest to the most.
  ///   - unit: the unit.
  public init(_ count: ClosedRange<Int>, _ unit: Unit) {
    self.count = count
    self.unit = unit
  }
}
