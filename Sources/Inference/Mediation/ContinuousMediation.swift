public import Statistics

/// How much of the way from a cause to an outcome leads over a mediator, over any lag, from readings
/// at irregular times.
///
/// Cause, mediator and outcome pull on each other without pause as a stable linear diffusion
/// (Ornstein-Uhlenbeck); readings are its values at their times, with noise of their own if wanted.
/// Levels, a line over time and practice are regression columns of the exact likelihood. The
/// parameters have weak normal priors, which keep the search off the edges, and their posterior is
/// taken as normal about its mode; every draw is stable. Effects are read from the drift as in
/// ``DriftEffects``.
public struct ContinuousMediation: Sendable {
  /// One occasion.
  public struct Reading: Hashable, Sendable {
    /// When, in days.
    public var time: Double
    /// Cause, mediator and outcome, `nil` where missing.
    public var values: [Double?]
    /// How often the task that measures the mediator had been done, this time included.
    public var attempt: Double?

    /// Creates an occasion.
    ///
    /// - Parameters:
    ///   - time: when, in days.
    ///   - cause: the cause, `nil` where missing.
    ///   - mediator: the mediator, `nil` where missing.
    ///   - outcome: the outcome, `nil` where missing.
    ///   - attempt: how often the task had been done, this time included: 1 or more.
    public init(
      time: Double, cause: Double?, mediator: Double?, outcome: Double?, attempt: Double? = nil
    ) {
      self.time = time
      self.values = [cause, mediator, outcome]
      self.attempt = attempt
    }
  }

  /// What the model holds and how it is computed.
  public struct Options: Hashable, Sendable {
    /// The lags in days at which effects are read: each above 0.
    public var lags: [Double] = [1, 2, 7]
    /// Whether readings have noise of their own beside the diffusion.
    public var hasNoise = true
    /// Whether a straight line over time is allowed for in every variable.
    public var hasTrend = true
    /// How many posterior draws, 200 to 100,000.
    public var draws = 2_000
    /// The seed of the draws.
    public var seed: UInt64 = 1
    /// The most likelihoods that the search may take, 1 or more.
    public var evaluationLimit = 20_000

    /// The usual options: lags of 1, 2 and 7 days, noise, a trend, 2,000 draws.
    public init() {}
  }

  /// The effects over one lag with their uncertainty, in the units of the data.
  public struct LagEffects: Hashable, Sendable {
    /// The lag in days.
    public let lag: Double
    /// The effects at the mode.
    public let mode: DriftEffects
    /// The whole effect.
    public let total: Mediation.Estimate
    /// What is left when the mediator is held still.
    public let direct: Mediation.Estimate
    /// What passes over the mediator.
    public let indirect: Mediation.Estimate
    /// What passes from the cause over the outcome to the mediator.
    public let reverseIndirect: Mediation.Estimate
  }

  /// How many occasions have a reading.
  public let count: Int
  /// The drift at the mode, per day and in the units of the data: entry (i, j) is the pull of j on
  /// i, in the order cause, mediator, outcome.
  public let drift: Matrix
  /// The standard deviation of the noise of each variable; zeros in a model without it.
  public let noise: [Double]
  /// The log-likelihood at the mode, in standard deviations of the data.
  public let logLikelihood: Double
  /// The effects at each lag.
  public let effects: [LagEffects]
  /// Whether the search ended because nothing better was near.
  public let isConverged: Bool

  /// The fewest readings of each variable.
  public static let fewestReadings = 80

  /// Fits the diffusion to one person's readings.
  ///
  /// Times are rounded to the 64th part of the median gap. Complexity: some thousand likelihoods,
  /// each of O(readings).
  ///
  /// - Parameters:
  ///   - readings: the occasions in any order, each time once.
  ///   - options: what the model holds.
  /// - Throws: ``InferenceError`` when an option is outside its range, there are too few readings, a
  ///   variable does not vary or lies at the edge of its scale, or the readings do not settle the
  ///   parameters.
  public init(_ readings: [Reading], options: Options = Options()) throws(InferenceError) {
    try options.check()
    let design = try DiffusionDesign(readings, options)
    let fit = try DiffusionFit(design, options)
    let modeDrift = fit.mode.drift
    var draws: [Matrix] = []
    var stream = RandomStream(seed: options.seed)
    for _ in 0..<options.draws {
      if let draw = fit.draw(using: &stream) { draws.append(design.inUnitsOfData(draw.drift)) }
    }
    guard draws.count > options.draws / 2 else {
      throw .unusable("the readings do not settle the drift; wait for more of them")
    }
    drift = design.inUnitsOfData(modeDrift)
    count = design.occasionCount
    noise = zip(fit.modeNoise, design.deviations).map { $0.squareRoot() * $1 }
    logLikelihood = fit.logLikelihood
    isConverged = fit.isConverged
    var effects: [LagEffects] = []
    for lag in options.lags { effects.append(try LagEffects(lag, drift, draws)) }
    self.effects = effects
  }
}

extension ContinuousMediation.Options {
  fileprivate func check() throws(InferenceError) {
    guard !lags.isEmpty, lags.count <= 50, lags.allSatisfy({ $0 > 0 && $0 <= 1e4 }) else {
      throw .option("name 1 to 50 lags above 0 and up to 10,000 days")
    }
    guard (200...100_000).contains(draws), evaluationLimit >= 1 else {
      throw .option("draw 200 to 100,000 times and allow 1 evaluation or more")
    }
  }
}

extension ContinuousMediation.LagEffects {
  fileprivate init(
    _ lag: Double, _ drift: Matrix, _ draws: [Matrix]
  ) throws(InferenceError) {
    var (forward, backward): ([DriftEffects], [DriftEffects]) = ([], [])
    for draw in draws {
      forward.append(try DriftEffects(drift: draw, lag: lag))
      backward.append(try DriftEffects(drift: draw, mediator: 2, outcome: 1, lag: lag))
    }
    self.lag = lag
    mode = try DriftEffects(drift: drift, lag: lag)
    total = Mediation.Estimate(forward.map(\.total))
    direct = Mediation.Estimate(forward.map(\.direct))
    indirect = Mediation.Estimate(forward.map(\.indirect))
    reverseIndirect = Mediation.Estimate(backward.map(\.indirect))
  }
}
