public import Statistics

/// What an intervention adds to the readings, per unit of its input, with all else in the model.
///
/// The coefficient of the input is estimated together with the level, the affect, the weekdays and
/// the regressors, its start diffuse. It is the lasting difference for a step or a ramp and the
/// immediate difference after one session for a decay.
///
/// ## Topics
/// ### Estimating
/// - ``init(of:on:model:method:)``
/// - ``init(of:given:)``
/// ### Reading the result
/// - ``law``
/// - ``timeConstants``
/// - ``counterfactual(days:)``
public struct InterventionEffect: Sendable {
  /// How variances are dealt with.
  public enum Method: Hashable, Sendable {
    /// The likeliest are taken as known; intervals are too narrow for short series.
    case maximumLikelihood
    /// Their uncertainty is carried into every interval.
    case posterior
  }

  /// A time constant of a decay and how much it counts.
  public struct TimeConstant: Hashable, Sendable {
    /// Days in which the effect of a session falls to 1/e.
    public let days: Double
    /// Its share of the marginal likelihood.
    public let weight: Double
    /// The effect if it were true.
    public let law: NormalMixture
  }

  /// One node of hyperparameters and time constant.
  struct Component: Sendable {
    let weight: Double
    let input: Input
    let hyperparameters: Hyperparameters
    let law: Normal
  }

  /// The intervention.
  public let intervention: Intervention
  /// The readings, without the input.
  public let series: TrajectorySeries
  /// The parts of the model.
  public let model: TrajectoryModel
  /// How variances were dealt with.
  public let method: Method
  /// The law of the coefficient.
  public let law: NormalMixture
  /// The grid of time constants with their weights; empty unless the input decays.
  public let timeConstants: [TimeConstant]
  /// The exact diffuse log-likelihood at the hyperparameters of highest weight.
  public let logLikelihood: Double
  /// Whether every search for hyperparameters ended because nothing better was near.
  public let isConverged: Bool

  /// Whether the nodes of a posterior without the input were weighed anew.
  public let isReweighed: Bool

  let components: [Component]

  /// The estimate.
  public var estimate: Double { law.mean }
  /// Its standard error: the spread of ``law``.
  public var standardError: Double { law.standardDeviation }
  /// The 95 % interval.
  public var interval: ClosedRange<Double> { law.interval(0.95) }
  /// The probability that the effect has the sign of the estimate.
  public var probabilityOfSign: Double {
    let below = law.cumulative(0)
    return estimate < 0 ? below : 1 - below
  }
  /// The hyperparameters of highest likelihood or posterior with the input in the model.
  public var hyperparameters: Hyperparameters { components[0].hyperparameters }

  /// Estimates the effect.
  ///
  /// - Parameters:
  ///   - intervention: what was done when.
  ///   - series: the readings.
  ///   - model: the parts.
  ///   - method: how variances are dealt with.
  /// - Throws: ``InferenceError`` when the series fails ``Intervention/check(_:requirements:)`` or the
  ///   model cannot be fitted; a regressor that equals the input is named as collinear.
  public init(
    of intervention: Intervention, on series: TrajectorySeries, model: TrajectoryModel = .daily,
    method: Method = .posterior
  ) throws(InferenceError) {
    try intervention.check(series)
    self.init(
      intervention, series: series, model: model, method: method,
      fits: try InputFits(intervention.inputs, series: series, model: model, method: method))
  }

  /// Estimates the effect on a series whose trajectory without the intervention is known already.
  ///
  /// The nodes of that posterior are weighed anew by what the input adds to their likelihoods, which
  /// takes a fraction of the time of a fit. Where that leaves too few of them to stand for the
  /// posterior beside the input, the fit is made after all; ``isReweighed`` says which it was.
  ///
  /// - Parameters:
  ///   - intervention: what was done when.
  ///   - trajectory: a posterior of the readings without the input.
  /// - Throws: ``InferenceError`` as ``init(of:on:model:method:)``.
  public init(
    of intervention: Intervention, given trajectory: Trajectory
  ) throws(InferenceError) {
    try intervention.check(trajectory.series)
    if trajectory.nodes.count > 1,
      let fits = try InputFits(
        intervention.inputs, reweighing: trajectory, smallestShare: Self.smallestShare)
    {
      self.init(
        intervention, series: trajectory.series, model: trajectory.model, method: .posterior,
        fits: fits)
    } else {
      try self.init(of: intervention, on: trajectory.series, model: trajectory.model)
    }
  }

  /// The effective share of nodes below which they are not weighed anew but found anew.
  static let smallestShare = 0.5

  private init(
    _ intervention: Intervention, series: TrajectorySeries, model: TrajectoryModel, method: Method,
    fits: InputFits
  ) {
    self.intervention = intervention
    self.series = series
    self.model = model
    self.method = method
    components = fits.components
    logLikelihood = fits.logLikelihood
    isConverged = fits.isConverged
    isReweighed = fits.isReweighed
    law = InterventionEffect.mixture(fits.components)
    timeConstants = intervention.inputs.compactMap { input in
      guard let days = input.timeConstant else { return nil }
      let own = fits.components.filter { $0.input == input }
      let weight = own.reduce(0) { $0 + $1.weight }
      guard weight > 0 else { return nil }
      return TimeConstant(days: days, weight: weight, law: InterventionEffect.mixture(own))
    }
  }

  /// The mixture of the laws of components, their weights made to sum to 1.
  private static func mixture(_ components: [Component]) -> NormalMixture {
    guard components.count > 1 else { return NormalMixture(components[0].law) }
    let total = components.reduce(0) { $0 + $1.weight }
    return NormalMixture(components.map { .init(weight: $0.weight / total, law: $0.law) })
  }
}
