/// Weights fitted to a log.
public struct PracticeFit: Hashable, Sendable {
  /// The weights.
  public let weights: MemoryModel.Weights
  /// What the log and the prior leave open about each weight; from the expected information at the
  /// optimum, so approximate, and too small where a weight is at the edge of its range. Nothing when
  /// the information cannot be inverted.
  public let standardErrors: [Double]?
  /// The weights the search started from.
  public let start: MemoryModel.Weights
  /// How many reviews were foretold.
  public let predictions: Int
  /// The weighted log loss with the penalty, summed, in nats.
  public let objective: Double
  /// How often the log was gone through.
  public let evaluations: Int
  /// Whether the search came to its end.
  public let isConverged: Bool
}
