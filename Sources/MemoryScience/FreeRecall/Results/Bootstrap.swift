private import Foundation
internal import Statistics

/// Intervals from statistics of lists drawn with replacement.
///
/// Source: Efron & Tibshirani 1993, chapters 13 and 14. Each replicate draws as many lists as there
/// are; with all of its sums kept, the statistic of a replicate costs one addition per list and bin.
/// Bins for whose replicates there is no room at once take turns with the same draws.
struct Bootstrap {
  /// How many statistics are kept at once: 32 MB of them.
  static let mostKept = 4_000_000

  /// The statistics of all replicates, bin by bin; those that are undefined left out.
  private let replicates: [[Double]]
  /// The statistics without each list, bin by bin; those that are undefined left out.
  private let withoutOne: [[Double]]

  /// Draws.
  ///
  /// - Parameters:
  ///   - lists: how many lists there are, 1 or more.
  ///   - bins: how many statistics.
  ///   - count: how many draws.
  ///   - stream: where the random numbers come from.
  ///   - statistic: the statistics when each list counts as often as said, not a number where
  ///     undefined.
  init(
    lists: Int, bins: Int, replicates count: Int, stream: RandomStream,
    statistic: ([Double]) -> [Double]
  ) {
    var stream = stream
    var drawn = [[Double]](repeating: [], count: bins)
    var left = drawn
    var weights = [Double](repeating: 0, count: lists)
    for _ in 0..<count {
      for index in weights.indices { weights[index] = 0 }
      for _ in 0..<lists { weights[Int(stream.next() % UInt64(lists))] += 1 }
      Self.append(statistic(weights), to: &drawn)
    }
    for index in weights.indices { weights[index] = 1 }
    for index in weights.indices {
      weights[index] = 0
      Self.append(statistic(weights), to: &left)
      weights[index] = 1
    }
    replicates = drawn.map { $0.sorted() }
    withoutOne = left
  }

  /// The turns that bins take.
  ///
  /// - Parameters:
  ///   - bins: all bins.
  ///   - count: how many replicates each has.
  ///   - kept: how many statistics are kept at once.
  /// - Returns: the bins in their order, at least one in each turn.
  static func turns(_ bins: [Int], replicates count: Int, keeping kept: Int) -> [ArraySlice<Int>] {
    let size = max(kept / max(count, 1), 1)
    return stride(from: 0, to: bins.count, by: size).map { start in
      bins[start..<min(start + size, bins.count)]
    }
  }

  private static func append(_ values: [Double], to columns: inout [[Double]]) {
    for (bin, value) in values.enumerated() where value.isFinite { columns[bin].append(value) }
  }

  /// The interval of one statistic.
  ///
  /// - Parameters:
  ///   - bin: which one.
  ///   - estimate: its value with all lists.
  ///   - level: the probability.
  ///   - corrected: whether percentiles are bias-corrected and accelerated.
  ///   - total: how many replicates were drawn.
  /// - Returns: the interval, or why there is none.
  func interval(
    _ bin: Int, estimate: Double, level: Double, corrected: Bool, total: Int
  ) -> RecallInterval {
    let values = replicates[bin]
    guard Double(values.count) >= 0.95 * Double(total), let least = values.first,
      let greatest = values.last
    else { return .unknown("undefined in too many lists") }
    guard least < greatest else { return .unknown("the same in all lists") }
    let tail = (1 - level) / 2
    guard corrected else {
      return .known(quantile(tail, values)...quantile(1 - tail, values))
    }
    let lower = shifted(tail, bin: bin, estimate: estimate)
    let upper = shifted(1 - tail, bin: bin, estimate: estimate)
    guard let lower, let upper, lower <= upper else {
      return .unknown("the bootstrap is too skewed; more lists are needed")
    }
    return .known(quantile(lower, values)...quantile(upper, values))
  }

  /// The percentile that a corrected interval takes in place of another.
  private func shifted(_ probability: Double, bin: Int, estimate: Double) -> Double? {
    let values = replicates[bin]
    // Ties count half, since statistics of lists take few values.
    let below = values.count { $0 < estimate }
    let ties = values.count { $0 == estimate }
    let share = (Double(below) + 0.5 * Double(ties)) / Double(values.count)
    guard share > 0, share < 1 else { return nil }
    let bias = Normal.standard.quantile(share)
    let score = bias + Normal.standard.quantile(probability)
    let scale = 1 - acceleration(bin) * score
    guard scale > 0 else { return nil }
    return Normal.standard.cumulative(bias + score / scale)
  }

  private func acceleration(_ bin: Int) -> Double {
    let values = withoutOne[bin]
    guard !values.isEmpty else { return 0 }
    let mean = values.reduce(0, +) / Double(values.count)
    let squares = values.reduce(0) { $0 + (mean - $1) * (mean - $1) }
    let cubes = values.reduce(0) { $0 + (mean - $1) * (mean - $1) * (mean - $1) }
    guard squares > 0 else { return 0 }
    return cubes / (6 * squares * squares.squareRoot())
  }

  private func quantile(_ probability: Double, _ sorted: [Double]) -> Double {
    let place = probability * Double(sorted.count - 1)
    let lower = min(max(Int(place.rounded(.down)), 0), sorted.count - 1)
    let upper = min(lower + 1, sorted.count - 1)
    return sorted[lower] + (place - Double(lower)) * (sorted[upper] - sorted[lower])
  }
}
