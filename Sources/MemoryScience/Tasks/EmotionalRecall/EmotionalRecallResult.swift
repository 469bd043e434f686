/// What a person recalled of lists of words.
public struct EmotionalRecallResult: TaskResult {
  /// One list and its recall.
  public struct List: Hashable, Sendable, Codable {
    /// The words in the order of presentation.
    public let presented: [TaskWord]
    /// The words that were typed, in order.
    public let recalled: [RecallResponse]
    /// What happened during the list.
    public let flags: [TrialFlag]

    /// Creates a list.
    ///
    /// - Parameters:
    ///   - presented: the words in the order of presentation.
    ///   - recalled: the words that were typed, in order.
    ///   - flags: what happened during the list.
    public init(presented: [TaskWord], recalled: [RecallResponse], flags: [TrialFlag] = []) {
      self.presented = presented
      self.recalled = recalled
      self.flags = flags
    }
  }

  /// The occasion.
  public let sitting: TaskSitting
  /// The lists in order.
  public let lists: [List]

  /// Creates a result.
  ///
  /// - Parameters:
  ///   - sitting: the occasion.
  ///   - lists: the lists in order.
  public init(sitting: TaskSitting, lists: [List]) {
    self.sitting = sitting
    self.lists = lists
  }

  /// Scores the result: words recalled by feeling, intrusions and repetitions.
  ///
  /// A word counts once. How recall is organised by feeling is told by the analyses of free recall,
  /// which take the same places.
  ///
  /// - Returns: the scores.
  /// - Throws: an error that names the list and what to mend.
  public func report() throws(MemoryScienceError) -> TaskReport {
    try sitting.check(for: .emotionalRecall)
    try checkTrialCount(lists.count)
    var count = TrialCount()
    var recalled: [WordValence: Int] = [:]
    var presented: [WordValence: Int] = [:]
    var (intrusions, repetitions, isMatched) = (0, 0, true)
    for (index, list) in lists.enumerated() {
      try checkTrialCount(list.presented.count)
      let tally = try RecallTally(
        list.recalled, listLength: list.presented.count, place: "lists[\(index)].recalled")
      count.add(list.flags.isEmpty ? .usable : .flagged)
      for word in list.presented { presented[word.valence, default: 0] += 1 }
      for place in tally.places { recalled[list.presented[place - 1].valence, default: 0] += 1 }
      intrusions += tally.intrusions
      repetitions += tally.repetitions
      isMatched = isMatched && tally.isMatched
    }
    let scores = EmotionalRecallScores(
      recalled: recalled, presented: presented, intrusions: intrusions, repetitions: repetitions)
    return TaskReport(sitting, isMatched ? scores.measured : scores.unmatched, count)
  }
}

/// The scores of recall by feeling.
private struct EmotionalRecallScores {
  let recalled: [WordValence: Int]
  let presented: [WordValence: Int]
  let intrusions: Int
  let repetitions: Int

  private let reliability = ScoreReliability.unknown

  var measured: [TaskScore] {
    var scores = WordValence.allCases.map { valence in
      TaskScore.proportion(
        "recalled-\(valence.rawValue)", recalled[valence] ?? 0, of: presented[valence] ?? 0,
        missing: "no \(valence.rawValue) word was presented", reliability)
    }
    scores.append(difference(scores[2], scores[0]))
    scores.append(.count("intrusions", intrusions, reliability))
    scores.append(.count("repetitions", repetitions, reliability))
    return scores
  }

  private func difference(_ positive: TaskScore, _ negative: TaskScore) -> TaskScore {
    guard let high = positive.number, let low = negative.number else {
      return TaskScore(
        "positive-minus-negative", .missing("one of the feelings is missing"), .proportion,
        .difference)
    }
    let errors = [positive.standardError, negative.standardError].compactMap { $0 }
    let joint =
      errors.count == 2 ? (errors[0] * errors[0] + errors[1] * errors[1]).squareRoot() : nil
    return TaskScore(
      "positive-minus-negative", .measured(high - low, standardError: joint), .proportion,
      .difference)
  }

  var unmatched: [TaskScore] {
    measured.map {
      TaskScore(
        $0.name, .missing("typed words are not yet matched to the lists"), $0.unit, reliability)
    }
  }
}
