private import Foundation

/// How plausible each position of one break is, the neighbouring breaks held where they are.
///
/// With flat priors on the two means and the position and 1/σ² on the common variance, the posterior
/// of a break after k of n values is proportional to (k (n-k))^(-½) RSS(k)^(-(n-2)/2)
/// (Smith 1975, Biometrika 62:407).
public struct PositionWeights: Hashable, Sendable {
  /// The first possible number of values before the break.
  public let first: Int
  /// The probability of each position from ``first`` on.
  public let probabilities: [Double]

  /// The smallest set of positions that holds a share of the probability, as its outer ends.
  ///
  /// - Parameter share: between 0 and 1, such as 0.95.
  /// - Returns: the smallest and largest number of values before the break in that set.
  public func range(holding share: Double) -> ClosedRange<Int> {
    let order = probabilities.indices.sorted { probabilities[$0] > probabilities[$1] }
    var total = 0.0
    var low = order.first ?? 0
    var high = low
    for index in order where total < share {
      total += probabilities[index]
      low = min(low, index)
      high = max(high, index)
    }
    return first + low...first + high
  }

  static func all(
    for breaks: [Int], costs: SegmentCosts, count: Int, minimum: Int
  ) -> [PositionWeights] {
    let edges = [0] + breaks + [count]
    return breaks.indices.map { index in
      PositionWeights(
        from: edges[index], to: edges[index + 2], costs: costs, minimum: minimum)
    }
  }

  private init(from start: Int, to end: Int, costs: SegmentCosts, minimum: Int) {
    first = start + minimum
    let size = Double(end - start)
    let logs = (start + minimum...end - minimum).map { split in
      let residual = max(costs.cost(start, split) + costs.cost(split, end), costs.resolution)
      let balance = log(Double(split - start)) + log(Double(end - split))
      return -0.5 * balance - (size - 2) / 2 * log(residual)
    }
    let top = logs.max() ?? 0
    let weights = logs.map { exp($0 - top) }
    let total = weights.reduce(0, +)
    probabilities = weights.map { $0 / total }
  }
}
