private import Foundation

/// The law of answer and response time when evidence drifts between two boundaries: the
/// first-passage times of the Wiener process with drift.
///
/// The process has a standard deviation of 1 after one second (divide drift and boundary by 0.1 to
/// come from the custom of EZ diffusion). The density is the series of Feller (1968, An introduction
/// to probability theory, chapter XIV.6), for short or for long times, cut where the error bound of
/// Navarro & Fuss (2009, Fast and accurate calculations for first-passage times in Wiener diffusion
/// models, J Math Psychol 53:222-230) falls below a limit.
public struct WienerDistribution: Hashable, Sendable {
  /// The boundary that ends a trial.
  public enum Boundary: String, Hashable, Sendable, CaseIterable, Codable {
    /// The boundary at 0.
    case lower
    /// The boundary that a positive drift leads to.
    case upper
  }

  /// v, evidence per second; above 0 towards the upper boundary.
  public let drift: Double
  /// a, the distance of the boundaries, above 0.
  public let boundary: Double
  /// w, the starting point as a share of the distance, above 0 and below 1; one half is no bias.
  public let bias: Double
  /// The time of perceiving and moving, in seconds, 0 or more.
  public let nonDecisionTime: Double

  /// The largest absolute error of the density of the standardised process.
  public static let defaultError = 1e-10

  /// Creates the law.
  ///
  /// - Parameters:
  ///   - drift: v, evidence per second, within ±100.
  ///   - boundary: a, above 0 and at most 100.
  ///   - bias: w, above 0 and below 1.
  ///   - nonDecisionTime: in seconds, 0 or more.
  /// - Throws: ``MemoryScienceError/option(_:)`` when a parameter is outside its range.
  public init(
    drift: Double, boundary: Double, bias: Double = 0.5, nonDecisionTime: Double = 0
  ) throws(MemoryScienceError) {
    guard abs(drift) <= 100, boundary > 0, boundary <= 100, bias > 0, bias < 1,
      nonDecisionTime >= 0, nonDecisionTime.isFinite
    else {
      throw .option(
        "drift \(drift), boundary \(boundary), bias \(bias), non-decision time \(nonDecisionTime):"
          + " give a drift within 100, a boundary up to 100, a bias between 0 and 1 and a time of 0"
          + " or more")
    }
    self.init(
      unchecked: drift, boundary: boundary, bias: bias, nonDecisionTime: nonDecisionTime)
  }

  /// Creates the law from parameters that are known to be in range.
  init(unchecked drift: Double, boundary: Double, bias: Double, nonDecisionTime: Double) {
    self.drift = drift
    self.boundary = boundary
    self.bias = bias
    self.nonDecisionTime = nonDecisionTime
  }

  /// The probability that a trial ends at a boundary, at whatever time.
  ///
  /// Source: Feller (1968), chapter XIV.
  ///
  /// - Parameter end: the boundary.
  /// - Returns: a probability.
  public func probability(of end: Boundary) -> Double {
    // Towards the boundary that is `far` of the distance away.
    let far = end == .upper ? 1 - bias : bias
    let rate = end == .upper ? drift : -drift
    let whole = 2 * rate * boundary
    guard abs(whole) > 1e-9 else { return 1 - far }
    // (1 - e^(-whole (1 - far))) / (1 - e^(-whole)), kept from overflowing.
    if whole > 0 { return expm1(-whole * (1 - far)) / expm1(-whole) }
    return exp(whole * far) * expm1(whole * (1 - far)) / expm1(whole)
  }

  /// The mean response time over both answers, in seconds.
  ///
  /// By optional stopping the mean drifted distance equals drift times mean time.
  public var meanResponseTime: Double {
    let scale = boundary * boundary * bias * (1 - bias)
    guard abs(drift) * boundary > 1e-6 else { return nonDecisionTime + scale }
    return nonDecisionTime + boundary * (probability(of: .upper) - bias) / drift
  }

  /// The joint density of an answer and its response time.
  ///
  /// - Parameters:
  ///   - seconds: the response time, non-decision time included.
  ///   - end: the answer.
  ///   - error: the largest absolute error for the standardised process, above 0.
  /// - Returns: the density per second; over both answers and all times it integrates to 1.
  public func density(
    at seconds: Double, _ end: Boundary, error: Double = defaultError
  ) -> Double {
    exp(logDensity(at: seconds, end, error: error))
  }

  /// The natural logarithm of ``density(at:_:error:)``.
  ///
  /// The leading exponential is taken out of the series, so that the logarithm stays precise where
  /// the density itself vanishes.
  ///
  /// - Parameters:
  ///   - seconds: the response time, non-decision time included.
  ///   - end: the answer.
  ///   - error: the largest absolute error for the standardised process, above 0.
  /// - Returns: the logarithm; minus infinity up to the non-decision time.
  public func logDensity(
    at seconds: Double, _ end: Boundary, error: Double = defaultError
  ) -> Double {
    let time = seconds - nonDecisionTime
    guard time > 0, time.isFinite else { return seconds.isNaN ? .nan : -.infinity }
    // The density at the lower boundary; the upper one is its mirror image.
    let rate = end == .lower ? drift : -drift
    let start = end == .lower ? bias : 1 - bias
    let standardised = time / (boundary * boundary)
    let tilt = -rate * boundary * start - rate * rate * time / 2
    return tilt - 2 * log(boundary)
      + FirstPassageSeries.logDensity(time: standardised, start: start, error: error)
  }
}
