private import Foundation
internal import Statistics

/// The fit of a series at one date, with the variance of the level found anew.
///
/// Everything is relative to the noise, whose variance is concentrated out unless it is known.
struct DateFit {
  let design: TrajectoryDesign
  /// ½ log|X'X| without the input.
  let volume: Double
  private let knownNoise: Double?
  private let affectRatio: Double
  private let timeConstant: Double
  private let weekdayRatio: Double
  /// The mean gap between readings: a ratio speaks of the level's change over it.
  private let unit: Double

  init(
    series: TrajectorySeries, model: TrajectoryModel, hyperparameters: Hyperparameters?
  ) throws(InferenceError) {
    let readings = series.readings
    let spread = SeriesSummary(readings.map(\.value)).standardDeviation
    guard spread > 0 else {
      throw .unusable("every reading is the same; there is no change to date")
    }
    if model.hasAffect || model.hasWeekday {
      guard let given = hyperparameters, given.noiseVariance > 0 else {
        throw .option("dates under affect or weekdays need the hyperparameters of the series")
      }
    }
    let noise = hyperparameters?.noiseVariance ?? 1
    affectRatio = (hyperparameters?.affectVariance ?? 0) / noise
    timeConstant = hyperparameters?.affectTimeConstant ?? 1
    weekdayRatio = (hyperparameters?.weekdayVariance ?? 0) / noise
    if case .known(let variance) = model.noise {
      guard variance > 0, variance.isFinite else {
        throw .option("the known variance of a reading is positive")
      }
      knownNoise = variance / (spread * spread)
    } else {
      knownNoise = nil
    }
    let span = readings[readings.count - 1].time - readings[0].time
    unit = span > 0 ? span / Double(readings.count - 1) : 1
    design = try TrajectoryDesign(series, model: model, scale: spread)
    volume = try DiffuseVolume(of: series, scale: spread).halfLogDeterminant
  }

  /// The model at a ratio of the level's standard deviation over ``unit`` to that of the noise.
  func space(_ ratio: Double) throws(InferenceError) -> StateSpaceModel {
    try space(ratio, of: design)
  }

  private func space(
    _ ratio: Double, of design: TrajectoryDesign
  ) throws(InferenceError) -> StateSpaceModel {
    let noise = knownNoise ?? 1
    do {
      return try design.stateSpace(
        Hyperparameters(
          levelVariance: ratio * ratio * noise / unit, affectVariance: affectRatio * noise,
          affectTimeConstant: timeConstant, noiseVariance: noise,
          weekdayVariance: weekdayRatio * noise))
    } catch { throw design.named(error) }
  }

  /// The log-likelihood with a further column, in the units of the readings.
  func logLikelihood(_ added: AddedVariables, _ index: Int) -> Double {
    let value =
      knownNoise == nil
      ? added.scaledLogLikelihood(adding: index) : added.logLikelihood(adding: index)
    return value - Double(added.degreesOfFreedom - 1) * log(design.scale)
  }

  /// The estimate and its standard error in the units of the readings.
  func effect(_ added: AddedVariables, _ index: Int) -> (estimate: Double, standardError: Double) {
    let scale = knownNoise == nil ? added.scale(adding: index) : 1
    return (
      added.coefficient(index) * design.scale,
      (scale / added.informations[index]).squareRoot() * design.scale
    )
  }

  /// The fit without the input.
  func without() throws(InferenceError) -> (logLikelihood: Double, comparable: Double) {
    let fit = try best(of: design, near: nil)
    return (fit.value, fit.value + volume)
  }

  /// The fit of one input, its ratio searched for near a given one.
  func refined(
    _ input: Input, from ratio: Double
  ) throws(InferenceError) -> PlaceboDates.Candidate {
    let wider = try design.series.adding(input)
    let own = try TrajectoryDesign(wider, model: design.model, scale: design.scale)
    let fit = try best(of: own, near: ratio)
    let column = wider.regressorNames.count
    let volume = try DiffuseVolume(of: wider, scale: design.scale).halfLogDeterminant
    let scale = knownNoise == nil ? fit.likelihood.scale : 1
    let variance = fit.likelihood.covariance[column * own.columnCount + column] * scale
    return PlaceboDates.Candidate(
      time: input.times[0], estimate: fit.likelihood.coefficients[column] * design.scale,
      standardError: variance.squareRoot() * design.scale, logLikelihood: fit.value,
      comparableLogLikelihood: fit.value + volume)
  }

  /// Brent's search for the ratio, over its logarithm unless it may be zero.
  private func best(
    of design: TrajectoryDesign, near ratio: Double?
  ) throws(InferenceError) -> (value: Double, likelihood: StateSpaceModel.Likelihood) {
    func objective(_ ratio: Double) -> Double {
      guard let model = try? space(ratio, of: design),
        let likelihood = try? model.likelihood(of: design.observations)
      else { return .infinity }
      return -(knownNoise == nil ? likelihood.scaledLogLikelihood : likelihood.logLikelihood)
    }
    let grid = DateScan.ratios
    let start = ratio ?? grid.min { objective($0) < objective($1) } ?? 0
    let brent = BrentMinimum(tolerance: 1e-7)
    var point: Double
    if start <= grid[2] {
      point = brent.minimum(of: objective, in: 0...grid[4]).point[0]
      if objective(0) <= objective(point) { point = 0 }
    } else {
      let centre = log2(start)
      point = exp2(
        brent.minimum(of: { objective(exp2($0)) }, in: centre - 1...centre + 1).point[0])
    }
    let model = try space(point, of: design)
    do {
      let likelihood = try model.likelihood(of: design.observations)
      let value = knownNoise == nil ? likelihood.scaledLogLikelihood : likelihood.logLikelihood
      let degrees = Double(design.observations.count - 1 - design.series.regressorNames.count)
      return (value - degrees * log(design.scale), likelihood)
    } catch { throw design.named(error) }
  }
}
