private import Foundation

/// A retrieved-context model fitted to the recalls of one person.
public struct RetrievedContextFit: Hashable, Sendable {
  /// How far an estimate may be off.
  public enum Uncertainty: Hashable, Sendable {
    /// A standard error on the parameter's own scale, from the curvature at the best point, and a 95 %
    /// interval, symmetric on the logit scale of the searched range and so always within it.
    case known(standardError: Double, interval: ClosedRange<Double>)
    /// The estimate lies on a bound of the searched range: the data want it further out, or do not
    /// need the parameter. No standard error is meaningful; those of others hold it fixed.
    case atBound
    /// The likelihood does not fall off along some direction that the parameter takes part in, or has
    /// a kink there, as where the probability to stop reaches 1: curvature gives no standard error.
    case notIdentified
  }

  /// The estimate of one parameter.
  public struct Estimate: Hashable, Sendable {
    /// Which parameter.
    public let parameter: RetrievedContextParameter
    /// Its value, within the range of the parameter.
    public let value: Double
    /// Where it was searched.
    public let range: ClosedRange<Double>
    /// How far it may be off.
    public let uncertainty: Uncertainty
  }

  /// The model with the parameters found.
  public let model: RetrievedContextModel
  /// The estimates, in the order of ``RetrievedContextParameter``.
  public let estimates: [Estimate]
  /// The natural logarithm of the likelihood, without priors.
  public let logLikelihood: Double
  /// How many choices the likelihood counts: recalls, and a stop for each list.
  public let eventCount: Int
  /// How many lists there were.
  public let listCount: Int
  /// How many searches ended within 0.01 of the best value; 1 of several is a warning that a better
  /// point may exist.
  public let agreeingStarts: Int
  /// How many searches were made.
  public let starts: Int
  /// Whether the best search ended by itself.
  public let isConverged: Bool

  /// Akaike's criterion: 2 k - 2 log L for k estimated parameters (Akaike 1974).
  public var aic: Double { 2 * Double(estimates.count) - 2 * logLikelihood }

  /// The Bayesian criterion: k log n - 2 log L for n events (Schwarz 1978).
  public var bic: Double {
    Double(estimates.count) * log(Double(max(eventCount, 1))) - 2 * logLikelihood
  }

  /// The estimate of a parameter.
  ///
  /// - Parameter parameter: its name.
  /// - Returns: the estimate; none when the parameter was not free.
  public subscript(parameter: RetrievedContextParameter) -> Estimate? {
    estimates.first { $0.parameter == parameter }
  }
}
