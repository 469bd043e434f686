/// What a person did in the n-back task.
public struct NBackResult: TaskResult {
  /// One letter.
  public struct Trial: Hashable, Sendable, Codable {
    /// The letter.
    public let letter: String
    /// Whether it was to be answered.
    public let isTarget: Bool
    /// Whether it is scored.
    public let isScored: Bool
    /// Seconds from the letter to the key; nil when the key was not pressed.
    public let seconds: Double?
    /// What happened during the trial.
    public let flags: [TrialFlag]

    /// Creates a trial.
    ///
    /// - Parameters:
    ///   - letter: the letter.
    ///   - isTarget: whether it was to be answered.
    ///   - isScored: whether it is scored.
    ///   - seconds: from the letter to the key; nil when it was not pressed.
    ///   - flags: what happened during the trial.
    public init(
      letter: String, isTarget: Bool, isScored: Bool, seconds: Double?, flags: [TrialFlag] = []
    ) {
      self.letter = letter
      self.isTarget = isTarget
      self.isScored = isScored
      self.seconds = seconds
      self.flags = flags
    }
  }

  /// The occasion.
  public let sitting: TaskSitting
  /// n: how many stimuli back the match lies, 0 to 3.
  public let level: Int
  /// The letters of all blocks in order.
  public let trials: [Trial]

  /// Creates a result.
  ///
  /// - Parameters:
  ///   - sitting: the occasion.
  ///   - level: n, 0 to 3.
  ///   - trials: the letters of all blocks in order.
  public init(sitting: TaskSitting, level: Int, trials: [Trial]) {
    self.sitting = sitting
    self.level = level
    self.trials = trials
  }

  /// Scores the result with ``ResponseTimeRules/choice``.
  public func report() throws(MemoryScienceError) -> TaskReport { try report(rules: .choice) }

  /// Scores the result: hits, false alarms, sensitivity, criterion and the median time of hits.
  ///
  /// A key pressed as an anticipation belongs to no letter: its trial is left out. A trial with a flag
  /// is left out too, with and without a key: whoever looked away pressed none, which is neither a
  /// miss nor a right answer. A key pressed too late counts as an answer.
  ///
  /// - Parameter rules: which response times count.
  /// - Returns: the scores.
  /// - Throws: an error that names the trial and what to mend.
  public func report(rules: ResponseTimeRules) throws(MemoryScienceError) -> TaskReport {
    try sitting.check(for: .nBack)
    try checkTrialCount(trials.count)
    guard (0...3).contains(level) else { throw .unusable("level: \(level); n goes from 0 to 3") }
    var count = TrialCount()
    var (hits, targets, alarms, others) = (0, 0, 0, 0)
    var times: [Double] = []
    for (index, trial) in trials.enumerated() {
      try checkTime(trial.seconds, "trials[\(index)].seconds")
      guard trial.isScored else { continue }
      let verdict = verdict(on: trial, rules)
      count.add(verdict)
      guard verdict != .anticipation, verdict != .flagged else { continue }
      let isPressed = trial.seconds != nil
      if trial.isTarget { targets += 1 } else { others += 1 }
      if isPressed { if trial.isTarget { hits += 1 } else { alarms += 1 } }
      if isPressed, trial.isTarget, verdict == .usable, let time = trial.seconds {
        times.append(time)
      }
    }
    return TaskReport(
      sitting, variant: "level-\(level)",
      [
        .count("hits", hits, outOf: targets, .unknown),
        .count("false-alarms", alarms, outOf: others, .unknown),
      ] + detection(hits, targets, alarms, others) + [
        ResponseTimeSummary.median("response-time-median", of: times, .unknown)
      ], count)
  }

  /// No key is an answer too, and the right one to most letters.
  private func verdict(
    on trial: Trial, _ rules: ResponseTimeRules
  ) -> ResponseTimeRules.Verdict {
    guard trial.seconds == nil else { return rules.verdict(on: trial.seconds, flags: trial.flags) }
    return trial.flags.isEmpty ? .usable : .flagged
  }

  private func detection(
    _ hits: Int, _ targets: Int, _ alarms: Int, _ others: Int
  ) -> [TaskScore] {
    do throws(MemoryScienceError) {
      let detection = try SignalDetection(
        hits: hits, of: targets, falseAlarms: alarms, of: others)
      return [
        TaskScore(
          "sensitivity",
          .measured(detection.sensitivity, standardError: detection.sensitivityError),
          .standardDeviations, .unknown),
        TaskScore(
          "criterion", .measured(detection.criterion, standardError: detection.criterionError),
          .standardDeviations, .unknown),
      ]
    } catch {
      return ["sensitivity", "criterion"].map {
        TaskScore($0, .missing(error.description), .standardDeviations, .unknown)
      }
    }
  }
}
