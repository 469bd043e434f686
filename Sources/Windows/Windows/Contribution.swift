public import Time

/// How much of the present level one event accounts for, at the published parameters.
public struct Contribution: Sendable {
  /// What was given.
  public let label: String
  /// When it began.
  public let start: Instant
  /// Its share of the unsaturated sum `Σ a·g·k` of all events.
  public let share: Percentage
}
