private import Foundation
internal import Statistics

/// How well a model foretold readings it had not yet seen, against a plain running mean.
///
/// Leave-future-out: readings are cut into blocks; hyperparameters are fitted to what came before a
/// block, and each reading in it is forecast from everything at least `horizon` days older.
public struct ForecastScores: Hashable, Sendable {
  /// Days ahead.
  public let horizon: Int
  /// How many readings were forecast.
  public let count: Int
  /// Mean log predictive density per reading.
  public let logDensity: Double
  /// Mean continuous ranked probability score, in units of the readings; smaller is better.
  public let rankedProbabilityScore: Double
  /// The share of readings inside the central 50, 80 and 95 % intervals.
  public let coverage: [Double]
  /// Gain in total log density over the running mean and standard deviation.
  public let gain: Double
  /// The standard error of that gain, gains taken as independent: too small where days overlap,
  /// as they do for a ``horizon`` beyond 1.
  public let gainError: Double

  /// The shares ``coverage`` speaks of.
  public static let shares = [0.5, 0.8, 0.95]

  /// Scores a model on a series whose path times are whole consecutive days.
  ///
  /// - Parameters:
  ///   - series: the readings, at most one a day.
  ///   - model: the parts.
  ///   - horizon: days ahead, 1 or more.
  ///   - training: readings before the first forecast.
  ///   - block: readings between refits.
  /// - Throws: ``InferenceError`` when there are too few readings or the path leaves days out.
  public init(
    of series: TrajectorySeries, model: TrajectoryModel, horizon: Int, training: Int = 42,
    block: Int = 42
  ) throws(InferenceError) {
    guard horizon >= 1, block >= 1, training >= 7 else {
      throw .option("horizon and block are at least 1, training at least 7 readings")
    }
    let count = series.readings.count
    let (needed, overflow) = training.addingReportingOverflow(14)
    guard !overflow, count >= needed else {
      throw .tooFew(
        observed: count, needed: overflow ? .max : needed, what: "checking forecasts")
    }
    guard zip(series.times, series.times.dropFirst()).allSatisfy({ $1 - $0 == 1 }) else {
      throw .option("checking forecasts needs every day on the path; add the missing ones to it")
    }
    var outcomes: [Outcome] = []
    for start in stride(from: training, to: count, by: min(block, count)) {
      outcomes += try ForecastScores.outcomes(
        in: start..<min(start + min(block, count), count), of: series, model: model,
        horizon: horizon)
    }
    guard outcomes.count > 1 else {
      throw .tooFew(observed: outcomes.count, needed: 2, what: "checking forecasts")
    }
    self.init(outcomes, horizon: horizon)
  }

  private struct Outcome {
    let forecast: Normal
    let naive: Normal
    let value: Double

    var gain: Double { forecast.logDensity(value) - naive.logDensity(value) }
  }

  private init(_ outcomes: [Outcome], horizon: Int) {
    let gains = SeriesSummary(outcomes.map(\.gain))
    let size = Double(outcomes.count)
    self.horizon = horizon
    count = outcomes.count
    logDensity = SeriesSummary(outcomes.map { $0.forecast.logDensity($0.value) }).mean
    rankedProbabilityScore =
      SeriesSummary(outcomes.map { $0.forecast.rankedProbabilityScore(of: $0.value) }).mean
    coverage = ForecastScores.shares.map { share in
      let inside = outcomes.filter { abs($0.forecast.cumulative($0.value) - 0.5) <= share / 2 }
      return Double(inside.count) / size
    }
    gain = gains.mean * size
    gainError = gains.standardDeviation * size.squareRoot()
  }

  private static func outcomes(
    in block: Range<Int>, of series: TrajectorySeries, model: TrajectoryModel, horizon: Int
  ) throws(InferenceError) -> [Outcome] {
    let readings = series.readings
    let past = try series.before(readings[block.lowerBound].time)
    let mode = try Trajectory.mode(of: past, model: model)
    let forecasts = try Forecaster(series: series, model: model).forecasts(
      with: mode, horizon: horizon)
    return block.compactMap { index in
      guard let law = forecasts[index] else { return nil }
      let horizonDays = Double(horizon)
      let earlier = readings[..<index].filter { $0.time <= readings[index].time - horizonDays }
      let summary = SeriesSummary(earlier.map(\.value))
      guard summary.count >= 2, summary.standardDeviation > 0 else { return nil }
      let spread = summary.standardDeviation * (1 + 1 / Double(summary.count)).squareRoot()
      return Outcome(
        forecast: law, naive: Normal(mean: summary.mean, standardDeviation: spread),
        value: readings[index].value)
    }
  }
}

/// One-sided forecasts of every reading at given hyperparameters.
struct Forecaster {
  let design: TrajectoryDesign

  init(series: TrajectorySeries, model: TrajectoryModel) throws(InferenceError) {
    let spread = SeriesSummary(series.readings.map(\.value)).standardDeviation
    design = try TrajectoryDesign(series, model: model, scale: spread > 0 ? spread : 1)
  }

  /// A law per reading, or `nil` where nothing earlier determines it.
  func forecasts(
    with values: Hyperparameters, horizon: Int
  ) throws(InferenceError) -> [Normal?] {
    let scale = design.scale
    do {
      let space = try design.stateSpace(values.scaled(by: 1 / (scale * scale)))
      return try space.forecasts(of: design.observations, horizon: horizon).map { forecast in
        forecast.map {
          Normal(
            mean: design.centre + $0.mean * scale,
            standardDeviation: max($0.variance.squareRoot() * scale, 1e-150))
        }
      }
    } catch { throw design.named(error) }
  }
}
