private import Foundation

/// The correlation of two columns, by their values or by their ranks.
public struct Correlation: Hashable, Sendable {
  /// The coefficient, -1 to 1.
  public let coefficient: Double
  /// How many pairs there are.
  public let count: Int

  /// Computes the product-moment correlation (Pearson 1896).
  ///
  /// - Parameters:
  ///   - x: finite values.
  ///   - y: as many finite values; nothing is created for fewer than 3 pairs, or where all values of
  ///     a column are equal.
  public init?(_ x: [Double], _ y: [Double]) {
    guard x.count == y.count, x.count >= 3, x.allSatisfy(\.isFinite), y.allSatisfy(\.isFinite)
    else { return nil }
    let count = Double(x.count)
    let (meanX, meanY) = (x.reduce(0) { $0 + $1 / count }, y.reduce(0) { $0 + $1 / count })
    // Deviations are brought to size 1, so that squares neither overflow nor vanish.
    let scaleX = x.reduce(0) { max($0, abs($1 - meanX)) }
    let scaleY = y.reduce(0) { max($0, abs($1 - meanY)) }
    guard scaleX > 0, scaleY > 0, scaleX.isFinite, scaleY.isFinite else { return nil }
    var (squaresX, squaresY, products) = (0.0, 0.0, 0.0)
    for (first, second) in zip(x, y) {
      let (a, b) = ((first - meanX) / scaleX, (second - meanY) / scaleY)
      squaresX += a * a
      squaresY += b * b
      products += a * b
    }
    coefficient = min(max(products / (squaresX * squaresY).squareRoot(), -1), 1)
    self.count = x.count
  }

  /// Computes the rank correlation (Spearman 1904); equal values share their mean rank.
  ///
  /// - Parameters:
  ///   - x: finite values.
  ///   - y: as many finite values; nothing is created for fewer than 3 pairs, or where all values of
  ///     a column are equal.
  public init?(ofRanks x: [Double], _ y: [Double]) {
    guard x.allSatisfy(\.isFinite), y.allSatisfy(\.isFinite) else { return nil }
    self.init(Correlation.ranks(of: x), Correlation.ranks(of: y))
  }

  /// The ranks from 1 on; equal values get the mean of their ranks.
  static func ranks(of values: [Double]) -> [Double] {
    let order = values.indices.sorted { values[$0] < values[$1] }
    var ranks = [Double](repeating: 0, count: values.count)
    var start = 0
    while start < order.count {
      var end = start
      while end + 1 < order.count, values[order[end + 1]] == values[order[start]] { end += 1 }
      for place in start...end { ranks[order[place]] = Double(start + end) / 2 + 1 }
      start = end + 1
    }
    return ranks
  }

  /// The interval by Fisher's transformation (1921), for normal pairs; rough for ranks.
  ///
  /// - Parameter level: the probability within, above 0 and below 1.
  /// - Returns: the interval; from -1 to 1 for 3 pairs, which tell nothing.
  public func interval(_ level: Double) -> ClosedRange<Double> {
    guard count > 3, level > 0, level < 1, abs(coefficient) < 1 else {
      return abs(coefficient) < 1 || count <= 3 ? -1...1 : coefficient...coefficient
    }
    let reach = Normal.standard.quantile((1 + level) / 2) / Double(count - 3).squareRoot()
    let z = atanh(coefficient)
    return tanh(z - reach)...tanh(z + reach)
  }
}
