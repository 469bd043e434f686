/// The horizontal axis: days since an origin that only the caller knows.
public struct DayAxis: Sendable {
  /// A place on the axis with its label.
  public struct Tick: Hashable, Sendable {
    /// Days since the origin.
    public let position: Double
    /// What is written there, such as `1 Mar`.
    public let label: String

    /// Creates a tick.
    ///
    /// - Parameters:
    ///   - position: days since the origin.
    ///   - label: what is written there.
    public init(_ position: Double, _ label: String) {
      self.position = position
      self.label = label
    }
  }

  /// First day shown.
  public let start: Double
  /// Last day shown, later than ``start``.
  public let end: Double
  /// Labelled places, in order; without any, day numbers are written.
  public let ticks: [Tick]
  /// Names a position in tables and tooltips.
  public let name: @Sendable (Double) -> String

  /// Creates an axis.
  ///
  /// Ends in the wrong order are exchanged; an axis without length is given one day.
  ///
  /// - Parameters:
  ///   - start: first day shown, in days since the origin.
  ///   - end: last day shown.
  ///   - ticks: labelled places; those outside are not shown.
  ///   - name: names a position in tables and tooltips, such as `2026-03-01`.
  public init(
    start: Double, end: Double, ticks: [Tick] = [],
    name: @escaping @Sendable (Double) -> String = { NumberText.short($0) }
  ) {
    let scale = Scale(from: start, to: end, onto: 0, 1)
    self.start = scale.low
    self.end = scale.high
    self.ticks = ticks.filter { scale.contains($0.position) }.sorted { $0.position < $1.position }
    self.name = name
  }

  var labels: [Tick] {
    guard ticks.isEmpty else { return ticks }
    return NiceTicks.between(start, end, about: 6).map { Tick($0.value, $0.label) }
  }
}
