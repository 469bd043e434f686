/// Sums of squares about the mean of any stretch of a series, in constant time.
struct SegmentCosts: Sendable {
  private let sums: RunningTotals
  private let squares: RunningTotals
  private let centre: Double
  /// Below this a sum of squares is rounding error.
  let resolution: Double

  init(_ values: [Double]) {
    // Centring keeps the difference of squares exact where values are large, and the median does so
    // for all others where one value is absurd.
    let centre = values.sorted()[values.count / 2]
    sums = RunningTotals(values.map { $0 - centre })
    squares = RunningTotals(values.map { ($0 - centre) * ($0 - centre) })
    self.centre = centre
    let scale = values.reduce(centre * centre) { max($0, $1 * $1) }
    resolution = max(scale * 1e-28 * Double(values.count), 1e-300)
  }

  /// The mean of values `start ..< end`.
  func mean(_ start: Int, _ end: Int) -> Double {
    centre + sums.total(start, end) / Double(end - start)
  }

  /// Σ (value - mean)² over `start ..< end`.
  func cost(_ start: Int, _ end: Int) -> Double {
    let sum = sums.total(start, end)
    return max(squares.total(start, end) - sum * sum / Double(end - start), 0)
  }
}

/// Running totals with the rounding error of each kept beside it (Knuth, The art of computer
/// programming 2, 4.2.2), so that one huge value does not wipe out the digits of those after it.
private struct RunningTotals: Sendable {
  private var heads = [0.0]
  private var tails = [0.0]

  init(_ values: [Double]) {
    var (head, tail) = (0.0, 0.0)
    for value in values {
      let next = head + value
      let taken = next - head
      tail += (head - (next - taken)) + (value - taken)
      head = next
      heads.append(head)
      tails.append(tail)
    }
  }

  /// The sum of values `start ..< end`.
  func total(_ start: Int, _ end: Int) -> Double {
    (heads[end] - heads[start]) + (tails[end] - tails[start])
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
