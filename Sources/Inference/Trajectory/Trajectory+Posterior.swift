private import Foundation
internal import Statistics

extension Trajectory {
  /// Fits with the uncertainty of the variances carried into every interval.
  ///
  /// The posterior of the hyperparameters is explored on a few points around its mode (13 to 27, by
  /// the number of hyperparameters; Rue, Martino and Chopin 2009, JRSS B 71:319, §6.5), each of
  /// which contributes its own smoothed path. Priors are weak and speak in units of the readings'
  /// standard deviation; they keep variances away from zero, where maximum
  /// likelihood piles up on short series and makes intervals too narrow.
  ///
  /// - Parameters:
  ///   - series: the readings, at least 3.
  ///   - model: the parts.
  ///   - priorScale: the standard deviation that the priors speak in units of, above 0; that of the
  ///     readings (or of a known noise, if larger) when not given. It is given where readings are
  ///     themselves drawn from the priors.
  /// - Returns: the trajectory.
  /// - Throws: ``InferenceError`` when there are too few readings or regressors are collinear.
  public static func posterior(
    of series: TrajectorySeries, model: TrajectoryModel = .daily, priorScale: Double? = nil
  ) throws(InferenceError) -> Trajectory {
    let search = try PosteriorSearch(series: series, model: model, priorScale: priorScale)
    let mode = try search.mode()
    let frame = PosteriorFrame(mode: mode.point, objective: search.objective)
    let grid = HyperparameterGrid(frame: frame, objective: search.objective)
    return try Trajectory(
      design: search.design, nodes: grid.nodes.map(search.node),
      evaluations: mode.evaluations + grid.evaluations,
      isConverged: mode.outcome == .converged, frame: frame)
  }

  /// The hyperparameters of highest posterior density alone: a quicker plug-in for repeated work.
  ///
  /// - Parameters:
  ///   - series: the readings, at least 3.
  ///   - model: the parts.
  /// - Returns: the hyperparameters.
  /// - Throws: ``InferenceError`` as ``posterior(of:model:priorScale:)``.
  public static func mode(
    of series: TrajectorySeries, model: TrajectoryModel
  ) throws(InferenceError) -> Hyperparameters {
    let search = try PosteriorSearch(series: series, model: model)
    return search.node((try search.mode().point, 1)).hyperparameters
  }

  /// The mode, searched for from hyperparameters that are known to be near: those of almost the same
  /// readings.
  static func mode(
    of series: TrajectorySeries, model: TrajectoryModel, near known: Hyperparameters
  ) throws(InferenceError) -> Hyperparameters {
    let search = try PosteriorSearch(series: series, model: model)
    let found = try search.mode(from: search.point(near: known))
    return search.node((found.point, 1)).hyperparameters
  }
}

/// Weak priors on standard deviations, in units of the readings' own (or of a known noise, if that is
/// larger), and on the time constant.
///
/// Half-normal densities on standard deviations: level per √day 0.2, affect 1, noise 1, weekday 0.3;
/// a log-normal on τ with median 2 days and factor e^0.75. The search runs over logarithms, so the
/// density carries the factor that keeps a standard deviation from reaching zero.
struct HyperparameterPrior {
  static let level = 0.2
  static let affect = 1.0
  static let noise = 1.0
  static let weekday = 0.3
  static let timeConstant = (median: 2.0, logSpread: 0.75)

  /// Log density of log(sd) when sd is half-normal.
  static func halfNormal(_ logarithm: Double, scale: Double) -> Double {
    logarithm - 0.5 * exp(2 * logarithm) / (scale * scale)
  }

  static func logNormal(_ logarithm: Double) -> Double {
    let offset = (logarithm - log(timeConstant.median)) / timeConstant.logSpread
    return -0.5 * offset * offset
  }
}

/// The posterior of the hyperparameters as a function of their logarithms.
struct PosteriorSearch {
  let design: TrajectoryDesign
  let model: TrajectoryModel
  let knownNoise: Double?

