private import Foundation

/// What a person is expected to score at a later sitting if nothing but practice has changed, from
/// two baselines.
///
/// The score at sitting k is θ + γ h(k) + error, with h(k) = (1 - k^-d) / (1 - 2^-d): a gain γ from
/// the first to the second sitting that goes on growing by less and less (the power law of practice,
/// Newell & Rosenbloom 1981). The person's own γ is unknown; it is drawn towards the mean of many
/// people, because the difference of two baselines is noisy. The level θ has no prior. Source of the
/// two-baseline design: dual baselines, as Beglinger et al. (2005, Arch Clin Neuropsychol 20:517-529)
/// advise; this estimator is the project's own and follows from normal theory.
public struct PracticeModel: Hashable, Sendable {
  /// Mean gain of many people from the first to the second sitting, in points of the score.
  public let meanGain: Double
  /// Standard deviation of that gain over people; infinity for no knowledge, 0 for the same gain in
  /// everybody.
  public let gainDeviation: Double
  /// Standard error of measurement of one sitting, in points, above 0.
  public let measurementError: Double
  /// d: how soon practice levels off; 1 by convention of this project, larger is sooner.
  public let decay: Double

  /// Creates a model.
  ///
  /// - Parameters:
  ///   - meanGain: mean gain from the first to the second sitting.
  ///   - gainDeviation: its standard deviation over people, 0 or more, infinity allowed.
  ///   - measurementError: standard error of measurement of one sitting, above 0.
  ///   - decay: how soon practice levels off, above 0 and at most 10.
  /// - Throws: ``MemoryScienceError/option(_:)`` when a number is outside its range.
  public init(
    meanGain: Double, gainDeviation: Double, measurementError: Double, decay: Double = 1
  ) throws(MemoryScienceError) {
    guard meanGain.isFinite, gainDeviation >= 0, measurementError > 0, measurementError.isFinite,
      decay > 0, decay <= 10
    else {
      throw .option(
        "practice with gain \(meanGain) ± \(gainDeviation), error \(measurementError), decay"
          + " \(decay); give deviations of 0 or more, an error above 0 and a decay up to 10")
    }
    self.meanGain = meanGain
    self.gainDeviation = gainDeviation
    self.measurementError = measurementError
    self.decay = decay
  }

  /// What is expected at a sitting.
  public struct Expectation: Hashable, Sendable {
    /// The expected score, in the unit of the task.
    public let mean: Double
    /// The standard deviation of a new score around it, measurement error included.
    public let standardDeviation: Double
    /// The person's own gain from the first to the second sitting, as estimated.
    public let gain: Double
    /// Standard deviation of what is not known about it.
    public let gainDeviation: Double

    /// How far a score lies from what practice alone gives.
    ///
    /// - Parameter score: the score of the sitting.
    /// - Returns: the distance in standard deviations; beyond ±1.96 practice and measurement error
    ///   alone reach it once in twenty times.
    public func deviation(of score: Double) -> Double { (score - mean) / standardDeviation }
  }

  /// The share h(k) of the gain from the first to the second sitting that is reached at a sitting.
  ///
  /// - Parameter session: k, from 1 on.
  /// - Returns: 0 for 1, 1 for 2, then more by less and less.
  public func growth(at session: Int) -> Double {
    -expm1(-decay * log(Double(max(session, 1)))) / -expm1(-decay * log(2))
  }

  /// What is expected of a person at a later sitting.
  ///
  /// - Parameters:
  ///   - first: the score of the first sitting.
  ///   - second: the score of the second sitting.
  ///   - session: which later sitting, from 3 on.
  /// - Returns: the expectation.
  /// - Throws: an error when a score is not finite or the sitting is one of the baselines.
  public func expectation(
    first: Double, second: Double, session: Int
  ) throws(MemoryScienceError) -> Expectation {
    guard first.isFinite, second.isFinite else {
      throw .unusable("baselines \(first) and \(second); both must be finite")
    }
    guard session >= 3 else {
      throw .tooFew(observed: max(session, 0), needed: 3, what: "a change beyond two baselines")
    }
    let error = measurementError * measurementError
    let prior = gainDeviation * gainDeviation
    // The difference of the baselines has variance 2 error around the gain; their mean is
    // independent of it.
    let trust = prior.isFinite ? prior / (prior + 2 * error) : 1
    let gain = meanGain + trust * (second - first - meanGain)
    let gainVariance = trust * 2 * error
    let reach = growth(at: session) - 0.5
    return Expectation(
      mean: (first + second) / 2 + gain * reach,
      standardDeviation: (error * 1.5 + gainVariance * reach * reach).squareRoot(), gain: gain,
      gainDeviation: gainVariance.squareRoot())
  }
}
