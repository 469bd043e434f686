internal import Statistics

/// Forecasts of readings by a model that had not yet seen them, at any number of horizons.
///
/// Leave-future-out: readings are cut into blocks; hyperparameters are fitted to what came before a
/// block, and each reading in it is forecast from everything at least a horizon older. All horizons
/// share these fits.
public struct ForecastCheck: Sendable {
  private let series: TrajectorySeries
  private let forecaster: Forecaster
  /// The readings of each block with the hyperparameters of what came before.
  private let blocks: [(readings: Range<Int>, hyperparameters: Hyperparameters)]

  /// Fits a model to the beginnings of a series whose path times are whole consecutive days.
  ///
  /// - Parameters:
  ///   - series: the readings, at most one a day.
  ///   - model: the parts.
  ///   - training: readings before the first forecast.
  ///   - block: readings between refits; by default as many as came before, so that each fit has
  ///     twice the readings of the one before and all fits together cost about as much as the last two.
  /// - Throws: ``InferenceError`` when there are too few readings or the path leaves days out.
  public init(
    of series: TrajectorySeries, model: TrajectoryModel, training: Int = 42, block: Int? = nil
  ) throws(InferenceError) {
    guard block ?? 1 >= 1, training >= 7 else {
      throw .option("a block holds at least 1 reading, the training at least 7")
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
    var blocks: [(readings: Range<Int>, hyperparameters: Hyperparameters)] = []
    var start = training
    while start < count {
      let end = start + min(block ?? start, count - start)
      let past = try series.before(series.readings[start].time)
      blocks.append((start..<end, try Trajectory.mode(of: past, model: model)))
      start = end
    }
    self.series = series
    self.blocks = blocks
    forecaster = try Forecaster(series: series, model: model)
  }

  /// Scores the forecasts some days ahead.
  ///
  /// - Parameter horizon: days ahead, 1 or more.
  /// - Returns: the scores.
  /// - Throws: ``InferenceError`` when too few readings can be forecast that far ahead.
  public func scores(horizon: Int) throws(InferenceError) -> ForecastScores {
    guard horizon >= 1 else { throw .option("a horizon is at least 1 day") }
    let naive = runningMeans(horizon: horizon)
    var outcomes: [ForecastScores.Outcome] = []
    for block in blocks {
      let forecasts = try forecaster.forecasts(
        with: block.hyperparameters, horizon: horizon, only: block.readings)
      outcomes += block.readings.compactMap { index in
        guard let law = forecasts[index], let naive = naive[index] else { return nil }
        return .init(forecast: law, naive: naive, value: series.readings[index].value)
      }
    }
    guard outcomes.count > 1 else {
      throw .tooFew(observed: outcomes.count, needed: 2, what: "checking forecasts")
    }
    return ForecastScores(outcomes, horizon: horizon)
  }

  /// For each reading the law that mean and spread of the readings a horizon older suggest.
  private func runningMeans(horizon: Int) -> [Normal?] {
    var past = RunningSummary()
    var next = 0
    return series.readings.map { reading in
      while series.readings[next].time <= reading.time - Double(horizon) {
        past.add(series.readings[next].value)
        next += 1
      }
      guard past.count >= 2, past.standardDeviation > 0 else { return nil }
      let spread = past.standardDeviation * (1 + 1 / Double(past.count)).squareRoot()
      return Normal(mean: past.mean, standardDeviation: spread)
    }
  }
}
