/// Which parts a trajectory is made of.
///
///     y(t) = μ(t) + η(t) + w(weekday) + x'β + ε        ε ~ N(0, r)
///     dμ   = √q dW                                      slow level, diffuse start
///     dη   = -η/τ dt + …  with variance s                Ornstein-Uhlenbeck affect, optional
///     w    ~ N(0, v (I - 11'/7))                        sums to zero over the week, optional
public struct TrajectoryModel: Hashable, Sendable {
  /// Where the variance of a single reading comes from.
  public enum Noise: Hashable, Sendable {
    /// It is estimated.
    case estimated
    /// It is known, such as the squared standard error of measurement of an instrument.
    case known(variance: Double)
  }

  /// Whether a decaying affect moves around the level.
  public var hasAffect: Bool
  /// Whether weekdays differ; needs ``TrajectorySeries/weekdayOfDayZero``.
  public var hasWeekday: Bool
  /// Where the variance of a reading comes from.
  public var noise: Noise

  /// Names the parts.
  ///
  /// - Parameters:
  ///   - hasAffect: whether a decaying affect moves around the level.
  ///   - hasWeekday: whether weekdays differ.
  ///   - noise: where the variance of a reading comes from.
  public init(hasAffect: Bool = false, hasWeekday: Bool = false, noise: Noise = .estimated) {
    self.hasAffect = hasAffect
    self.hasWeekday = hasWeekday
    self.noise = noise
  }

  /// A level and nothing else.
  public static let localLevel = TrajectoryModel()
  /// Level, affect and weekday: for daily readings over weeks.
  public static let daily = TrajectoryModel(hasAffect: true, hasWeekday: true)
}

/// The variances and the time constant of a trajectory, in units of its readings and days.
public struct Hyperparameters: Hashable, Sendable {
  /// q: variance that the level gains in a day.
  public var levelVariance: Double
  /// s: stationary variance of the affect.
  public var affectVariance: Double
  /// τ: days in which the affect falls to 1/e.
  public var affectTimeConstant: Double
  /// r: variance of a reading.
  public var noiseVariance: Double
  /// v: variance of weekday effects.
  public var weekdayVariance: Double

  /// Gathers hyperparameters.
  ///
  /// - Parameters:
  ///   - levelVariance: variance that the level gains in a day.
  ///   - affectVariance: stationary variance of the affect.
  ///   - affectTimeConstant: days in which the affect falls to 1/e.
  ///   - noiseVariance: variance of a reading.
  ///   - weekdayVariance: variance of weekday effects.
  public init(
    levelVariance: Double, affectVariance: Double = 0, affectTimeConstant: Double = 1,
    noiseVariance: Double, weekdayVariance: Double = 0
  ) {
    self.levelVariance = levelVariance
    self.affectVariance = affectVariance
    self.affectTimeConstant = affectTimeConstant
    self.noiseVariance = noiseVariance
    self.weekdayVariance = weekdayVariance
  }

  func scaled(by factor: Double) -> Hyperparameters {
    Hyperparameters(
      levelVariance: levelVariance * factor, affectVariance: affectVariance * factor,
      affectTimeConstant: affectTimeConstant, noiseVariance: noiseVariance * factor,
      weekdayVariance: weekdayVariance * factor)
  }
}
