internal import Statistics

/// How far a predictor lay, each day, from its own slow level and weekday.
///
/// The slow level is a two-sided exponentially weighted mean that forgets in a fortnight, the same for
/// everybody, so that nothing is tuned. What goes up and down together over weeks is thus no pattern.
struct DailyDeviations {
  /// The standardised deviation by day since ``firstDay``; 0 where the predictor is missing.
  let values: [Double]
  /// Whether the predictor was there, by day since ``firstDay``.
  let isKnown: [Bool]
  let firstDay: Int
  /// The share of the predictor's variance that its slow level and its weekdays explain.
  let explainedShare: Double
  /// The standard deviation of a deviation, in units of the predictor.
  let scale: Double

  /// Days in which the weight of a neighbour falls to 1/e.
  static let bandwidth = 14.0

  init(
    _ predictor: PatternPredictor, days: ClosedRange<Int>, weekdayOfDayZero: Int?
  ) throws(InferenceError) {
    let observed = days.compactMap { day in predictor.values[day].map { (day, $0) } }
    guard observed.allSatisfy({ $0.1.isFinite && abs($0.1) < 1e100 }) else {
      throw .unusable("\"\(predictor.name)\" holds a number that is not finite or beyond 1e100")
    }
    let summary = SeriesSummary(observed.map(\.1))
    let spread = summary.standardDeviation
    guard observed.count >= 14 else {
      throw .tooFew(
        observed: observed.count, needed: 14, what: "\"\(predictor.name)\" as a predictor")
    }
    guard spread > 1e-9 * (abs(summary.mean) + 1e-300) else {
      throw .noVariation(name: predictor.name)
    }
    let standard = observed.map { ($0.0, ($0.1 - summary.mean) / spread) }
    let rest = try DailyDeviations.rest(
      of: standard, days: days, weekdayOfDayZero: weekdayOfDayZero)
    let left = SeriesSummary(rest).standardDeviation
    guard left > 1e-6 else { throw .noVariation(name: predictor.name) }
    var values = [Double](repeating: 0, count: days.count)
    var known = [Bool](repeating: false, count: days.count)
    let middle = rest.reduce(0, +) / Double(rest.count)
    for (place, deviation) in zip(observed, rest) {
      values[place.0 - days.lowerBound] = (deviation - middle) / left
      known[place.0 - days.lowerBound] = true
    }
    self.values = values
    isKnown = known
    firstDay = days.lowerBound
    explainedShare = min(max(1 - left * left, 0), 1)
    scale = left * spread
  }

  /// Readings less smoothed level and weekday.
  private static func rest(
    of readings: [(Int, Double)], days: ClosedRange<Int>, weekdayOfDayZero: Int?
  ) throws(InferenceError) -> [Double] {
    let hasWeekday = weekdayOfDayZero != nil && readings.count >= 28
    do {
      let series = try TrajectorySeries(
        readings.map { .init(time: Double($0.0), value: $0.1) }, alsoAt: days.map(Double.init),
        weekdayOfDayZero: weekdayOfDayZero)
      let design = try TrajectoryDesign(
        series, model: TrajectoryModel(hasWeekday: hasWeekday), scale: 1)
      let smoothing = try design.stateSpace(
        Hyperparameters(
          levelVariance: 1 / (bandwidth * bandwidth), noiseVariance: 1, weekdayVariance: 0.1)
      ).smoothing(of: design.observations)
      var row = design.levelColumns
      return readings.map { day, value in
        design.fill(&row, at: Double(day), regressors: [])
        var expected = design.centre + smoothing.mean(of: 0, at: day - days.lowerBound)
        for (column, coefficient) in zip(row, smoothing.likelihood.coefficients) {
          expected += column * coefficient
        }
        return value - expected
      }
    } catch let error as StateSpaceError {
      throw .unusable(error.description)
    } catch let error as InferenceError {
      throw error
    } catch { throw .unusable("the predictor could not be smoothed") }
  }

  /// The standardised deviation a number of days before a day; 0 when it is not known.
  func value(on day: Int, lag: Int) -> Double {
    let place = day - lag - firstDay
    return values.indices.contains(place) ? values[place] : 0
  }

  func isKnown(on day: Int, lag: Int) -> Bool {
    let place = day - lag - firstDay
    return isKnown.indices.contains(place) && isKnown[place]
  }
}
