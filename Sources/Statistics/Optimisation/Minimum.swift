/// What a search for a minimum found.
public struct Minimum: Hashable, Sendable {
  /// Why a search ended.
  public enum Outcome: Hashable, Sendable {
    /// No lower value lies within the tolerance of the search.
    case converged
    /// The allowed number of evaluations was spent first.
    case evaluationLimit
    /// No point with a finite value was found.
    case wall
  }

  /// The best point.
  public let point: [Double]
  /// The value there; infinity where the objective gives no number.
  public let value: Double
  /// How often the objective was computed.
  public let evaluations: Int
  /// Why the search ended.
  public let outcome: Outcome

  /// Creates a result.
  ///
  /// - Parameters:
  ///   - point: the best point.
  ///   - value: the value there.
  ///   - evaluations: how often the objective was computed.
  ///   - outcome: why the search ended.
  public init(point: [Double], value: Double, evaluations: Int, outcome: Outcome) {
    self.point = point
    self.value = value
    self.evaluations = evaluations
    self.outcome = value == .infinity ? .wall : outcome
  }
}
