/// The memories a person gave.
public struct AutobiographicalMemoryResult: TaskResult {
  /// One memory.
  public struct Trial: Hashable, Sendable, Codable {
    /// The cue.
    public let cue: TaskWord
    /// What was typed or said; empty when nothing was.
    public let text: String
    /// Seconds from the cue to the beginning of the answer; nil without one.
    public let seconds: Double?
    /// How specific the memory is; nil when nobody has coded it.
    public let code: SpecificityCode?
    /// What happened during the trial.
    public let flags: [TrialFlag]

    /// Creates a trial.
    ///
    /// - Parameters:
    ///   - cue: the cue.
    ///   - text: what was typed or said.
    ///   - seconds: from the cue to the beginning of the answer.
    ///   - code: how specific the memory is.
    ///   - flags: what happened during the trial.
    public init(
      cue: TaskWord, text: String, seconds: Double?, code: SpecificityCode?, flags: [TrialFlag] = []
    ) {
      self.cue = cue
      self.text = text
      self.seconds = seconds
      self.code = code
      self.flags = flags
    }
  }

  /// The occasion.
  public let sitting: TaskSitting
  /// Whether the instructions left out that memories should be of one event; nil when not known.
  public let isMinimallyInstructed: Bool?
  /// The memories in order.
  public let trials: [Trial]

  /// Creates a result.
  ///
  /// - Parameters:
  ///   - sitting: the occasion.
  ///   - isMinimallyInstructed: whether the instructions left out that memories should be of one
  ///     event; nil when not known, and then sittings are not compared.
  ///   - trials: the memories in order.
  public init(sitting: TaskSitting, isMinimallyInstructed: Bool? = nil, trials: [Trial]) {
    self.sitting = sitting
    self.isMinimallyInstructed = isMinimallyInstructed
    self.trials = trials
  }

  /// Modest test-retest agreement is general knowledge of the field.
  static let reliability = ScoreReliability(
    .established,
    "test-retest agreement is modest with ten to twelve cues; a change in one person means little")

  /// Scores the result: how many memories have each code, and the share of specific ones among those
  /// that are no omissions, over all cues and by feeling.
  ///
  /// - Returns: the scores; they are missing while a memory is not coded.
  /// - Throws: an error that names the trial and what to mend.
  public func report() throws(MemoryScienceError) -> TaskReport {
    try sitting.check(for: .autobiographicalMemory)
    try checkTrialCount(trials.count)
    var count = TrialCount()
    for (index, trial) in trials.enumerated() {
      try checkTime(trial.seconds, "trials[\(index)].seconds")
      let isEmpty = trial.text.allSatisfy(\.isWhitespace)
      if let code = trial.code, isEmpty != (code == .omission) {
        throw .unusable(
          "trials[\(index)].code: \(code.rawValue) for \(isEmpty ? "an empty" : "a written") answer;"
            + " an omission is an answer without text and no other")
      }
      count.add(isEmpty ? .noAnswer : trial.flags.isEmpty ? .usable : .flagged)
    }
    let uncoded = trials.count { $0.code == nil }
    let latency = ResponseTimeSummary.median(
      "latency-median", of: trials.filter(\.flags.isEmpty).compactMap(\.seconds), .unknown)
    let codes = SpecificityCode.allCases.map { code in
      score("memories-\(code.rawValue)", uncoded) { name in
        .count(name, trials.count { $0.code == code }, outOf: trials.count, Self.reliability)
      }
    }
    let shares = [nil, .negative, .neutral, .positive].map { share($0, uncoded) }
    let variant = isMinimallyInstructed.map { $0 ? "minimal" : "specific" }
    return TaskReport(sitting, variant: variant, codes + shares + [latency], count)
  }

  private func score(
    _ name: String, _ uncoded: Int, unit: TaskScore.Unit = .count, _ make: (String) -> TaskScore
  ) -> TaskScore {
    guard uncoded > 0 else { return make(name) }
    return TaskScore(
      name, .missing("\(uncoded) of \(trials.count) memories are not coded"), unit,
      Self.reliability)
  }

  private func share(_ valence: WordValence?, _ uncoded: Int) -> TaskScore {
    let name = valence.map { "share-specific-\($0.rawValue)" } ?? "share-specific"
    let answers = trials.filter {
      $0.code != .omission && (valence == nil || $0.cue.valence == valence)
    }
    return score(name, uncoded, unit: .proportion) { name in
      .proportion(
        name, answers.count { $0.code == .specific }, of: answers.count,
        missing: "no memory was given", Self.reliability)
    }
  }
}
