internal import Statistics

/// Series in which nothing changes: autoregressions of order 1 that stay as they are, answered on
/// the same occasions as the real series.
///
/// From one occasion to the next of a day an item keeps the share φ^k of its deviation, k beeps
/// on; over g nights it keeps ν^g. Items move together through correlated innovations.
struct StationaryNull {
  /// How many occasions there are.
  let occasionCount: Int
  let itemCount: Int
  /// Kept share of the deviation, occasion after occasion, all items of each; 0 for the first.
  private let kept: [Double]
  /// Standard deviation of what is new.
  private let fresh: [Double]
  /// Factor of the correlation of innovations, rows of the lower triangle.
  private let factor: [Double]

  init(kept: [Double], itemCount: Int, correlation: Matrix? = nil) {
    self.kept = kept
    self.itemCount = itemCount
    occasionCount = kept.count / max(itemCount, 1)
    fresh = kept.map { max(1 - $0 * $0, 0).squareRoot() }
    let lower = correlation.flatMap(Cholesky.init)?.lower ?? .identity(itemCount)
    factor = lower.elements
  }

  /// Draws one series.
  ///
  /// - Parameter stream: the source of randomness.
  /// - Returns: occasion after occasion, all items of each, unit variance.
  func draw(using stream: inout RandomStream) -> [Double] {
    var values = [Double](repeating: 0, count: kept.count)
    var shocks = [Double](repeating: 0, count: itemCount)
    for occasion in 0..<occasionCount {
      let base = occasion * itemCount
      for item in 0..<itemCount {
        shocks[item] = stream.normal()
        var shock = 0.0
        for other in 0...item { shock += factor[item * itemCount + other] * shocks[other] }
        let before = occasion > 0 ? values[base + item - itemCount] : 0
        values[base + item] = kept[base + item] * before + fresh[base + item] * shock
      }
    }
    return values
  }
}
