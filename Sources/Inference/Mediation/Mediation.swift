/// How much of the way from a cause to a later outcome leads over a mediator, in one person's days.
///
///     M(t) = a X(t-L) + φ_M M(t-L) + d Y(t-L) + practice · log attempt(t) + covariates
///     Y(t) = c X(t-L) + b M(t-L) + φ_Y Y(t-L) + covariates
///
/// The indirect path takes two steps: the cause of day t-L moves the mediator of day t by a, which
/// moves the outcome of day t+L by b. So the mediator is always measured strictly between the two,
/// and what mediator and outcome share on one day counts for nothing. d is the reverse path, from
/// outcome to mediator, in the model unless it is left out. All intervals come from draws
/// of the joint posterior of both equations, never from a normal law of the product. Of one person,
/// whose cause was not assigned by lot, such figures can be consistent with mediation and no more.
public struct Mediation: Sendable {
  /// A quantity as its posterior draws tell it.
  public struct Estimate: Hashable, Sendable {
    /// The mean.
    public let mean: Double
    /// The standard deviation.
    public let standardDeviation: Double
    /// The central 80 %.
    public let central80: ClosedRange<Double>
    /// The central 95 %.
    public let central95: ClosedRange<Double>
    /// The probability that the quantity is above 0.
    public let probabilityAboveZero: Double

    /// Whether the central 95 % leaves 0 out.
    public var isShown: Bool { !central95.contains(0) }
  }

  /// The coefficients of both equations, in the units of the data.
  public struct Paths: Hashable, Sendable {
    /// a: cause to mediator.
    public let causeToMediator: Estimate
    /// b: mediator to outcome.
    public let mediatorToOutcome: Estimate
    /// c: cause to outcome past the mediator.
    public let direct: Estimate
    /// φ_M: what the mediator keeps of itself.
    public let mediatorPersistence: Estimate
    /// φ_Y: what the outcome keeps of itself.
    public let outcomePersistence: Estimate
    /// d: outcome to mediator; none in a model without it.
    public let outcomeToMediator: Estimate?
    /// What the mediator gains as the logarithm of the attempt rises by 1; none without attempts.
    public let practice: Estimate?
  }

  /// The way from the cause over the outcome to the mediator.
  public struct Reverse: Hashable, Sendable {
    /// d, from outcome to mediator.
    public let path: Estimate
    /// c d, from the cause over the outcome to the mediator.
    public let indirect: Estimate
  }

  /// What may be said of the indirect effect.
  public enum Reading: String, Hashable, Sendable, CaseIterable {
    /// Its 95 % interval holds 0.
    case notShown = "not shown"
    /// It is there, and so is the way from the outcome back to the mediator.
    case bothWays = "both ways"
    /// It is there, and the days are consistent with mediation.
    case consistentWithMediation = "consistent with mediation"
  }

  /// What has to be said beside a reading.
  public enum Caution: String, Hashable, Sendable, CaseIterable {
    /// The outcome also moves the later mediator.
    case wayBack = "the outcome also leads back to the mediator"
    /// A hidden influence that correlates the errors by less than 0.1 would bring 0 into the interval.
    case easilyHidden = "a weak hidden influence would explain it"
    /// Only paths above 0.3 standard deviations would be found in so few days.
    case fewDays = "only strong paths can be found in so few days"
    /// Too many draws do not settle for a long run to be told.
    case noLongRun = "the long run cannot be told"
    /// No attempts were counted, so practice of a repeated task is not allowed for.
    case withoutPractice = "practice is not allowed for"
  }

  /// The days between cause and mediator, and between mediator and outcome.
  public let lag: Int
  /// How many pairs of days had everything that both equations need.
  public let count: Int
  /// How many pairs of days there could have been from the first to the last.
  public let possibleCount: Int
  /// The names of all regressors of the mediator, in order.
  public let mediatorRegressors: [String]
  /// The names of all regressors of the outcome, in order.
  public let outcomeRegressors: [String]
  /// The coefficients.
  public let paths: Paths
  /// a b: the indirect effect over two steps.
  public let indirect: Estimate
  /// a b for a cause, a mediator and an outcome that are counted in standard deviations.
  public let standardisedIndirect: Estimate
  /// a b / ((1 - φ_M)(1 - φ_Y)): what a lasting change of the cause by 1 comes to along this path;
  /// none where more than ``mostExplosive`` of the draws do not settle.
  public let longRunIndirect: Estimate?
  /// The share of draws in which the system never settles; ``longRunIndirect`` leaves them out.
  public let explosiveShare: Double
  /// The way back; none in a model without it.
  public let reverse: Reverse?
  /// The correlation of what both equations leave unexplained of one day.
  public let errorCorrelation: Double
  /// What an unmeasured influence on mediator and outcome would do.
  public let sensitivity: MediationSensitivity
  /// The smallest standardised path that would be found in this many days with 80 % power, other
  /// things equal: √(7.85 / count).
  public let detectablePath: Double
  /// Draws of a and b, for pooling people: means and covariance.
  public let personPaths: PersonPaths

  /// What may be said.
  public var reading: Reading {
    guard indirect.isShown else { return .notShown }
    return reverse?.path.isShown == true ? .bothWays : .consistentWithMediation
  }

  /// What has to be said beside ``reading``; that one person's days prove nothing goes without it.
  public var cautions: [Caution] {
    Caution.allCases.filter { caution in
      switch caution {
      case .wayBack: reverse?.path.isShown == true
      case .easilyHidden:
        indirect.isShown && abs(sensitivity.intervalCorrelation ?? 1) < 0.1
      case .fewDays: detectablePath > 0.3
      case .noLongRun: longRunIndirect == nil
      case .withoutPractice: paths.practice == nil
      }
    }
  }

  /// The greatest share of draws without rest with which a long run is reported.
  public static let mostExplosive = 0.05
  /// The fewest pairs of days, whatever the number of regressors.
  public static let fewestPairs = 50
}

extension Mediation {
  /// What the model holds and how it is computed.
  public struct Options: Hashable, Sendable {
    /// The days between cause and mediator, and between mediator and outcome: 1 to 28.
    public var lag = 1
    /// Whether a straight line over the days is allowed for in both equations.
    public var hasTrend = true
    /// Whether days of the week are allowed for in both equations.
    public var hasWeekdays = false
    /// Whether both equations have a slow course besides the straight line: cosines, one for every 21
    /// days and at most 10. A recovery that both share then cannot pass for a path.
    public var hasSlowCourse = false
    /// Whether the outcome, too, may improve with practice.
    public var practiceOnOutcome = false
    /// Whether the outcome may move the later mediator.
    public var hasReverse = true
    /// How many posterior draws, 500 to 100,000.
    public var draws = 4_000
    /// The seed of the draws.
    public var seed: UInt64 = 1

    /// The usual options: a lag of one day, a trend, the reverse path, 4,000 draws.
    public init() {}
  }
}
