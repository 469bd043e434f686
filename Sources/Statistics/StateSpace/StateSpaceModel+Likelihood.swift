private import Foundation

extension StateSpaceModel {
  /// The likelihood of observations, with the coefficients estimated on the way.
  public struct Likelihood: Sendable {
    /// The exact diffuse log-likelihood.
    ///
    ///     -½ { (n-d) log 2π + log|V| + log|X'V⁻¹X + B⁻¹| + log|B| + (y-Xβ)'V⁻¹(y-Xβ) + β'B⁻¹β }
    ///
    /// with d diffuse coefficients; B ranges over the others. This is the convention of KFAS; it
    /// differs from one with 2π counted for all n terms by ½ d log 2π.
    public let logLikelihood: Double
    /// β.
    public let coefficients: [Double]
    /// The factor from which the covariance of β follows when it is asked for.
    let factor: PackedCholesky

    /// The covariance of β at these variances, row-major; computed at each call.
    public var covariance: [Double] { factor.inverse() }

    /// The scale that would maximise the likelihood if all of P, Q, r and B were multiplied by it.
    public let scale: Double
    /// The log-likelihood at that scale.
    public let scaledLogLikelihood: Double
  }

  /// Computes the likelihood.
  ///
  /// - Parameter data: the observations.
  /// - Returns: the likelihood and the estimated coefficients.
  /// - Throws: ``StateSpaceError`` when shapes do not fit, regressors are collinear, there are no
  ///   more observations than diffuse coefficients, or one without variance settles a coefficient.
  public func likelihood(of data: Observations) throws(StateSpaceError) -> Likelihood {
    try check(data)
    return try likelihood(from: try sums(of: data))
  }

  func likelihood(from sums: InnovationSums) throws(StateSpaceError) -> Likelihood {
    guard !sums.isSettled else {
      throw .value("an observation without variance settles a coefficient; give it some noise")
    }
    let solution = try sums.solved(priors: coefficientVariances)
    let degrees = sums.count - solution.diffuseCount
    guard degrees > 0 else {
      throw .tooFew(observations: sums.count, needed: solution.diffuseCount + 1)
    }
    let terms = Double(degrees)
    let constant =
      terms * log(2 * .pi) + sums.logVariances + solution.logInformation
      + solution.logPriors
    let scale = solution.residual / terms
    return Likelihood(
      logLikelihood: -0.5 * (constant + solution.residual),
      coefficients: solution.coefficients, factor: solution.factor, scale: scale,
      scaledLogLikelihood: -0.5 * (constant + terms * (log(scale) + 1)))
  }

  private func sums(of data: Observations) throws(StateSpaceError) -> InnovationSums {
    switch data.regressorCount {
    case ...3: ForwardPass<SIMD4<Double>>(model: self, data: data).sums()
    case ...7: ForwardPass<SIMD8<Double>>(model: self, data: data).sums()
    case ...15: ForwardPass<SIMD16<Double>>(model: self, data: data).sums()
    case ...31: ForwardPass<SIMD32<Double>>(model: self, data: data).sums()
    default: throw .shape("\(data.regressorCount) regressors; at most 31 are supported")
    }
  }
}
