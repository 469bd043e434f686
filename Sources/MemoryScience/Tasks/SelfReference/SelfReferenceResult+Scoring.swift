extension SelfReferenceResult {
  /// Scores the result with ``ResponseTimeRules/standard``.
  public func report() throws(MemoryScienceError) -> TaskReport { try report(rules: .standard) }

  /// Scores the result.
  ///
  /// Counts are of answers that are no anticipations; drifts also leave out times that are too slow
  /// or flagged. Recall bias: negative words endorsed and recalled, of all words endorsed and
  /// recalled. Drifts: upper boundary "describes me", boundary, bias and non-decision time shared by
  /// both feelings, 2 % of guesses (``WienerFit``).
  ///
  /// - Parameter rules: which response times count.
  /// - Returns: the scores.
  /// - Throws: an error that names the trial and what to mend.
  public func report(rules: ResponseTimeRules) throws(MemoryScienceError) -> TaskReport {
    try sitting.check(for: .selfReference)
    try checkTrialCount(trials.count)
    var count = TrialCount()
    var scored: [(index: Int, trial: Trial, verdict: ResponseTimeRules.Verdict)] = []
    for (index, trial) in trials.enumerated() {
      try checkTime(trial.seconds, "trials[\(index)].seconds")
      guard (trial.isEndorsed == nil) == (trial.seconds == nil) else {
        throw .unusable("trials[\(index)]: an answer and its time come together or not at all")
      }
      guard !trial.isBuffer else { continue }
      let verdict = rules.verdict(on: trial.seconds, flags: trial.flags)
      count.add(verdict)
      if verdict != .anticipation, verdict != .noAnswer { scored.append((index, trial, verdict)) }
    }
    let answers = scored.map(\.trial)
    let timed = scored.filter { $0.verdict == .usable }.map(\.trial)
    let endorsed = Set(scored.filter { $0.trial.isEndorsed == true }.map(\.index))
    let scores =
      endorsements(answers) + (try recallScores(endorsed)) + SelfReferenceDiffusion(timed).scores
    return TaskReport(
      sitting, variant: recallWasExpected ? "recall-expected" : "recall-surprise", scores, count,
      cautions(timed))
  }

  private func cautions(_ timed: [Trial]) -> [String] {
    var cautions: [String] = []
    if recall != nil, recallWasExpected {
      cautions.append("recall was expected: it is intentional")
    }
    for valence in [WordValence.negative, .positive] {
      let words = timed.filter { $0.word.valence == valence }
      let endorsed = words.count { $0.isEndorsed == true }
      if !words.isEmpty, EZDiffusion.isEdgeCorrected(correct: endorsed, of: words.count) {
        cautions.append(
          "all \(valence.rawValue) words were answered alike: the EZ drift rests on a correction of"
            + " half a trial")
      }
    }
    return cautions
  }

  /// Dainer-Best and colleagues (2018), three samples of 572, 293 and 408 people.
  static let endorsementReliability = ScoreReliability(
    .read,
    "endorsed counts and drift are the reliable scores of this task (Dainer-Best et al. 2018, three"
      + " samples, n = 572, 293, 408); not known for these words")

  private static let recallReliability = ScoreReliability(
    .read,
    "recall counts are less reliable than endorsements (Dainer-Best et al. 2018); few words: read"
      + " with care")

  private func endorsements(_ answers: [Trial]) -> [TaskScore] {
    [WordValence.negative, .positive].map { valence in
      let words = answers.filter { $0.word.valence == valence }
      return .count(
        "endorsed-\(valence.rawValue)", words.count { $0.isEndorsed == true }, outOf: words.count,
        Self.endorsementReliability)
    }
  }

  private func recallScores(_ endorsed: Set<Int>) throws(MemoryScienceError) -> [TaskScore] {
    let names = ["negative", "positive"].map { "recalled-endorsed-\($0)" } + ["recall-bias"]
    func missing(_ reason: String) -> [TaskScore] {
      zip(names, [TaskScore.Unit.count, .count, .proportion]).map {
        TaskScore($0, .missing(reason), $1, Self.recallReliability)
      }
    }
    guard let recall else { return missing("recall was not asked for") }
    let tally = try RecallTally(recall, listLength: trials.count, place: "recall")
    guard tally.isMatched else { return missing("typed words are not yet matched to the list") }
    let both = tally.places.map { $0 - 1 }.filter(endorsed.contains).map { trials[$0].word.valence }
    let negative = both.count { $0 == .negative }
    let positive = both.count { $0 == .positive }
    return [
      .count(names[0], negative, Self.recallReliability),
      .count(names[1], positive, Self.recallReliability),
      .proportion(
        names[2], negative, of: negative + positive,
        missing: "no endorsed word was recalled", Self.recallReliability),
    ]
  }
}
