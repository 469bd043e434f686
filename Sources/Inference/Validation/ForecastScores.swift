internal import Statistics

/// How well a model foretold readings it had not yet seen, against a plain running mean.
///
/// Leave-future-out, as ``ForecastCheck`` makes the forecasts.
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
  ///   - block: readings between refits, as in ``ForecastCheck``.
  /// - Throws: ``InferenceError`` when there are too few readings or the path leaves days out.
  public init(
    of series: TrajectorySeries, model: TrajectoryModel, horizon: Int, training: Int = 42,
    block: Int? = nil
  ) throws(InferenceError) {
    self = try ForecastCheck(of: series, model: model, training: training, block: block)
      .scores(horizon: horizon)
  }

  /// A reading with what was foretold of it.
  struct Outcome {
    let forecast: Normal
    let naive: Normal
    let value: Double

    var gain: Double { forecast.logDensity(value) - naive.logDensity(value) }
  }

  init(_ outcomes: [Outcome], horizon: Int) {
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
}
