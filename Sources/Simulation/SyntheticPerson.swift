public import Inference
private import Statistics
public import Time

/// An invented person whose record is drawn from the project's own state-space model.
///
/// A severity level drifts, falls during a course of treatment, and is answered about: daily
/// check-ins with missed days, an item-by-item questionnaire every other week with the odd skipped
/// question, sleep, one course of treatment with a dose step, one life event. It is for
/// demonstration and tests and says nothing about real people.
public struct SyntheticPerson: Sendable {
  /// What can be chosen about the person.
  public struct Settings: Hashable, Sendable {
    /// Days of record, 14 to 3,660.
    public var days: Int
    /// The first day.
    public var firstDay: Day
    /// Where the person lives.
    public var zone: Zone
    /// The seed; the same seed gives the same record.
    public var seed: UInt64
    /// The share of days without a check-in, 0 to 0.9.
    public var missing: Double

    /// Chooses settings.
    ///
    /// - Parameters:
    ///   - days: days of record; held within 14 to 3,660.
    ///   - firstDay: the first day.
    ///   - zone: where the person lives.
    ///   - seed: the seed.
    ///   - missing: the share of days without a check-in; held within 0 to 0.9.
    public init(days: Int, firstDay: Day, zone: Zone, seed: UInt64, missing: Double = 0.18) {
      self.days = min(max(days, 14), 3_660)
      self.firstDay = firstDay
      self.zone = zone
      self.seed = seed
      self.missing = missing.isFinite ? min(max(missing, 0), 0.9) : 0
    }
  }

  /// What the person was given.
  public let settings: Settings
  /// The severity that answers scatter around, day by day: 0 none to 1 the worst there is.
  public let severity: [Double]

  /// The day treatment begins, counted from 0.
  public var treatmentStart: Int { settings.days / 4 }

  /// The model that severity is drawn from, in the units of ``severity``.
  public static let hyperparameters = Hyperparameters(
    levelVariance: 0.000_15, affectVariance: 0.006, affectTimeConstant: 2, noiseVariance: 0.002,
    weekdayVariance: 0.000_5)

  /// Draws a person.
  ///
  /// - Parameter settings: what can be chosen.
  /// - Throws: ``Inference/InferenceError`` only if the model itself were wrong.
  public init(_ settings: Settings) throws(InferenceError) {
    self.settings = settings
    let start = settings.days / 4
    // Treatment works gradually: full effect after eight weeks.
    let readings = (0..<settings.days).map { day in
      TrajectorySeries.Reading(
        time: Double(day), value: Double(day % 2),
        regressors: [min(max(Double(day - start) / 56, 0), 1)])
    }
    var stream = RandomStream(seed: settings.seed, stream: 0)
    let drawn = try TrajectorySeries(
      readings, regressorNames: ["treatment"], weekdayOfDayZero: settings.firstDay.weekday
    ).drawn(
      from: .daily, hyperparameters: SyntheticPerson.hyperparameters, level: 0.62,
      coefficients: [-0.40], using: &stream)
    severity = drawn.readings.map { min(max($0.value, 0), 1) }
  }
}
