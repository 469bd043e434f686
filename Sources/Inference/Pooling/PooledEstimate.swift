public import Statistics

/// What was estimated for one person alone, to be pooled with that of others.
public struct PooledEstimate: Hashable, Sendable {
  /// The estimate of each parameter, such as the effect of sleep.
  public let estimate: [Double]
  /// Its sampling covariance, taken as known; positive definite.
  public let covariance: Matrix
  /// What is known of the person, such as 1 and the age: the parameters' mean is linear in it.
  public let covariates: [Double]

  /// Describes a person.
  ///
  /// - Parameters:
  ///   - estimate: the estimates, finite.
  ///   - covariance: their sampling covariance.
  ///   - covariates: the same number for each person, a 1 among them for an intercept.
  public init(estimate: [Double], covariance: Matrix, covariates: [Double] = [1]) {
    self.estimate = estimate
    self.covariance = covariance
    self.covariates = covariates
  }

  /// Describes a person by one parameter.
  ///
  /// - Parameters:
  ///   - estimate: the estimate.
  ///   - standardError: its standard error, above 0.
  ///   - covariates: the same number for each person.
  public init(estimate: Double, standardError: Double, covariates: [Double] = [1]) {
    self.init(
      estimate: [estimate], covariance: Matrix(diagonal: [standardError * standardError]),
      covariates: covariates)
  }
}
