internal import Statistics

/// Trends of simulated series in order, and the place of one among them.
struct ChanceRanks: Hashable {
  private let sorted: [Double]
  /// For each series in the order of simulation, what ``share(of:)`` would be if it were the one in
  /// question: as many of the others rise at least as much, out of one more.
  let shares: [Double]

  init(_ taus: [Double]) {
    let sorted = taus.sorted()
    self.sorted = sorted
    shares = taus.map { tau in
      Double(sorted.count - ChanceRanks.count(in: sorted, below: tau)) / Double(sorted.count + 1)
    }
  }

  /// The share of all series, the one in question among them, that rise at least as much.
  func share(of tau: Double) -> Double {
    let above = sorted.count - ChanceRanks.count(in: sorted, below: tau)
    return Double(above + 1) / Double(sorted.count + 1)
  }

  /// The share of series whose trend exceeds a limit in size.
  func share(beyond limit: Double) -> Double {
    Double(sorted.count { abs($0) > limit }) / Double(max(sorted.count, 1))
  }

  /// The central 95 %.
  var central95: ClosedRange<Double> {
    let low = quantile(0.025)
    return low...max(quantile(0.975), low)
  }

  /// A quantile between order statistics (Hyndman & Fan 1996, Am Stat 50:361, type 7).
  func quantile(_ probability: Double) -> Double {
    guard let last = sorted.indices.last else { return 0 }
    let place = probability * Double(last)
    let index = min(Int(place), last)
    let next = min(index + 1, last)
    return sorted[index] + (place - Double(index)) * (sorted[next] - sorted[index])
  }

  /// How many numbers of a sorted list are at most a limit.
  static func count(in sorted: [Double], atMost limit: Double) -> Int {
    count(in: sorted) { $0 <= limit }
  }

  /// How many numbers of a sorted list are below a limit.
  static func count(in sorted: [Double], below limit: Double) -> Int {
    count(in: sorted) { $0 < limit }
  }

  private static func count(in sorted: [Double], _ isBefore: (Double) -> Bool) -> Int {
    var (low, high) = (0, sorted.count)
    while low < high {
      let middle = (low + high) / 2
      if isBefore(sorted[middle]) { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The standard deviation of tau if all orders were equally likely.
  static func independenceDeviation(count: Int) -> Double {
    let line = (0..<max(count, 2)).map(Double.init)
    return KendallTau(line, line)?.independenceDeviation ?? 0
  }
}
