private import Foundation
internal import Statistics

extension Counterfactual {
  /// Fits the readings before the onset and forecasts those from there on.
  ///
  /// The forecast errors of all later readings are taken together: they share the level, the affect
  /// and the coefficients, so that their mean is far less certain than independent errors would have
  /// it. The forecast assumes that nothing but the intervention came in between.
  ///
  /// - Parameters:
  ///   - series: the readings; the regressors are those observed after the onset too.
  ///   - start: the first time that is forecast.
  ///   - days: how many days from there on; all by default.
  ///   - model: the parts.
  ///   - method: how variances are dealt with.
  /// - Returns: the path without the intervention.
  /// - Throws: ``InferenceError`` when the readings before the onset cannot be fitted, there is none
  ///   after it, or there are more than 2,000.
  public static func forecast(
    of series: TrajectorySeries, from start: Double, days: Double = .infinity,
    model: TrajectoryModel = .daily, method: InterventionEffect.Method = .posterior
  ) throws(InferenceError) -> Counterfactual {
    let whole = days < .infinity ? try series.before(start + days) : series
    let earlier = try whole.before(start)
    let later = Array(whole.readings.dropFirst(earlier.readings.count))
    guard !later.isEmpty else {
      throw .tooFew(observed: 0, needed: 1, what: "a forecast from day \(start.days) on")
    }
    let (nodes, scale) = try nodes(of: earlier, model: model, method: method)
    let design = try TrajectoryDesign(whole, model: model, scale: scale)
    let instant = whole.times.firstIndex { $0 >= start } ?? whole.times.count
    var moments = EffectMoments(count: later.count)
    for node in nodes {
      do {
        let space = try design.stateSpace(node.hyperparameters.scaled(by: 1 / (scale * scale)))
        let forecast = try space.jointForecast(of: design.observations, from: instant)
        moments.add(
          weight: node.weight, effects: forecast.errors.map { $0 * scale },
          covariance: forecast.covariance * (scale * scale))
      } catch { throw design.named(error) }
    }
    return Counterfactual(basis: .forecast, observed: later, moments: moments)
  }

  /// The hyperparameters of the readings before the onset, and what these are divided by.
  private static func nodes(
    of earlier: TrajectorySeries, model: TrajectoryModel, method: InterventionEffect.Method
  ) throws(InferenceError) -> ([Trajectory.Node], scale: Double) {
    switch method {
    case .maximumLikelihood:
      let fit = try Trajectory.maximumLikelihood(of: earlier, model: model)
      return (fit.nodes, SeriesSummary(earlier.readings.map(\.value)).standardDeviation)
    case .posterior:
      let search = try PosteriorSearch(series: earlier, model: model)
      let grid = HyperparameterGrid(mode: try search.mode().point, objective: search.objective)
      return (grid.nodes.map(search.node), search.design.scale)
    }
  }
}

extension InterventionEffect {
  /// The path without the intervention that the whole series gives: the readings less β x(t).
  ///
  /// Level, affect and noise stay as they were, so that only the coefficient (and the time constant
  /// of a decay) is uncertain, and all days move together.
  ///
  /// - Parameter days: how many days from the first onset on; all by default.
  /// - Returns: the path with its joint covariance, mean and cumulative effect.
  /// - Throws: ``InferenceError`` when there is no reading in these days, or more than 2,000.
  public func counterfactual(days: Double = .infinity) throws(InferenceError) -> Counterfactual {
    let start = intervention.start
    let later = series.readings.filter { $0.time >= start && $0.time < start + days }
    guard (1...StateSpaceModel.jointForecastLimit).contains(later.count) else {
      throw .option(
        "\(later.count) readings in the days asked for; 1 to "
          + "\(StateSpaceModel.jointForecastLimit) can be taken together")
    }
    let total = components.reduce(0) { $0 + $1.weight }
    var moments = EffectMoments(count: later.count)
    for input in intervention.inputs {
      let laws = components.filter { $0.input == input }.map {
        NormalMixture.Component(weight: $0.weight / total, law: $0.law)
      }
      moments.add(laws, times: later.map { input.value(at: $0.time) })
    }
    return Counterfactual(basis: .wholeSeries, observed: later, moments: moments)
  }
}
