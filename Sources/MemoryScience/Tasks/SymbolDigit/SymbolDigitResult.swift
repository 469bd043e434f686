/// What a person did in the symbol-digit task.
public struct SymbolDigitResult: TaskResult {
  /// One symbol.
  public struct Trial: Hashable, Sendable, Codable {
    /// The right digit, 1 to 9.
    public let digit: Int
    /// The digit that was given, 0 to 9; nil when the time was over first.
    public let response: Int?
    /// Seconds from the symbol to the answer; nil without one.
    public let seconds: Double?
    /// What happened during the trial.
    public let flags: [TrialFlag]

    /// Creates a trial.
    ///
    /// - Parameters:
    ///   - digit: the right digit.
    ///   - response: the digit that was given.
    ///   - seconds: from the symbol to the answer.
    ///   - flags: what happened during the trial.
    public init(digit: Int, response: Int?, seconds: Double?, flags: [TrialFlag] = []) {
      self.digit = digit
      self.response = response
      self.seconds = seconds
      self.flags = flags
    }
  }

  /// The occasion.
  public let sitting: TaskSitting
  /// The symbols in order, practice left out.
  public let trials: [Trial]

  /// Creates a result.
  ///
  /// - Parameters:
  ///   - sitting: the occasion.
  ///   - trials: the symbols in order, practice left out.
  public init(sitting: TaskSitting, trials: [Trial]) {
    self.sitting = sitting
    self.trials = trials
  }

  static let reliability = ScoreReliability(
    .read,
    "reliabilities of the tests of the TestMyBrain digital neuropsychology toolkit, a digit-symbol"
      + " test among them; not known for these symbols",
    coefficient: 0.84...0.98)

  /// Scores the result with ``ResponseTimeRules/standard``.
  public func report() throws(MemoryScienceError) -> TaskReport { try report(rules: .standard) }

  /// Scores the result: right answers in the time, mistakes, and the median time of a right answer.
  ///
  /// - Parameter rules: which response times count; answers count whatever their time but for
  ///   anticipations.
  /// - Returns: the scores.
  /// - Throws: an error that names the trial and what to mend.
  public func report(rules: ResponseTimeRules) throws(MemoryScienceError) -> TaskReport {
    try sitting.check(for: .symbolDigit)
    try checkTrialCount(trials.count)
    var count = TrialCount()
    var (right, wrong) = (0, 0)
    var times: [Double] = []
    for (index, trial) in trials.enumerated() {
      try checkTime(trial.seconds, "trials[\(index)].seconds")
      guard (1...9).contains(trial.digit), (0...9).contains(trial.response ?? 0),
        (trial.response == nil) == (trial.seconds == nil)
      else {
        throw .unusable(
          "trials[\(index)]: digits go from 1 to 9, and an answer and its time come together")
      }
      let verdict = rules.verdict(on: trial.seconds, flags: trial.flags)
      count.add(verdict)
      guard verdict != .anticipation, verdict != .noAnswer else { continue }
      let isRight = trial.response == trial.digit
      if isRight { right += 1 } else { wrong += 1 }
      if isRight, verdict == .usable, let seconds = trial.seconds { times.append(seconds) }
    }
    return TaskReport(
      sitting,
      [
        .count("correct", right, isTimed: true, Self.reliability),
        .count("errors", wrong, .unknown),
        .proportion("share-correct", right, of: right + wrong, missing: "no answer", .unknown),
        ResponseTimeSummary.median("response-time-median", of: times, Self.reliability),
      ], count)
  }
}
