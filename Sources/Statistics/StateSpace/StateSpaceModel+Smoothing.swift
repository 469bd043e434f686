extension StateSpaceModel {
  /// What the whole series says about every instant and every observation.
  public struct Smoothing: Sendable {
    /// The likelihood and the coefficients.
    public let likelihood: Likelihood
    /// The covariance of β, row-major.
    public let coefficientCovariance: [Double]
    /// The number of states.
    public let stateCount: Int
    /// The number of instants.
    public var instantCount: Int { means.count / stateCount }
    let means: [Double]
    let covariances: [Double]
    let crossCovariances: [Double]
    /// Smoothed observations, per observation.
    public let errors: [ObservationError]

    /// The mean of a state, without the regression part.
    ///
    /// - Parameters:
    ///   - state: the state.
    ///   - instant: the instant.
    /// - Returns: its mean given all observations.
    public func mean(of state: Int, at instant: Int) -> Double {
      means[instant * stateCount + state]
    }

    /// The covariance of two states, uncertainty of β included.
    ///
    /// - Parameters:
    ///   - state: one state.
    ///   - other: the other state.
    ///   - instant: the instant.
    /// - Returns: their covariance given all observations.
    public func covariance(of state: Int, and other: Int, at instant: Int) -> Double {
      covariances[(instant * stateCount + state) * stateCount + other]
    }

    /// The covariance of a state with a coefficient.
    ///
    /// - Parameters:
    ///   - state: the state.
    ///   - coefficient: the coefficient.
    ///   - instant: the instant.
    /// - Returns: their covariance given all observations.
    public func covariance(
      of state: Int, withCoefficient coefficient: Int, at instant: Int
    ) -> Double {
      let size = likelihood.coefficients.count
      return crossCovariances[(instant * stateCount + state) * size + coefficient]
    }
  }

  /// How one observation stands to all the others.
  public struct ObservationError: Hashable, Sendable {
    /// u = [V⁻¹(y - Xβ̂)] at this observation.
    public let weighted: Double
    /// D = diag(V⁻¹ - V⁻¹X (X'V⁻¹X)⁻¹ X'V⁻¹) at this observation.
    public let precision: Double

    /// u / √D: about standard normal when the model holds; large for an outlier.
    public var auxiliaryResidual: Double { precision > 0 ? weighted / precision.squareRoot() : 0 }
    /// Observed minus expected given all the other observations: u / D.
    public var leaveOneOutResidual: Double { precision > 0 ? weighted / precision : 0 }
    /// The variance of this observation given all the others: 1 / D.
    public var leaveOneOutVariance: Double { 1 / precision }
  }

  /// Runs filter and smoother.
  ///
  /// The backward recursion is that of Durbin and Koopman (2012, Time Series Analysis by State Space
  /// Methods, §4.4 and §6.4) and needs no inversion; the leave-one-out identities are those of de
  /// Jong (1988, Biometrika 75:594).
  ///
  /// - Parameter data: the observations.
  /// - Returns: the smoothed states and the errors of every observation.
  /// - Throws: ``StateSpaceError`` as ``likelihood(of:)`` does.
  public func smoothing(of data: Observations) throws(StateSpaceError) -> Smoothing {
    try check(data)
    switch data.regressorCount {
    case ...3: return try BackwardPass<SIMD4<Double>>(model: self, data: data).run()
    case ...7: return try BackwardPass<SIMD8<Double>>(model: self, data: data).run()
    case ...15: return try BackwardPass<SIMD16<Double>>(model: self, data: data).run()
    case ...31: return try BackwardPass<SIMD32<Double>>(model: self, data: data).run()
    default: throw .shape("\(data.regressorCount) regressors; at most 31 are supported")
    }
  }
}
