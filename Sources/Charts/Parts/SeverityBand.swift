/// A named range of values, drawn as a horizontal stripe.
public struct SeverityBand: Hashable, Sendable {
  /// Lowest value of the band.
  public let low: Double
  /// Value where the next band begins.
  public let high: Double
  /// What it is called.
  public let label: String

  /// Creates a band; ends in the wrong order are exchanged.
  ///
  /// - Parameters:
  ///   - low: lowest value of the band.
  ///   - high: value where the next band begins.
  ///   - label: what it is called.
  public init(from low: Double, to high: Double, label: String) {
    self.low = low > high ? high : low
    self.high = low > high ? low : high
    self.label = label
  }
}
