/// What a person did in the reaction-time task.
public struct ReactionTimeResult: TaskResult {
  /// One stimulus.
  public struct Trial: Hashable, Sendable, Codable {
    /// The stimulus and its key, from 1.
    public let stimulus: Int
    /// The key that was pressed, from 1; nil without an answer.
    public let response: Int?
    /// Seconds of waiting before the stimulus.
    public let foreperiodSeconds: Double
    /// Seconds from the stimulus to the key; nil without an answer. Keys pressed before the stimulus
    /// are recorded as 0.
    public let seconds: Double?
    /// What happened during the trial.
    public let flags: [TrialFlag]

    /// Creates a trial.
    ///
    /// - Parameters:
    ///   - stimulus: the stimulus.
    ///   - response: the key that was pressed.
    ///   - foreperiodSeconds: seconds of waiting before the stimulus.
    ///   - seconds: from the stimulus to the key.
    ///   - flags: what happened during the trial.
    public init(
      stimulus: Int, response: Int?, foreperiodSeconds: Double, seconds: Double?,
      flags: [TrialFlag] = []
    ) {
      self.stimulus = stimulus
      self.response = response
      self.foreperiodSeconds = foreperiodSeconds
      self.seconds = seconds
      self.flags = flags
    }
  }

  /// The occasion.
  public let sitting: TaskSitting
  /// How many keys there were: 1, 2 or 4.
  public let choices: Int
  /// The scored trials in order.
  public let trials: [Trial]

  /// Creates a result.
  ///
  /// - Parameters:
  ///   - sitting: the occasion.
  ///   - choices: how many keys there were.
  ///   - trials: the scored trials in order.
  public init(sitting: TaskSitting, choices: Int, trials: [Trial]) {
    self.sitting = sitting
    self.choices = choices
    self.trials = trials
  }
}
