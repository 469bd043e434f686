/// What goes along with an outcome from day to day, and what only seems to.
///
/// The questions are few and fixed beforehand: every predictor at every lag. Each predictor counts as
/// its deviation from its own slow level and weekday; the outcome is whitened by its own trajectory,
/// so that drift, carry-over and weekdays cannot pass for a pattern. All coefficients are estimated
/// together under a sparse prior (``HorseshoeRegression``). What stands out has to pass every
/// ``PatternGate`` before it may be shown.
///
/// A pattern says what goes along with what in one person. It does not say what causes what.
public struct Patterns: Sendable {
  /// A predictor as it entered, or why it did not.
  public struct Predictor: Sendable {
    /// Its name.
    public let name: String
    /// The share of the outcome's days on which it is known.
    public let knownShare: Double
    /// The share of its variance that its own slow course and weekdays explain. Beyond one half, a
    /// pattern of its day-to-day deviations leaves most of it out; `nil` when it was not used.
    public let explainedShare: Double?
    /// The standard deviation of its day-to-day deviations, in its units; `nil` when not used.
    public let deviation: Double?
    /// Why it was not used.
    public let refusal: InferenceError?
  }

  /// A predictor at a lag.
  public struct Member: Hashable, Sendable {
    /// The predictor's name.
    public let predictor: String
    /// How many days it comes before the outcome.
    public let lag: Int
    /// Whether it counts with its sign turned, because it runs against the first of its group.
    public let isTurned: Bool

    /// Names a predictor at a lag.
    ///
    /// - Parameters:
    ///   - predictor: the predictor's name.
    ///   - lag: how many days it comes before the outcome.
    ///   - isTurned: whether it counts with its sign turned.
    public init(predictor: String, lag: Int, isTurned: Bool = false) {
      self.predictor = predictor
      self.lag = lag
      self.isTurned = isTurned
    }
  }

  /// One question and its answer.
  public struct Candidate: Sendable {
    /// What was asked about; more than one when they could not be told apart.
    public let members: [Member]
    /// Change of the outcome, in its units, per standard deviation of all members' deviations:
    /// posterior mean.
    public let effect: Double
    /// Its central 90 % interval.
    public let interval: ClosedRange<Double>
    /// The probability that the sign is wrong.
    public let falseSignRate: Double
    /// Whether it belongs to the largest set whose mean false sign rate is within the bound.
    public let isChosen: Bool
    /// The gates, for a chosen one.
    public let gates: [PatternGate]
    /// The estimate under the other specifications, for one that passed all gates.
    public let multiverse: Multiverse?

    /// Whether it may be shown as a pattern.
    public var isShown: Bool { isChosen && !gates.isEmpty && gates.allSatisfy(\.isPassed) }
  }

  /// What it was computed from.
  public let provenance: Provenance
  /// The predictors in the order given.
  public let predictors: [Predictor]
  /// All questions with their answers.
  public let candidates: [Candidate]
  /// How many days it takes.
  public let need: PatternNeed
  /// The settings.
  public let settings: PatternSettings

  /// The candidates that may be shown.
  public var shown: [Candidate] { candidates.filter(\.isShown) }

  /// Looks for patterns.
  ///
  /// - Parameters:
  ///   - outcome: readings at whole days, at most one a day.
  ///   - model: the parts of the outcome's trajectory.
  ///   - predictors: few, chosen beforehand.
  ///   - hyperparameters: the variances of the outcome's trajectory when they are known already, as
  ///     ``Trajectory/mode(of:model:)`` gives them.
  ///   - settings: what is looked for.
  /// - Returns: the answers.
  /// - Throws: ``InferenceError`` with a named reason: too few days, no variation, most readings at
  ///   one end, most days missing, no usable predictor, all predictors the same.
  public static func found(
    in outcome: TrajectorySeries, model: TrajectoryModel = .daily,
    predictors: [PatternPredictor], hyperparameters: Hyperparameters? = nil,
    settings: PatternSettings = PatternSettings()
  ) throws(InferenceError) -> Patterns {
    try PatternSearch(
      outcome: outcome, model: model, predictors: predictors, known: hyperparameters,
      settings: settings
    ).run()
  }
}
