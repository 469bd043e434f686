/// Count, mean and standard deviation of a series, the two figures that say most about it
/// (Dejonckheere 2019, Nature Human Behaviour 3:478).
public struct SeriesSummary: Hashable, Sendable {
  /// How many values.
  public let count: Int
  /// Their mean, 0 when there is none.
  public let mean: Double
  /// Their standard deviation with n-1, 0 when there are fewer than two.
  public let standardDeviation: Double

  /// Summarises values in one pass (Welford 1962, Technometrics 4:419).
  ///
  /// - Parameter values: any finite values.
  public init(_ values: some Sequence<Double>) {
    var running = RunningSummary()
    for value in values { running.add(value) }
    count = running.count
    mean = running.mean
    standardDeviation = running.standardDeviation
  }
}

/// A summary that grows by one value at a time.
struct RunningSummary {
  private(set) var count = 0
  private(set) var mean = 0.0
  private var squares = 0.0

  /// With n-1, 0 when there are fewer than two values.
  var standardDeviation: Double { count > 1 ? (squares / Double(count - 1)).squareRoot() : 0 }

  mutating func add(_ value: Double) {
    count += 1
    let offset = value - mean
    mean += offset / Double(count)
    squares += offset * (value - mean)
  }
}
