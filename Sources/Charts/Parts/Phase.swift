/// A stretch of time with a name, drawn behind the data.
public struct Phase: Hashable, Sendable {
  /// First day, in days since the axis's origin.
  public let start: Double
  /// Last day.
  public let end: Double
  /// What it is called.
  public let label: String

  /// Creates a phase; ends in the wrong order are exchanged.
  ///
  /// - Parameters:
  ///   - start: first day, in days since the axis's origin.
  ///   - end: last day; infinity for one that is still going on.
  ///   - label: what it is called.
  public init(from start: Double, to end: Double, label: String) {
    self.start = start > end ? end : start
    self.end = start > end ? start : end
    self.label = label
  }

  /// The part inside an axis, if any.
  func clipped(to axis: DayAxis) -> Phase? {
    guard !start.isNaN, !end.isNaN, end >= axis.start, start <= axis.end else { return nil }
    return Phase(from: max(start, axis.start), to: min(end, axis.end), label: label)
  }
}
