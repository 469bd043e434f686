/// The chi-squared distribution.
public struct ChiSquared: Hashable, Sendable {
  /// Degrees of freedom, above 0; need not be whole.
  public let degreesOfFreedom: Double

  /// Creates the law of some degrees of freedom.
  ///
  /// - Parameter degreesOfFreedom: above 0 and finite; any other number gives results that are not a
  ///   number.
  public init(degreesOfFreedom: Double) { self.degreesOfFreedom = degreesOfFreedom }

  /// The probability of a value at or below a limit.
  ///
  /// - Parameter x: the limit.
  /// - Returns: a probability.
  public func cumulative(_ x: Double) -> Double { shares(x).lower }

  /// The probability of a value above a limit: the p-value of a test statistic.
  ///
  /// - Parameter x: the limit.
  /// - Returns: a probability.
  public func upperTail(_ x: Double) -> Double { shares(x).upper }

  /// The value that has a given probability at or below it.
  ///
  /// - Parameter probability: 0 to 1.
  /// - Returns: the quantile.
  public func quantile(_ probability: Double) -> Double {
    guard probability >= 0, probability <= 1, degreesOfFreedom > 0, degreesOfFreedom.isFinite
    else { return .nan }
    guard probability < 1 else { return .infinity }
    return PositiveInverse.last { cumulative($0) <= probability }
  }

  private func shares(_ x: Double) -> (lower: Double, upper: Double) {
    guard x > 0 || x.isNaN else { return IncompleteGamma.shares(shape: degreesOfFreedom / 2, x: 0) }
    return IncompleteGamma.shares(shape: degreesOfFreedom / 2, x: x / 2)
  }
}
