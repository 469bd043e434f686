internal import Statistics

/// All that is asked of one intervention: how much, against what path, at which date, and what else
/// could be behind it.
public struct InterventionAnalysis: Sendable {
  /// A reason to doubt that the intervention made the difference.
  public enum Caution: Hashable, Sendable {
    /// The interval of the effect holds 0.
    case includesZero
    /// Other dates fit clearly better than the one proposed.
    case notUniquelyDated(likelier: ClosedRange<Double>)
    /// The dates could not be compared.
    case undated(InferenceError)
    /// Something else happened at about the same time.
    case concurrent([ConcurrentEvent])
    /// The forecast from before the onset shows an effect that the whole series does not.
    case onlyForecast
    /// The whole series shows an effect that the forecast from before the onset cannot.
    case onlyWholeSeries
    /// The search for hyperparameters ran out of evaluations.
    case notConverged
  }

  /// The effect in the whole series.
  public let effect: InterventionEffect
  /// The path without the intervention, from the whole series.
  public let wholeSeries: Counterfactual
  /// The path without the intervention, forecast from the readings before it; or why there is none.
  public private(set) var forecast: Result<Counterfactual, InferenceError>
  /// The same effect at other dates; or why they could not be tried.
  public let placebo: Result<PlaceboDates, InferenceError>
  /// What else happened at about the same time.
  public let concurrent: [ConcurrentEvent]

  /// Analyses an intervention.
  ///
  /// - Parameters:
  ///   - intervention: what was done when.
  ///   - series: the readings.
  ///   - model: the parts.
  ///   - method: how variances are dealt with.
  ///   - events: what else is known to have happened.
  ///   - window: how many days around the onset count as the same time.
  /// - Throws: ``InferenceError`` when no effect can be estimated.
  public init(
    of intervention: Intervention, on series: TrajectorySeries, model: TrajectoryModel = .daily,
    method: InterventionEffect.Method = .posterior, events: [ConcurrentEvent] = [],
    window: Double = 14
  ) throws(InferenceError) {
    let effect = try InterventionEffect(
      of: intervention, on: series, model: model, method: method)
    let forecast = Result { () throws(InferenceError) in
      try Counterfactual.forecast(
        of: series, from: intervention.start, model: model, method: method)
    }
    try self.init(effect: effect, forecast: forecast, events: events, window: window)
  }

  /// Analyses an intervention in a series whose trajectory is known, quickly enough for a review: the
  /// forecast from before the onset, which needs a fit of its own, is left to the caller.
  ///
  /// - Parameters:
  ///   - intervention: what was done when.
  ///   - trajectory: a posterior of the readings without the input.
  ///   - forecast: the forecast from before the onset, or why there is none.
  ///   - events: what else is known to have happened.
  ///   - window: how many days around the onset count as the same time.
  /// - Throws: ``InferenceError`` when no effect can be estimated.
  public init(
    of intervention: Intervention, given trajectory: Trajectory,
    forecast: Result<Counterfactual, InferenceError> = .failure(.option("it was not asked for")),
    events: [ConcurrentEvent] = [], window: Double = 14
  ) throws(InferenceError) {
    let effect = try InterventionEffect(of: intervention, given: trajectory)
    try self.init(effect: effect, forecast: forecast, events: events, window: window)
  }

  private init(
    effect: InterventionEffect, forecast: Result<Counterfactual, InferenceError>,
    events: [ConcurrentEvent], window: Double
  ) throws(InferenceError) {
    self.effect = effect
    self.forecast = forecast
    wholeSeries = try effect.counterfactual()
    let likeliest = effect.timeConstants.max { $0.weight < $1.weight }
    let placebo = Result { () throws(InferenceError) in
      try PlaceboDates(
        of: effect.intervention, on: effect.series, model: effect.model,
        hyperparameters: effect.hyperparameters, timeConstant: likeliest?.days ?? 7)
    }
    self.placebo = placebo
    var dating: ClosedRange<Double>?
    if case .success(let dates) = placebo, case .within(let range) = dates.dating { dating = range }
    concurrent = effect.intervention.concurrent(among: events, within: window, dating: dating)
  }

  /// The same analysis held against a forecast from before the onset.
  ///
  /// - Parameter forecast: the forecast, or why there is none.
  /// - Returns: the analysis with what the forecast says among its cautions.
  public func held(against forecast: Result<Counterfactual, InferenceError>) -> InterventionAnalysis
  {
    var held = self
    held.forecast = forecast
    return held
  }

  /// The reasons for doubt, the gravest first.
  public var cautions: [Caution] {
    var cautions: [Caution] = []
    let includesZero = effect.interval.contains(0)
    if includesZero { cautions.append(.includesZero) }
    switch placebo {
    case .success(let dates):
      if case .notUnique(let likelier) = dates.dating {
        cautions.append(.notUniquelyDated(likelier: likelier))
      }
    case .failure(let error): cautions.append(.undated(error))
    }
    if !concurrent.isEmpty { cautions.append(.concurrent(concurrent)) }
    if case .success(let path) = forecast {
      let isForecast = !path.mean.interval(0.95).contains(0)
      let sameSign = path.mean.mean * effect.estimate > 0
      if isForecast, includesZero || !sameSign { cautions.append(.onlyForecast) }
      if !isForecast, !includesZero { cautions.append(.onlyWholeSeries) }
    }
    if !effect.isConverged { cautions.append(.notConverged) }
    return cautions
  }
}
