/// Sums of what happened and of what could have happened, one pair for each bin.
struct RatioSums: Hashable, Sendable {
  var actual: [Double]
  var possible: [Double]

  init(bins: Int) {
    actual = [Double](repeating: 0, count: bins)
    possible = actual
  }

  /// Counts something that happened or could have.
  @inline(__always)
  mutating func add(_ bin: Int, actual happened: Double, possible could: Double = 1) {
    actual[bin] += happened
    possible[bin] += could
  }

  mutating func reset() {
    for bin in actual.indices {
      actual[bin] = 0
      possible[bin] = 0
    }
  }
}

/// A way to count one study list; the sums over a person's lists are the analysis.
protocol ListTally<Bin>: Sendable {
  /// What a bin stands for.
  associatedtype Bin: Hashable & Sendable
  /// The bins.
  var bins: [Bin] { get }
  /// Adds a list.
  mutating func add(_ list: ScoredList, to sums: inout RatioSums)
  /// Adds some lists of the data.
  mutating func add(_ lists: Range<Int>, of data: RecallData, to sums: inout RatioSums)
}

extension ListTally {
  mutating func add(_ lists: Range<Int>, of data: RecallData, to sums: inout RatioSums) {
    for index in lists { add(data.lists[index], to: &sums) }
  }
}
