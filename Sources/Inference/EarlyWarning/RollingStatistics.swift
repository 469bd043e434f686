/// Variance and lag-1 autocorrelation of one item in windows that roll over its answers.
///
/// Each answer enters and leaves a set of running sums once, so a step of the window costs the same
/// however wide it is. Values are to be handed in with mean 0 and standard deviation 1, so that the
/// sums keep their digits.
struct RollingStatistics {
  /// The answers of each window; starts and ends never go back.
  let windows: [Range<Int>]
  /// Whether an answer and the one before it are neighbours.
  let isPaired: [Bool]

  /// One number per window, not a number where it is undefined.
  struct Curves {
    var autocorrelation: [Double] = []
    var variance: [Double] = []
    var mean: [Double] = []
  }

  /// The fewest pairs of neighbours that a window's autocorrelation is computed from.
  static let fewestPairs = 10

  func curves(of values: [Double]) -> Curves {
    var curves = Curves()
    curves.autocorrelation.reserveCapacity(windows.count)
    curves.variance.reserveCapacity(windows.count)
    curves.mean.reserveCapacity(windows.count)
    var sums = RollingSums()
    var (start, end) = (0, 0)
    for window in windows {
      while end < window.upperBound {
        sums.change(values[end], by: 1)
        if isPaired[end], end > start { sums.change(values[end - 1], values[end], by: 1) }
        end += 1
      }
      while start < window.lowerBound {
        sums.change(values[start], by: -1)
        let next = start + 1
        if next < end, isPaired[next] { sums.change(values[start], values[next], by: -1) }
        start = next
      }
      curves.autocorrelation.append(sums.autocorrelation)
      curves.variance.append(sums.variance)
      curves.mean.append(sums.count > 0 ? sums.sum / sums.count : .nan)
    }
    return curves
  }
}

/// The sums of one window.
private struct RollingSums {
  var count = 0.0
  var sum = 0.0
  private var squares = 0.0
  private var pairs = 0.0
  private var earlier = 0.0
  private var later = 0.0
  private var earlierSquares = 0.0
  private var laterSquares = 0.0
  private var products = 0.0

  /// Below this share of the whole series' variance a window does not vary.
  static let least = 1e-10

  mutating func change(_ value: Double, by sign: Double) {
    count += sign
    sum += sign * value
    squares += sign * value * value
  }

  mutating func change(_ before: Double, _ after: Double, by sign: Double) {
    pairs += sign
    earlier += sign * before
    later += sign * after
    earlierSquares += sign * before * before
    laterSquares += sign * after * after
    products += sign * before * after
  }

  /// The variance with n-1.
  var variance: Double {
    guard count > 1.5 else { return .nan }
    return max((squares - sum * sum / count) / (count - 1), 0)
  }

  /// The Pearson correlation of neighbours.
  var autocorrelation: Double {
    guard pairs >= Double(RollingStatistics.fewestPairs) - 0.5 else { return .nan }
    let first = earlierSquares - earlier * earlier / pairs
    let second = laterSquares - later * later / pairs
    guard first > RollingSums.least * pairs, second > RollingSums.least * pairs else {
      return .nan
    }
    return (products - earlier * later / pairs) / (first * second).squareRoot()
  }
}
