/// One answer with its time, as ``WienerFit`` takes it.
public struct WienerTrial: Hashable, Sendable {
  /// The answer: upper for yes or correct, as the caller decides.
  public let end: WienerDistribution.Boundary
  /// The response time in seconds, above 0.
  public let seconds: Double
  /// The number of the condition, such as the valence, from 0 on; each has a drift of its own.
  public let condition: Int

  /// Creates a trial.
  ///
  /// - Parameters:
  ///   - end: the answer.
  ///   - seconds: the response time in seconds, above 0.
  ///   - condition: the number of the condition, from 0 on.
  public init(end: WienerDistribution.Boundary, seconds: Double, condition: Int = 0) {
    self.end = end
    self.seconds = seconds
    self.condition = condition
  }
}
