/// The scores of one sitting and what a reader must know about them.
public struct TaskReport: Hashable, Sendable {
  /// The sitting.
  public let sitting: TaskSitting
  /// Which variant of the task was run, such as `backward` or `level-2`; `usual` where a task has only
  /// one, nil where the result does not say.
  public let variant: String?
  /// The scores in a fixed order.
  public let scores: [TaskScore]
  /// How many trials count and how many do not, by reason.
  public let trials: TrialCount
  /// What a reader must know, in sentences without full stop.
  public let cautions: [String]

  init(
    _ sitting: TaskSitting, variant: String? = "usual", _ scores: [TaskScore],
    _ trials: TrialCount, _ more: [String] = []
  ) {
    self.sitting = sitting
    self.variant = variant
    self.scores = scores
    self.trials = trials
    cautions = sitting.cautions + trials.cautions + more
  }

  /// Finds a score.
  ///
  /// - Parameter name: its name, such as `endorsed-negative`.
  /// - Returns: the score, or nil when the task has none of this name.
  public func score(_ name: String) -> TaskScore? { scores.first { $0.name == name } }
}

/// How many trials count and how many do not.
public struct TrialCount: Hashable, Sendable {
  /// Trials that were run.
  public private(set) var run = 0
  /// Trials whose time counts.
  public private(set) var usable = 0
  /// Answers too fast to be answers.
  public private(set) var anticipations = 0
  /// Answers too slow to count.
  public private(set) var tooSlow = 0
  /// Trials during which something happened.
  public private(set) var flagged = 0
  /// Trials without an answer.
  public private(set) var unanswered = 0

  /// Counts a trial.
  mutating func add(_ verdict: ResponseTimeRules.Verdict) {
    run += 1
    switch verdict {
    case .usable: usable += 1
    case .anticipation: anticipations += 1
    case .tooSlow: tooSlow += 1
    case .flagged: flagged += 1
    case .noAnswer: unanswered += 1
    }
  }

  /// A caution where a tenth of the answers or more does not count.
  var cautions: [String] {
    let lost = anticipations + tooSlow + flagged
    guard run > 0, lost * 10 >= run else { return [] }
    return ["\(lost) of \(run) answers were too fast, too slow or disturbed: read with care"]
  }
}
