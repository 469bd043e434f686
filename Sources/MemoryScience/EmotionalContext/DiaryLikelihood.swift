private import Foundation
internal import Statistics

/// The likelihood of a diary under a variant of ``EmotionalContextModel``.
struct DiaryLikelihood {
  let series: DiarySeries
  let model: EmotionalContextModel

  /// The parameters that do not enter linearly.
  struct Dynamics: Hashable {
    /// The half-life of context in hours.
    var halfLife: Double
    /// The share of context in the unexplained variance.
    var contextShare: Double
    /// The half-life of the effect of events in hours, where it is another than that of context; it
    /// then ends with the day.
    var eventHalfLife: Double?
  }

  /// The likelihood with the linear parameters at their best.
  struct Profile {
    let logLikelihood: Double
    /// The baseline, then the sensitivities.
    let coefficients: [Double]
    /// The unexplained variance.
    let variance: Double
    /// The covariance of the coefficients with the dynamics taken as known.
    let covariance: Matrix
  }

  /// The regressors at the rated prompts.
  func regressors(_ dynamics: Dynamics) -> [[Double]] {
    switch model.events {
    case .none: []
    case .momentary: series.regressors(halfLife: nil)
    case .lingering:
      series.regressors(
        halfLife: dynamics.eventHalfLife ?? dynamics.halfLife,
        endsWithDay: dynamics.eventHalfLife != nil)
    }
  }

  /// The maximum over baseline, variance and, unless they are given, sensitivities.
  ///
  /// - Returns: nothing where the regressors cannot be told apart.
  func profile(_ dynamics: Dynamics, sensitivities: [Double]? = nil) -> Profile? {
    var values = series.affects
    var columns: [[Double]] = []
    let effects = regressors(dynamics)
    if let sensitivities {
      for (effect, sensitivity) in zip(effects, sensitivities) {
        for index in values.indices { values[index] -= sensitivity * effect[index] }
      }
    } else {
      columns = effects
    }
    guard let space = try? stateSpace(dynamics, regressors: columns.count + 1),
      let data = try? observations(values, columns),
      let result = try? space.likelihood(of: data)
    else { return nil }
    return profile(from: result, count: values.count)
  }

  /// Turns the diffuse likelihood of the filter, which depends on the scale of the regressors, into
  /// the ordinary one.
  private func profile(from result: StateSpaceModel.Likelihood, count: Int) -> Profile? {
    let size = result.coefficients.count
    guard
      let information = Matrix(rows: size, columns: size, elements: result.covariance),
      let factor = Cholesky(information)
    else { return nil }
    let terms = Double(count - size)
    let squares = result.scale * terms
    let logVariances =
      -2 * result.logLikelihood - terms * log(2 * .pi) - squares + factor.logDeterminant
    let variance = squares / Double(count)
    guard variance > 0 else { return nil }
    let logLikelihood =
      -0.5 * (Double(count) * (log(2 * .pi * variance) + 1) + logVariances)
    guard logLikelihood.isFinite else { return nil }
    return Profile(
      logLikelihood: logLikelihood, coefficients: result.coefficients, variance: variance,
      covariance: information * result.scale)
  }

  /// The log density of some of the affects with all parameters known.
  ///
  /// - Parameters:
  ///   - dynamics: the parameters that do not enter linearly.
  ///   - coefficients: the baseline, then the sensitivities.
  ///   - variance: the unexplained variance.
  ///   - isKept: which days to keep; the others are as if they had not been rated.
  /// - Returns: the log density, 0 where no day is kept.
  func logDensity(
    _ dynamics: Dynamics, coefficients: [Double], variance: Double, keeping isKept: (Int) -> Bool
  ) -> Double {
    let effects = regressors(dynamics)
    let kept = series.days.indices.filter { isKept(series.days[$0]) }
    guard !kept.isEmpty else { return 0 }
    let residuals = kept.map { index in
      zip(effects, coefficients.dropFirst()).reduce(series.affects[index] - coefficients[0]) {
        $0 - $1.0[index] * $1.1
      }
    }
    guard
      let space = try? stateSpace(
        dynamics, regressors: 0, prompts: kept.map { series.rated[$0] }, scale: variance),
      let data = try? observations(residuals, [], isConstant: false),
      let result = try? space.likelihood(of: data)
    else { return -.infinity }
    return result.logLikelihood
  }

  private func observations(
    _ values: [Double], _ columns: [[Double]], isConstant: Bool = true
  ) throws(StateSpaceError) -> Observations {
    let constant: [Double] = isConstant ? [1] : []
    return try Observations(
      times: Array(values.indices), series: [Int](repeating: 0, count: values.count),
      rows: values.indices.flatMap { index in
        [values[index]] + constant + columns.map { $0[index] }
      },
      transitions: Array(values.indices), regressorCount: constant.count + columns.count)
  }

  private func stateSpace(
    _ dynamics: Dynamics, regressors: Int, prompts: [Int]? = nil, scale: Double = 1
  ) throws(StateSpaceError) -> StateSpaceModel {
    let share = model.hasInertia ? dynamics.contextShare : 0
    let hours = (prompts ?? series.rated).map { series.hours[$0] }
    let transitions = hours.indices.map { index in
      let gap = index == 0 ? 0 : hours[index] - hours[index - 1]
      let kept = halving(gap, dynamics.halfLife)
      return StateSpaceModel.Transition(
        matrix: [kept], noise: [scale * share * (1 - kept * kept)])
    }
    return try StateSpaceModel(
      initialCovariance: [scale * share], transitions: transitions, rows: [[1]],
      variances: [scale * (1 - share)],
      coefficientVariances: [Double](repeating: .infinity, count: regressors))
  }
}
