public import Time

/// A point of a curve for a drawing: a place on the paper, in percent of the published peak.
public struct DrawingPoint: Sendable {
  /// When it is.
  public let instant: Instant
  /// The height of the line.
  public let middle: Double
  /// The heights between which half of the parameter sets lie: lower, upper.
  public let inner: (low: Double, high: Double)
  /// The heights between which 95 % of them lie: lower, upper.
  public let outer: (low: Double, high: Double)

  init(_ instant: Instant, _ quantiles: LevelQuantiles) {
    let heights = quantiles.values.map { $0 * 100 }
    self.instant = instant
    middle = heights[2]
    inner = (heights[1], heights[3])
    outer = (heights[0], heights[4])
  }
}
