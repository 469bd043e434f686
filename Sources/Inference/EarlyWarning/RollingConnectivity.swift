/// The mean absolute correlation between items answered on one occasion, in rolling windows.
struct RollingConnectivity {
  /// The complete occasions of each window; starts and ends never go back.
  let windows: [Range<Int>]
  let itemCount: Int

  /// The fewest complete occasions that a window's connectivity is computed from.
  static let fewestOccasions = 10

  /// Computes one number per window, not a number where fewer than two items vary.
  ///
  /// - Parameter values: occasion after occasion, all items of each, with mean 0 and standard
  ///   deviation 1.
  /// - Returns: mean absolute correlations, 0 to 1.
  func curve(of values: [Double]) -> [Double] {
    var sums = [Double](repeating: 0, count: itemCount)
    var products = [Double](repeating: 0, count: itemCount * itemCount)
    func change(_ occasion: Int, by sign: Double) {
      let base = occasion * itemCount
      for i in 0..<itemCount {
        let value = sign * values[base + i]
        sums[i] += value
        for j in 0...i { products[i * itemCount + j] += value * values[base + j] }
      }
    }
    var (start, end) = (0, 0)
    return windows.map { window in
      while end < window.upperBound {
        change(end, by: 1)
        end += 1
      }
      while start < window.lowerBound {
        change(start, by: -1)
        start += 1
      }
      return connectivity(count: Double(end - start), sums, products)
    }
  }

  private func connectivity(count: Double, _ sums: [Double], _ products: [Double]) -> Double {
    guard count >= Double(RollingConnectivity.fewestOccasions) else { return .nan }
    func covariance(_ i: Int, _ j: Int) -> Double {
      products[i * itemCount + j] - sums[i] * sums[j] / count
    }
    var total = 0.0
    var pairs = 0.0
    for i in 1..<max(itemCount, 1) {
      for j in 0..<i {
        let scale = covariance(i, i) * covariance(j, j)
        guard scale > 1e-20 * count * count else { continue }
        total += abs(covariance(i, j)) / scale.squareRoot()
        pairs += 1
      }
    }
    return pairs > 0 ? total / pairs : .nan
  }
}
