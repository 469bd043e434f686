/// Median, mean and spread of response times.
public struct ResponseTimeSummary: Hashable, Sendable {
  /// How many times there are.
  public let count: Int
  /// The median in seconds.
  public let median: Double
  /// The mean in seconds.
  public let mean: Double
  /// The standard deviation in seconds, with n - 1.
  public let standardDeviation: Double

  /// Summarises times.
  ///
  /// - Parameter seconds: the times; nothing is created for fewer than 2 or for what is not finite.
  public init?(_ seconds: [Double]) {
    guard seconds.count >= 2, seconds.allSatisfy(\.isFinite) else { return nil }
    let sorted = seconds.sorted()
    let half = sorted.count / 2
    count = sorted.count
    median =
      sorted.count.isMultiple(of: 2) ? (sorted[half - 1] + sorted[half]) / 2 : sorted[half]
    let centre = sorted.reduce(0, +) / Double(sorted.count)
    let squares = sorted.reduce(0) { $0 + ($1 - centre) * ($1 - centre) }
    mean = centre
    standardDeviation = (squares / Double(sorted.count - 1)).squareRoot()
  }

  /// The median as a score, with the standard error it has for normal times, 1.2533 s/√n.
  static func median(
    _ name: String, of seconds: [Double], _ reliability: ScoreReliability
  ) -> TaskScore {
    guard let summary = ResponseTimeSummary(seconds) else {
      return TaskScore(
        name, .missing("\(seconds.count) usable times, 2 needed"), .seconds, isTimed: true,
        reliability)
    }
    let error = 1.2533 * summary.standardDeviation / Double(summary.count).squareRoot()
    return TaskScore(
      name, .measured(summary.median, standardError: error), .seconds, isTimed: true, reliability)
  }
}
