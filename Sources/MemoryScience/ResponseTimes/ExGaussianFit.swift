private import Foundation
internal import Statistics

/// An ex-Gaussian law fitted to response times by maximum likelihood.
public struct ExGaussianFit: Hashable, Sendable {
  /// The law.
  public let law: ExGaussian
  /// Standard errors of mu, sigma and tau in seconds, from the curvature of the log-likelihood; nil
  /// where a parameter lies at its edge, as tau does without a slow tail.
  public let standardErrors: [Double]?
  /// The natural logarithm of the likelihood.
  public let logLikelihood: Double
  /// How many times were fitted.
  public let count: Int
  /// Whether the search ended at a maximum.
  public let isConverged: Bool

  /// The fewest times that are fitted; about 100 are needed for steady estimates (Heathcote, Popiel &
  /// Mewhort 1991, Psychol Bull 109:340-347).
  public static let leastCount = 30

  /// Fits response times.
  ///
  /// - Parameter seconds: response times, at least ``leastCount`` and not all equal.
  /// - Throws: an error that says how many are needed or which time cannot be used.
  public init(of seconds: [Double]) throws(MemoryScienceError) {
    guard seconds.count >= ExGaussianFit.leastCount else {
      throw .tooFew(
        observed: seconds.count, needed: ExGaussianFit.leastCount, what: "an ex-Gaussian fit")
    }
    if let wrong = seconds.firstIndex(where: { !$0.isFinite || abs($0) > 1e6 }) {
      throw .unusable("time \(wrong + 1) is \(seconds[wrong]) s; leave it out or mend it")
    }
    let (mean, deviation, skewness) = ExGaussianFit.moments(of: seconds)
    guard deviation > 1e-9 else {
      throw .unusable("all response times are equal; look at how they were recorded")
    }
    // Moments: skewness = 2 (tau / sd)³; kept inside so that both parts have a width.
    let share = min(max(pow(max(skewness, 0) / 2, 1.0 / 3), 0.2), 0.95)
    let tau = deviation * share
    let sigma = deviation * (1 - share * share).squareRoot()
    let objective: ([Double]) -> Double = { point in
      let law = ExGaussian(unchecked: point[0], sigma: exp(point[1]), tau: exp(point[2]))
      guard law.sigma > deviation * 1e-4, law.tau > deviation * 1e-4, law.sigma < deviation * 100,
        law.tau < deviation * 100
      else { return .infinity }
      return seconds.reduce(0) { $0 - law.logDensity($1) }
    }
    let search = NelderMead(step: 0.1, tolerance: 1e-9, evaluationLimit: 3_000)
    let found = search.minimum(of: objective, from: [mean - tau, log(sigma), log(tau)])
    guard found.value.isFinite else {
      throw .unusable("no ex-Gaussian law gives these response times; look at them for mistakes")
    }
    law = ExGaussian(
      unchecked: found.point[0], sigma: exp(found.point[1]), tau: exp(found.point[2]))
    logLikelihood = -found.value
    count = seconds.count
    isConverged = found.outcome == .converged
    let slopes = [1, law.sigma, law.tau]
    let covariance = Cholesky(numericalHessian(of: objective, at: found.point))?.inverse
    standardErrors = covariance.map { matrix in
      slopes.indices.map { matrix[$0, $0].squareRoot() * slopes[$0] }
    }
  }

  private static func moments(of values: [Double]) -> (Double, Double, Double) {
    let count = Double(values.count)
    let mean = values.reduce(0, +) / count
    let second = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / count
    let third = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) * ($1 - mean) } / count
    let deviation = second.squareRoot()
    return (mean, deviation, deviation > 0 ? third / (second * deviation) : 0)
  }
}
