private import Foundation
internal import Statistics

extension Trajectory {
  /// Fits by exact diffuse maximum likelihood.
  ///
  /// One variance is concentrated out; the others are searched for as ratios to it, zero included,
  /// so that a boundary solution is found as such. Variances are then taken as known: intervals are
  /// too narrow for short series, where ``posterior(of:model:priorScale:)`` is the honest choice.
  ///
  /// Complexity: O(readings) per likelihood; about 40 likelihoods for a local level.
  ///
  /// - Parameters:
  ///   - series: the readings.
  ///   - model: the parts; a level alone by default. The noise has to be estimated.
  /// - Returns: the trajectory.
  /// - Throws: ``InferenceError`` when there are too few readings, they do not vary, or regressors
  ///   are collinear.
  public static func maximumLikelihood(
    of series: TrajectorySeries, model: TrajectoryModel = .localLevel
  ) throws(InferenceError) -> Trajectory {
    guard model.noise == .estimated else {
      throw .option("maximum likelihood estimates the noise; use the posterior for a known one")
    }
    let needed = 2 + series.regressorNames.count
    guard series.readings.count >= needed else {
      throw .tooFew(observed: series.readings.count, needed: needed, what: "a trajectory")
    }
    let design = try TrajectoryDesign(series, model: model, scale: 1)
    guard SeriesSummary(series.readings.map(\.value)).standardDeviation > 0 else {
      throw .unusable("every reading is the same; a series that does not vary has no likelihood")
    }
    let search = RatioSearch(design: design)
    let found = try search.run()
    let node = Node(weight: 1, hyperparameters: found.hyperparameters)
    return try Trajectory(
      design: design, nodes: [node], evaluations: found.evaluations,
      isConverged: found.isConverged)
  }
}

/// Maximises the concentrated likelihood over the ratios of all variances to the noise.
struct RatioSearch {
  let design: TrajectoryDesign

  struct Found {
    let hyperparameters: Hyperparameters
    let evaluations: Int
    let isConverged: Bool
  }

  func run() throws(InferenceError) -> Found {
    let minimum = design.model == .localLevel ? try searchLevel() : try searchAll()
    let best = ratios(minimum.point)
    let scale: Double
    do {
      scale = try design.stateSpace(best).likelihood(of: design.observations).scale
    } catch { throw design.named(error) }
    guard scale > 0, scale.isFinite else {
      throw .unusable(
        "the regressors explain every reading exactly; no variance is left to estimate")
    }
    return Found(
      hyperparameters: best.scaled(by: scale), evaluations: minimum.evaluations + 1,
      isConverged: minimum.outcome == .converged)
  }

  /// The mean gap between readings: searching in its units makes the fit the same whether a series
  /// is read by the minute or by the year.
  private var unit: Double {
    let readings = design.series.readings
    let span = readings[readings.count - 1].time - readings[0].time
    return span > 0 ? span / Double(readings.count - 1) : 1
  }

  /// Standard-deviation ratios of level, affect and weekday, and the logarithm of τ, over ``unit``.
  private func ratios(_ point: [Double]) -> Hyperparameters {
    var next = point.dropFirst().makeIterator()
    let affect = design.model.hasAffect ? next.next() ?? 1 : 0
    let time = design.model.hasAffect ? unit * exp(min(max(next.next() ?? 0, -7), 7)) : 1
    let weekday = design.model.hasWeekday ? next.next() ?? 0.3 : 0
    return Hyperparameters(
      levelVariance: point[0] * point[0] / unit, affectVariance: affect * affect,
      affectTimeConstant: time, noiseVariance: 1, weekdayVariance: weekday * weekday)
  }

  /// Reports what is wrong with readings or regressors where the search could only pass over it.
  private func checkedObjective(_ point: [Double]) throws(InferenceError) -> Double {
    do {
      return -(try design.stateSpace(ratios(point)).likelihood(of: design.observations))
        .scaledLogLikelihood
    } catch { throw design.named(error) }
  }

  private func objective(_ point: [Double]) -> Double {
    guard let model = try? design.stateSpace(ratios(point)),
      let likelihood = try? model.likelihood(of: design.observations)
    else { return .infinity }
    return -likelihood.scaledLogLikelihood
  }

  /// A grid over six decades of the ratio of variances with zero, and farther up while the
  /// likelihood still climbs, then Brent's search around its best point, over the logarithm unless
  /// zero is among the neighbours.
  private func searchLevel() throws(InferenceError) -> Minimum {
    var steps = (-3...2).map { 2 * Double($0) }
    var grid = [0.0] + steps.map(exp2)
    var values = [try checkedObjective([0])] + grid.dropFirst().map { objective([$0]) }
    var best = values.indices.min { values[$0] < values[$1] } ?? 0
    // Beyond 2^12 noise is nothing beside a step of the level, and rounding would decide.
    while best == grid.count - 1, steps[steps.count - 1] < 12 {
      steps.append(steps[steps.count - 1] + 2)
      grid.append(exp2(steps[steps.count - 1]))
      values.append(objective([grid[best + 1]]))
      guard values[best + 1] < values[best] else { break }
      best += 1
    }
    let refined = refinement(steps: steps, values: values, best: best)
    let wins = refined.value < values[best]
    return Minimum(
      point: wins ? refined.point : [grid[best]], value: min(refined.value, values[best]),
      evaluations: grid.count + refined.evaluations, outcome: refined.outcome)
  }

  /// Brent's search between the neighbours of the best point of the grid, whose first point is zero
  /// and whose others are powers of two.
  private func refinement(steps: [Double], values: [Double], best: Int) -> Minimum {
    let brent = BrentMinimum(tolerance: 1e-6)
    guard best >= 2, best < values.count - 1 else {
      let low = best < 2 ? 0 : exp2(steps[best - 2])
      let high = exp2(steps[min(best, steps.count - 1)])
      return brent.minimum(of: { objective([$0]) }, in: low...high)
    }
    let found = brent.minimum(
      of: { objective([exp2($0)]) }, low: (steps[best - 2], values[best - 1]),
      middle: (steps[best - 1], values[best]), high: (steps[best], values[best + 1]))
    return Minimum(
      point: found.point.map(exp2), value: found.value, evaluations: found.evaluations,
      outcome: found.outcome)
  }

  private func searchAll() throws(InferenceError) -> Minimum {
    var starts: [[Double]] = [[0.05], [0.5]]
    if design.model.hasAffect { starts = starts.map { $0 + [1, log(2)] } }
    if design.model.hasWeekday { starts = starts.map { $0 + [0.3] } }
    _ = try checkedObjective(starts[0])
    var evaluations = 1
    let minima = starts.map { start in
      let rough = NelderMead().minimum(of: objective, from: start)
      let fine = QuasiNewton().minimum(of: objective, from: rough.point)
      evaluations += rough.evaluations + fine.evaluations
      return fine
    }
    let best = minima.min { $0.value < $1.value } ?? minima[0]
    return Minimum(
      point: best.point, value: best.value, evaluations: evaluations, outcome: best.outcome)
  }
}
