private import Foundation
public import Statistics

/// Drift by condition with shared boundary, bias and non-decision time, by maximum likelihood.
///
/// Contaminants: a fixed share of the trials is taken to come from guesses whose times are uniform
/// between the shortest and the longest observed (Ratcliff & Tuerlinckx 2002, Estimating parameters
/// of the diffusion model, Psychon Bull Rev 9:438-481). Parameters do not vary between trials.
/// Standard errors come from the curvature of the log-likelihood and hold for many trials; below
/// about 40 trials a condition they are rough.
public struct WienerFit: Hashable, Sendable {
  /// What is estimated and what is fixed.
  public struct Settings: Hashable, Sendable {
    /// Whether the starting point is estimated; otherwise it lies midway.
    public let biasIsFree: Bool
    /// The share of trials taken as guesses, 0 to 0.5.
    public let contaminantShare: Double
    /// The fewest trials of each condition.
    public let leastTrials: Int

    /// Creates settings.
    ///
    /// - Parameters:
    ///   - biasIsFree: whether the starting point is estimated.
    ///   - contaminantShare: the share of guesses, 0 to 0.5. Zero lets one guess that is faster than
    ///     all other answers decide the non-decision time.
    ///   - leastTrials: the fewest trials of each condition, at least 5.
    public init(biasIsFree: Bool = true, contaminantShare: Double = 0.02, leastTrials: Int = 10) {
      self.biasIsFree = biasIsFree
      self.contaminantShare = contaminantShare
      self.leastTrials = max(leastTrials, 5)
    }
  }

  /// An estimate with its standard error, which is nil where the curvature gives none.
  public struct Estimate: Hashable, Sendable {
    /// The estimate, in the unit of the parameter.
    public let value: Double
    /// The standard error, in the unit of the parameter.
    public let standardError: Double?
  }

  /// Drift of each condition, evidence per second, above 0 towards the upper boundary.
  public let drifts: [Estimate]
  /// Distance of the boundaries, in units of the standard deviation after one second.
  public let boundary: Estimate
  /// Starting point as a share of the distance; without standard error when it was fixed.
  public let bias: Estimate
  /// Non-decision time in seconds.
  public let nonDecisionTime: Estimate
  /// The natural logarithm of the likelihood, contaminants included.
  public let logLikelihood: Double
  /// How many trials were fitted, by condition.
  public let counts: [Int]
  /// Whether the search ended at a maximum.
  public let isConverged: Bool
  /// Covariance of the drifts, log boundary, logit of the share of the non-decision time and, if it
  /// is free, logit bias, in this order; nil where the curvature gives none.
  public let covariance: Matrix?

  /// Fits trials.
  ///
  /// - Parameters:
  ///   - trials: at most 100,000; trials of one condition need not follow each other.
  ///   - conditions: how many conditions there are, 1 to 20.
  ///   - settings: what is estimated.
  /// - Returns: the fit.
  /// - Throws: an error that names the condition with too few trials or the trial that cannot be
  ///   used.
  public static func maximumLikelihood(
    of trials: [WienerTrial], conditions: Int, settings: Settings = Settings()
  ) throws(MemoryScienceError) -> WienerFit {
    let counts = try checked(trials, conditions: conditions, settings)
    let objective = WienerObjective(trials, conditions: conditions, settings)
    let best = objective.search()
    guard best.value.isFinite else {
      throw .unusable("no Wiener process gives these response times; look at them for mistakes")
    }
    return WienerFit(objective, best, counts: counts)
  }

  private static func checked(
    _ trials: [WienerTrial], conditions: Int, _ settings: Settings
  ) throws(MemoryScienceError) -> [Int] {
    guard (1...20).contains(conditions) else {
      throw .option("\(conditions) conditions; give 1 to 20")
    }
    guard (0...0.5).contains(settings.contaminantShare) else {
      throw .option("a share of guesses of \(settings.contaminantShare); give 0 to 0.5")
    }
    guard trials.count <= 100_000 else {
      throw .unusable("\(trials.count) trials; fit at most 100000 at once")
    }
    var counts = [Int](repeating: 0, count: conditions)
    for (index, trial) in trials.enumerated() {
      guard trial.seconds > 0, trial.seconds.isFinite, counts.indices.contains(trial.condition)
      else {
        throw .unusable(
          "trial \(index + 1): \(trial.seconds) s in condition \(trial.condition); a response time "
            + "is above 0 and a condition from 0 to \(conditions - 1)")
      }
      counts[trial.condition] += 1
    }
    for (condition, count) in counts.enumerated() where count < settings.leastTrials {
      throw .tooFew(
        observed: count, needed: settings.leastTrials,
        what: "the drift of condition \(condition)")
    }
    return counts
  }

  private init(_ objective: WienerObjective, _ best: Minimum, counts: [Int]) {
    let law = objective.law(at: best.point)
    let covariance = objective.covariance(at: best.point)
    // The curvature is that of transformed parameters; the slope brings the errors back.
    func error(_ index: Int, slope: Double) -> Double? {
      covariance.map { $0[index, index].squareRoot() * slope }
    }
    let conditions = counts.count
    drifts = (0..<conditions).map {
      Estimate(value: best.point[$0], standardError: error($0, slope: 1))
    }
    boundary = Estimate(
      value: law.boundary, standardError: error(conditions, slope: law.boundary))
    let share = law.nonDecisionTime / objective.longestNonDecisionTime
    nonDecisionTime = Estimate(
      value: law.nonDecisionTime,
      standardError: error(conditions + 1, slope: law.nonDecisionTime * (1 - share)))
    bias = Estimate(
      value: law.bias,
      standardError: objective.settings.biasIsFree
        ? error(conditions + 2, slope: law.bias * (1 - law.bias)) : nil)
    logLikelihood = -best.value
    isConverged = best.outcome == .converged
    self.counts = counts
    self.covariance = covariance
  }
}