  init(
    series: TrajectorySeries, model: TrajectoryModel, priorScale: Double? = nil
  ) throws(InferenceError) {
    let needed = 3 + series.regressorNames.count
    guard series.readings.count >= needed else {
      throw .tooFew(observed: series.readings.count, needed: needed, what: "a trajectory")
    }
    let spread = SeriesSummary(series.readings.map(\.value)).standardDeviation
    var scale = spread
    if case .known(let variance) = model.noise {
      guard variance > 0, variance.isFinite else {
        throw .option("the known variance of a reading is positive")
      }
      scale = max(spread, variance.squareRoot())
    }
    guard scale > 0 else {
      throw .unusable("every reading is the same; there is no spread to learn from yet")
    }
    if let priorScale {
      guard priorScale > 0, priorScale < 1e100 else {
        throw .option("the scale of the priors is above 0 and at most 1e100")
      }
      scale = priorScale
    }
    design = try TrajectoryDesign(series, model: model, scale: scale)
    self.model = model
    if case .known(let variance) = model.noise {
      knownNoise = variance / (scale * scale)
    } else {
      knownNoise = nil
    }
  }

  /// Minus the log posterior density at logarithms of level, affect, τ, noise and weekday.
  func objective(_ point: [Double]) -> Double {
    guard point.allSatisfy({ abs($0) < 12 }) else { return .infinity }
    let values = hyperparameters(point)
    guard let space = try? design.stateSpace(values),
      let likelihood = try? space.likelihood(of: design.observations)
    else { return .infinity }
    return -(likelihood.logLikelihood + logPrior(point))
  }

  func mode(from known: [Double]? = nil) throws(InferenceError) -> Minimum {
    let start = known ?? self.start
    do {
      _ = try design.stateSpace(hyperparameters(start)).likelihood(of: design.observations)
    } catch { throw design.named(error) }
    let found = QuasiNewton(tolerance: 1e-5).minimum(ofDifferentiable: slope, from: start)
    guard found.value.isFinite else { throw .unusable("the readings have no finite likelihood") }
    return found
  }

  func node(_ weighted: (point: [Double], weight: Double)) -> Trajectory.Node {
    let values = hyperparameters(weighted.point).scaled(by: design.scale * design.scale)
    return Trajectory.Node(weight: weighted.weight, hyperparameters: values)
  }

  /// The point of hyperparameters in units of the readings, kept away from the walls of the search.
  func point(near values: Hyperparameters) -> [Double] {
    let scaled = values.scaled(by: 1 / (design.scale * design.scale))
    func deviation(_ variance: Double) -> Double { min(max(0.5 * log(variance), -6), 6) }
    var point = [deviation(scaled.levelVariance)]
    if model.hasAffect {
      point += [
        deviation(scaled.affectVariance), min(max(log(scaled.affectTimeConstant), -6), 6),
      ]
    }
    if knownNoise == nil { point.append(deviation(scaled.noiseVariance)) }
    if model.hasWeekday { point.append(deviation(scaled.weekdayVariance)) }
    return point
  }

  private var start: [Double] {
    var point = [log(0.08)]
    if model.hasAffect { point += [log(0.6), log(2)] }
    if knownNoise == nil { point.append(log(0.6)) }
    if model.hasWeekday { point.append(log(0.15)) }
    return point
  }

  /// Which coordinates of a point are logarithms of standard deviations: all but that of τ.
  var isDeviation: [Bool] { start.indices.map { !(model.hasAffect && $0 == 2) } }

  func hyperparameters(_ point: [Double]) -> Hyperparameters {
    var next = point.makeIterator()
    func variance() -> Double { next.next().map { exp(2 * $0) } ?? 0 }
    let level = variance()
    let affect = model.hasAffect ? variance() : 0
    let time = model.hasAffect ? next.next().map { exp($0) } ?? 1 : 1
    let noise = knownNoise ?? variance()
    return Hyperparameters(
      levelVariance: level, affectVariance: affect, affectTimeConstant: time,
      noiseVariance: noise, weekdayVariance: model.hasWeekday ? variance() : 0)
  }

  func logPrior(_ point: [Double]) -> Double {
    var next = point.makeIterator()
    func term(_ scale: Double) -> Double {
      next.next().map { HyperparameterPrior.halfNormal($0, scale: scale) } ?? 0
    }
    var sum = term(HyperparameterPrior.level)
    if model.hasAffect {
      sum += term(HyperparameterPrior.affect)
      sum += next.next().map(HyperparameterPrior.logNormal) ?? 0
    }
    if knownNoise == nil { sum += term(HyperparameterPrior.noise) }
    if model.hasWeekday { sum += term(HyperparameterPrior.weekday) }
    return sum
  }
}
