/// What a person did in a span task.
public struct SpanResult: TaskResult {
  /// One sequence.
  public struct Trial: Hashable, Sendable, Codable {
    /// The sequence as it was shown.
    public let sequence: [Int]
    /// What was given back, in the order in which it was given.
    public let response: [Int]
    /// Seconds from the end of the sequence to the end of the answer; nil when not taken.
    public let seconds: Double?
    /// What happened during the trial.
    public let flags: [TrialFlag]

    /// Creates a trial.
    ///
    /// - Parameters:
    ///   - sequence: the sequence as it was shown.
    ///   - response: what was given back.
    ///   - seconds: from the end of the sequence to the end of the answer.
    ///   - flags: what happened during the trial.
    public init(sequence: [Int], response: [Int], seconds: Double?, flags: [TrialFlag] = []) {
      self.sequence = sequence
      self.response = response
      self.seconds = seconds
      self.flags = flags
    }
  }

  /// The occasion.
  public let sitting: TaskSitting
  /// The order in which sequences were to be given back.
  public let direction: SpanDesign.Direction
  /// The sequences in the order in which they were shown.
  public let trials: [Trial]

  /// Creates a result.
  ///
  /// - Parameters:
  ///   - sitting: the occasion.
  ///   - direction: the order in which sequences were to be given back.
  ///   - trials: the sequences in order.
  public init(sitting: TaskSitting, direction: SpanDesign.Direction, trials: [Trial]) {
    self.sitting = sitting
    self.direction = direction
    self.trials = trials
  }

  /// Scores the result: right answers, the longest right sequence and the mean span.
  ///
  /// The mean span is the shortest length shown minus one half, plus the share of right answers at
  /// each length shown: the mean of the limit that the shares outline, if lengths below the first
  /// would have been right and those above the last wrong (the method of constant stimuli; Woods et
  /// al. 2011, J Clin Exp Neuropsychol 33:101-111). A length without an undisturbed sequence counts
  /// as right below a right sequence and as wrong above. The mean span is more reliable than the
  /// longest sequence. It has no standard error where every length was wholly right or wholly wrong.
  ///
  /// - Returns: the scores.
  /// - Throws: an error that names the trial and what to mend.
  public func report() throws(MemoryScienceError) -> TaskReport {
    try sitting.check(for: .digitSpan, .corsi)
    try checkTrialCount(trials.count)
    var count = TrialCount()
    var outcomes: [Int: (right: Int, shown: Int)] = [:]
    for (index, trial) in trials.enumerated() {
      try checkTime(trial.seconds, "trials[\(index)].seconds")
      guard (1...20).contains(trial.sequence.count), trial.response.count <= 100 else {
        throw .unusable("trials[\(index)].sequence: give 1 to 20 elements and as many answers")
      }
      count.add(trial.flags.isEmpty ? .usable : .flagged)
      // What was disturbed tells nothing about the span.
      guard trial.flags.isEmpty else { continue }
      let wanted = direction == .forward ? trial.sequence : trial.sequence.reversed()
      var outcome = outcomes[trial.sequence.count] ?? (0, 0)
      outcome.shown += 1
      outcome.right += trial.response == wanted ? 1 : 0
      outcomes[trial.sequence.count] = outcome
    }
    let scores = scores(outcomes)
    return TaskReport(
      sitting, variant: direction.rawValue, scores, count, cautions(scores))
  }

  private func scores(_ outcomes: [Int: (right: Int, shown: Int)]) -> [TaskScore] {
    let right = outcomes.values.reduce(0) { $0 + $1.right }
    let shown = outcomes.values.reduce(0) { $0 + $1.shown }
    let longest = outcomes.filter { $0.value.right > 0 }.keys.max() ?? 0
    let total = TaskScore.count("total-correct", right, outOf: shown, .unknown)
    guard let first = outcomes.keys.min() else {
      return [
        total, TaskScore("longest", .missing("no undisturbed sequence"), .items, .unknown),
        TaskScore("mean-span", .missing("no undisturbed sequence"), .items, .unknown),
      ]
    }
    // In the order of length: sums must not depend on how a dictionary is laid out.
    let shares = (first...max(first, outcomes.keys.max() ?? first)).map { length in
      outcomes[length].map { Double($0.right) / Double($0.shown) } ?? (length < longest ? 1 : 0)
    }
    let variance = outcomes.sorted { $0.key < $1.key }.reduce(0.0) { sum, outcome in
      let share = Double(outcome.value.right) / Double(outcome.value.shown)
      return sum + share * (1 - share) / Double(outcome.value.shown)
    }
    // Shares of 0 and 1 alone would give 0, which would claim certainty.
    let error = variance > 0 ? variance.squareRoot() : nil
    let span = Double(first) - 0.5 + shares.reduce(0, +)
    return [
      total,
      TaskScore(
        "longest", .measured(Double(longest), standardError: nil), .items, .unknown),
      TaskScore(
        "mean-span", .measured(span, standardError: error), .items,
        ScoreReliability(
          .established, "more reliable than the longest sequence; not known for these sequences")),
    ]
  }

  /// Says why a measured mean span has no standard error.
  private func cautions(_ scores: [TaskScore]) -> [String] {
    guard let span = scores.first(where: { $0.name == "mean-span" }), span.number != nil,
      span.standardError == nil
    else { return [] }
    return [
      "mean-span has no standard error: each length was wholly right or wholly wrong; take more"
        + " sequences of each length"
    ]
  }
}
