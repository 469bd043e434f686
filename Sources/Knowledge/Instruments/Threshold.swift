/// A score together with the side of it that counts.
public struct Threshold: Hashable, Sendable {
  /// The side of the score that counts.
  public enum Comparison: String, Hashable, Sendable, CaseIterable {
    /// Lower than the score.
    case below
    /// The score itself or lower.
    case atMost
    /// The score itself or higher.
    case atLeast
    /// Higher than the score.
    case above
  }

  /// The side that counts.
  public let comparison: Comparison
  /// The score, in points.
  public let score: Double

  /// Creates a threshold.
  ///
  /// - Parameters:
  ///   - comparison: the side that counts.
  ///   - score: the score, in points.
  public init(comparison: Comparison, score: Double) {
    self.comparison = comparison
    self.score = score
  }

  /// Tells whether a total lies on the side that counts.
  ///
  /// - Parameter total: a total in points.
  /// - Returns: true when the total meets the threshold; false for a total that is not a number.
  public func isMet(by total: Double) -> Bool {
    switch comparison {
    case .below: total < score
    case .atMost: total <= score
    case .atLeast: total >= score
    case .above: total > score
    }
  }
}
