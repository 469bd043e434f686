extension StateSpaceModel {
  /// First derivatives of the exact diffuse log-likelihood with respect to the numbers of a model.
  ///
  /// An entry of a symmetric matrix counts as often as it stands in it: a change of the model moves
  /// the log-likelihood by the sum over all entries of derivative × change.
  public struct Score: Sendable {
    /// The likelihood.
    public let likelihood: Likelihood
    /// By P, row-major.
    public let initialCovariance: [Double]
    /// By Φ and Q of every transition.
    public let transitions: [Transition]
    /// By r of every series.
    public let variances: [Double]
    /// By b of every regressor; 0 for a diffuse one.
    public let coefficientVariances: [Double]
  }

  /// Computes the likelihood with all its first derivatives in one pass forward and one back.
  ///
  /// With P = V⁻¹ - V⁻¹X (X'V⁻¹X + B⁻¹)⁻¹ X'V⁻¹ the derivative along dV is ½ (Py)'dV Py - ½ tr(P dV).
  /// Both are sums over what the smoother collects (Koopman and Shephard 1992, Biometrika 79:823), the
  /// regression taken along as further columns that weigh like the residuals.
  ///
  /// Complexity: about three likelihoods.
  ///
  /// - Parameter data: the observations.
  /// - Returns: likelihood and derivatives.
  /// - Throws: ``StateSpaceError`` as ``likelihood(of:)`` does.
  public func score(of data: Observations) throws(StateSpaceError) -> Score {
    try check(data)
    switch data.regressorCount {
    case ...3: return try ScorePass<SIMD4<Double>>(model: self, data: data).run()
    case ...7: return try ScorePass<SIMD8<Double>>(model: self, data: data).run()
    case ...15: return try ScorePass<SIMD16<Double>>(model: self, data: data).run()
    case ...31: return try ScorePass<SIMD32<Double>>(model: self, data: data).run()
    default: throw .shape("\(data.regressorCount) regressors; at most 31 are supported")
    }
  }

  /// x'Py = β / b and x'Px = (b - Var β) / b² for a regressor x with prior variance b.
  static func priorScores(_ likelihood: Likelihood, priors: [Double]) -> [Double] {
    let covariance = likelihood.covariance
    return priors.indices.map { index in
      let prior = priors[index]
      guard prior.isFinite else { return 0 }
      let pull = likelihood.coefficients[index] / prior
      let information = (1 - covariance[index * priors.count + index] / prior) / prior
      return 0.5 * (pull * pull - information)
    }
  }
}
