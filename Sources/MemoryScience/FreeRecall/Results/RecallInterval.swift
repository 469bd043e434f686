/// An interval, or why there is none.
public enum RecallInterval: Hashable, Sendable {
  /// The interval.
  case known(ClosedRange<Double>)
  /// Why no interval can be stated.
  case unknown(String)

  /// How the interval of one person is found.
  public enum Method: Hashable, Sendable {
    /// Bootstrap over lists, bias-corrected and accelerated (Efron 1987).
    case bca
    /// Bootstrap over lists, percentiles (Efron 1979).
    case percentile
    /// The exact binomial interval (Clopper & Pearson 1934); only where each list gives at most one
    /// event to a bin, as in a serial position curve.
    case exact
  }

  /// The bounds, `nil` when unknown.
  public var bounds: ClosedRange<Double>? {
    guard case .known(let bounds) = self else { return nil }
    return bounds
  }

  /// The fewest lists from which a bootstrap is made: with fewer, its intervals are too short.
  public static let fewestLists = 10
  /// The fewest and the most replicates of a bootstrap.
  public static let replicates = 200...100_000

  static func check(level: Double) throws(MemoryScienceError) {
    guard level > 0, level < 1 else {
      throw .option("the level of an interval is \(level); write one above 0 and below 1")
    }
  }

  static func check(replicates count: Int) throws(MemoryScienceError) {
    guard replicates.contains(count) else {
      throw .option(
        "a bootstrap of \(count) replicates; write \(replicates.lowerBound) to "
          + "\(replicates.upperBound)")
    }
  }
}
