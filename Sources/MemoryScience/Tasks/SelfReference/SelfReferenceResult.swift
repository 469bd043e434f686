/// What a person did in the self-reference task.
public struct SelfReferenceResult: TaskResult {
  /// One judgement.
  public struct Trial: Hashable, Sendable, Codable {
    /// The word.
    public let word: TaskWord
    /// Whether it is not scored.
    public let isBuffer: Bool
    /// Whether the word was said to describe the person; nil without an answer.
    public let isEndorsed: Bool?
    /// Seconds from the word to the answer; nil without an answer.
    public let seconds: Double?
    /// What happened during the trial.
    public let flags: [TrialFlag]

    /// Creates a trial.
    ///
    /// - Parameters:
    ///   - word: the word.
    ///   - isBuffer: whether it is not scored.
    ///   - isEndorsed: the answer; nil without one.
    ///   - seconds: from the word to the answer; nil without one.
    ///   - flags: what happened during the trial.
    public init(
      word: TaskWord, isBuffer: Bool = false, isEndorsed: Bool?, seconds: Double?,
      flags: [TrialFlag] = []
    ) {
      self.word = word
      self.isBuffer = isBuffer
      self.isEndorsed = isEndorsed
      self.seconds = seconds
      self.flags = flags
    }
  }

  /// The occasion.
  public let sitting: TaskSitting
  /// The judgements in the order in which they were made, buffers included.
  public let trials: [Trial]
  /// The recalled words, their places counted over ``trials``; nil when recall was not asked for.
  public let recall: [RecallResponse]?
  /// Whether the person knew that recall would be asked for.
  public let recallWasExpected: Bool

  /// Creates a result.
  ///
  /// - Parameters:
  ///   - sitting: the occasion.
  ///   - trials: the judgements in order.
  ///   - recall: the recalled words; nil when recall was not asked for.
  ///   - recallWasExpected: whether the person knew of the recall.
  public init(
    sitting: TaskSitting, trials: [Trial], recall: [RecallResponse]?, recallWasExpected: Bool
  ) {
    self.sitting = sitting
    self.trials = trials
    self.recall = recall
    self.recallWasExpected = recallWasExpected
  }
}
