private import Foundation
internal import Statistics

/// A test of no effect at all that rests on how the schedule was drawn by lot and on nothing else.
///
/// Had the treatment no effect, every reading would have been the same under every schedule that the lot
/// could have given. The statistic is computed for these schedules; p is the share of them in which
/// it is at least as extreme as in the real one. With a model the readings enter as its innovations,
/// weighed back to the day (the smoothing errors V⁻¹(y - Xβ̂) of the model without the treatment), so
/// that trend and autocorrelation do not drown the effect; p is valid whether the model holds or not,
/// as long as effects of one period do not reach into the next.
public struct RandomisationTest: Hashable, Sendable {
  /// What the statistic is made from.
  public enum Basis: Hashable, Sendable {
    /// The difference of the means of treated and other periods.
    case means
    /// The same difference of the model's smoothing errors: the score of the effect.
    case innovations
  }

  /// Which differences count as extreme.
  public enum Side: Hashable, Sendable {
    /// Either sign.
    case both
    /// Treated periods higher.
    case higher
    /// Treated periods lower.
    case lower
  }

  /// The observed statistic.
  public let statistic: Double
  /// The difference of the means of readings, treated less others, in their own units.
  public let difference: Double
  /// The p-value.
  public let probability: Double
  /// How many schedules were compared, the real one among them.
  public let schedules: Int
  /// How many schedules the design could have given.
  public let possible: Double
  /// Whether all of them were compared; otherwise p counts the real one and the drawn ones.
  public let isExact: Bool
  /// The smallest p that the design can give.
  public var smallestProbability: Double { 1 / Double(schedules) }

  /// The most schedules that are compared one by one.
  public static let exactLimit = 20_000.0
  /// The most periods of a design.
  public static let periodLimit = 400

  /// Tests one value for each period.
  ///
  /// - Parameters:
  ///   - values: one value for each period, such as the mean of its readings.
  ///   - treated: which periods were treated.
  ///   - design: how the schedule was drawn by lot.
  ///   - side: which differences count as extreme.
  ///   - draws: how many schedules to draw when there are more than ``exactLimit``, 99 to 1,000,000.
  ///   - seed: the seed of these draws.
  /// - Throws: ``InferenceError`` when counts differ, a value is not finite, nothing varies, or the
  ///   design could not have given the schedule or could have given no other.
  public init(
    values: [Double], treated: [Bool], design: RandomisationDesign, side: Side = .both,
    draws: Int = 9999, seed: UInt64
  ) throws(InferenceError) {
    try self.init(
      values: values, raw: values, treated: treated, design: design, side: side, draws: draws,
      seed: seed)
  }

  /// Tests the readings of a series, period by period.
  ///
  /// - Parameters:
  ///   - series: the readings, without the treatment as a regressor.
  ///   - periods: the start of each period and the end of the last, ascending, in days.
  ///   - treated: which periods were treated.
  ///   - design: how the schedule was drawn by lot.
  ///   - basis: what the statistic is made from.
  ///   - model: the parts of the model for innovations.
  ///   - side: which differences count as extreme.
  ///   - draws: how many schedules to draw when there are more than ``exactLimit``.
  ///   - seed: the seed of these draws.
  /// - Throws: ``InferenceError`` as for values, or when a period has no reading.
  public init(
    of series: TrajectorySeries, periods: [Double], treated: [Bool], design: RandomisationDesign,
    basis: Basis = .innovations, model: TrajectoryModel = .localLevel, side: Side = .both,
    draws: Int = 9999, seed: UInt64
  ) throws(InferenceError) {
    guard periods.count == treated.count + 1,
      zip(periods, periods.dropFirst()).allSatisfy({ $0 < $1 })
    else { throw .option("periods need ascending starts and one end, one more than conditions") }
    let readings = series.readings
    let errors = basis == .means ? readings.map(\.value) : try smoothingErrors(series, model)
    var values: [Double] = []
    var raw: [Double] = []
    for (start, end) in zip(periods, periods.dropFirst()) {
      let inside = readings.indices.filter { start <= readings[$0].time && readings[$0].time < end }
      guard !inside.isEmpty else {
        throw .tooFew(observed: 0, needed: 1, what: "the period from day \(start.days)")
      }
      let count = Double(inside.count)
      raw.append(inside.reduce(0) { $0 + readings[$1].value } / count)
      // Smoothing errors are weights of evidence already: they add up, and do not average.
      values.append(inside.reduce(0) { $0 + errors[$1] } / (basis == .means ? count : 1))
    }
    try self.init(
      values: values, raw: raw, treated: treated, design: design, side: side, draws: draws,
      seed: seed)
  }

