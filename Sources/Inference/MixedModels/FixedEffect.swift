/// An estimated coefficient that all people share.
public struct FixedEffect: Hashable, Sendable {
  /// The name of its column.
  public let name: String
  /// The generalised least squares estimate.
  public let estimate: Double
  /// Its standard error at the estimated variances, without a small-sample correction.
  public let standardError: Double
}

/// Which likelihood the variances make largest.
public enum LikelihoodMethod: String, Hashable, Sendable, CaseIterable {
  /// Restricted maximum likelihood: variances are not pulled down by estimating coefficients.
  /// Compare models by it only when their coefficients belong to the same columns.
  case reml
  /// Maximum likelihood.
  case ml
}
