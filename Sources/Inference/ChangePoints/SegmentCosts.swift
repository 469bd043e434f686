/// Sums of squares about the mean of any stretch of a series, in constant time.
struct SegmentCosts: Sendable {
  private let sums: [Double]
  private let squares: [Double]
  private let centre: Double
  /// Below this a sum of squares is rounding error.
  let resolution: Double

  init(_ values: [Double]) {
    // Centring first keeps the difference of squares exact where the mean is large.
    let centre = values.reduce(0) { $0 + $1 / Double(values.count) }
    var sums = [0.0]
    var squares = [0.0]
    for value in values {
      sums.append(sums[sums.count - 1] + (value - centre))
      squares.append(squares[squares.count - 1] + (value - centre) * (value - centre))
    }
    self.sums = sums
    self.squares = squares
    self.centre = centre
    let scale = values.reduce(centre * centre) { max($0, $1 * $1) }
    resolution = max(scale * 1e-28 * Double(values.count), 1e-300)
  }

  /// The mean of values `start ..< end`.
  func mean(_ start: Int, _ end: Int) -> Double {
    centre + (sums[end] - sums[start]) / Double(end - start)
  }

  /// Σ (value - mean)² over `start ..< end`.
  func cost(_ start: Int, _ end: Int) -> Double {
    let sum = sums[end] - sums[start]
    return max(squares[end] - squares[start] - sum * sum / Double(end - start), 0)
  }
}

/// The best positions for every number of breaks.
struct SegmentSearch {
  let costs: SegmentCosts
  let count: Int
  let minimum: Int

  /// Best breaks for 0, 1, … as long as the segments fit, at most `maximum`.
  func best(upTo maximum: Int) -> [[Int]] {
    var previous = (0...count).map { $0 >= minimum ? costs.cost(0, $0) : .infinity }
    var origins: [[Int]] = []
    var results: [[Int]] = [[]]
    for breaks in 0..<maximum where (breaks + 2) * minimum <= count {
      var current = [Double](repeating: .infinity, count: count + 1)
      var origin = [Int](repeating: 0, count: count + 1)
      for end in (breaks + 2) * minimum...count {
        for split in (breaks + 1) * minimum...end - minimum {
          let total = previous[split] + costs.cost(split, end)
          guard total < current[end] else { continue }
          current[end] = total
          origin[end] = split
        }
      }
      previous = current
      origins.append(origin)
      results.append(traced(origins))
    }
    return results
  }

  private func traced(_ origins: [[Int]]) -> [Int] {
    var end = count
    var breaks: [Int] = []
    for origin in origins.reversed() {
      end = origin[end]
      breaks.append(end)
    }
    return breaks.reversed()
  }
}