  private init(
    values: [Double], raw: [Double], treated: [Bool], design: RandomisationDesign, side: Side,
    draws: Int, seed: UInt64
  ) throws(InferenceError) {
    try Self.check(values, treated, draws: draws)
    let space = try ScheduleSpace(treated, design: design)
    guard space.count > 1 else { throw .option("the design could have given no other schedule") }
    let observed = Self.difference(values, treated)
    let tolerance = 1e-9 * (values.map(abs).max() ?? 0)
    func isExtreme(_ schedule: [Bool]) -> Bool {
      let value = Self.difference(values, schedule)
      return switch side {
      case .both: abs(value) >= abs(observed) - tolerance
      case .higher: value >= observed - tolerance
      case .lower: value <= observed + tolerance
      }
    }
    isExact = space.count <= Self.exactLimit
    var counts = (extreme: 0, compared: 0)
    if isExact {
      space.forEach { counts = (counts.extreme + (isExtreme($0) ? 1 : 0), counts.compared + 1) }
    } else {
      var stream = RandomStream(seed: seed)
      counts = (1, 1 + draws)
      for _ in 0..<draws where isExtreme(space.draw(using: &stream)) { counts.extreme += 1 }
    }
    statistic = observed
    difference = Self.difference(raw, treated)
    probability = Double(counts.extreme) / Double(counts.compared)
    schedules = counts.compared
    possible = space.count
  }

  private static func check(
    _ values: [Double], _ treated: [Bool], draws: Int
  ) throws(InferenceError) {
    guard values.count == treated.count, (4...periodLimit).contains(values.count) else {
      throw .option(
        "\(values.count) values for \(treated.count) periods; a test needs one for each of 4 to "
          + "\(periodLimit) periods")
    }
    guard values.allSatisfy({ abs($0) < 1e100 }) else { throw .unusable("a value is not finite") }
    guard (99...1_000_000).contains(draws) else { throw .option("99 to 1,000,000 draws") }
    guard treated.contains(true), treated.contains(false) else {
      throw .unusable("every period had the same condition; there is nothing to compare")
    }
    guard SeriesSummary(values).standardDeviation > 0 else {
      throw .unusable("every period has the same value; there is no difference to test")
    }
  }

  /// Mean of the treated less mean of the others.
  private static func difference(_ values: [Double], _ treated: [Bool]) -> Double {
    var sums = (treated: 0.0, other: 0.0)
    var count = 0
    for (value, isTreated) in zip(values, treated) {
      if isTreated {
        (sums.treated, count) = (sums.treated + value, count + 1)
      } else {
        sums.other += value
      }
    }
    return sums.treated / Double(count) - sums.other / Double(values.count - count)
  }
}

/// V⁻¹(y - Xβ̂) of every reading at the mode of the posterior without the treatment.
private func smoothingErrors(
  _ series: TrajectorySeries, _ model: TrajectoryModel
) throws(InferenceError) -> [Double] {
  let search = try PosteriorSearch(series: series, model: model)
  let values = search.node((try search.mode().point, 1)).hyperparameters
  let scale = search.design.scale
  do {
    return try search.design.stateSpace(values.scaled(by: 1 / (scale * scale)))
      .smoothing(of: search.design.observations).errors.map(\.weighted)
  } catch { throw search.design.named(error) }
}
