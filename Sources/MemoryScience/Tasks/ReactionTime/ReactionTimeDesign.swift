private import Foundation

/// Simple reactions to one stimulus, or choices between two or four keys.
public struct ReactionTimeDesign: TaskDesign {
  /// One stimulus.
  public struct Trial: Hashable, Sendable, Codable {
    /// The stimulus and its key, numbered from 1.
    public let stimulus: Int
    /// Seconds of waiting before it.
    public let foreperiodSeconds: Double

    /// Creates a trial.
    ///
    /// - Parameters:
    ///   - stimulus: the stimulus, from 1.
    ///   - foreperiodSeconds: seconds of waiting before it.
    public init(stimulus: Int, foreperiodSeconds: Double) {
      self.stimulus = stimulus
      self.foreperiodSeconds = foreperiodSeconds
    }
  }

  /// What names the design.
  public let key: DesignKey
  /// The keys of the instructions in the order in which they are shown.
  public let instructions: [String]
  /// How many keys there are: 1, 2 or 4.
  public let choices: Int
  /// The first trials, which are not scored.
  public let practice: [Trial]
  /// The scored trials; each block of four times the number of keys holds all keys equally often.
  public let trials: [Trial]
  /// Seconds after which a trial ends without an answer.
  public let answerLimitSeconds: Double

  /// Makes the design of a form.
  ///
  /// Waiting lasts 1 s and an exponential time of mean 1 s, 4 s at most: it is then as likely to end
  /// at any moment, so that nobody can get ready for it (Luce 1986, Response times).
  ///
  /// - Parameters:
  ///   - choices: 1, 2 or 4 keys.
  ///   - form: the parallel form.
  ///   - seed: the seed of the order.
  ///   - trials: how many scored trials, 4 to 400, a multiple of four times the number of keys.
  /// - Throws: an error when a number is out of range.
  public init(
    choices: Int = 2, form: Int, seed: Int, trials: Int = 48
  ) throws(MemoryScienceError) {
    guard [1, 2, 4].contains(choices), (4...400).contains(trials),
      trials.isMultiple(of: 4 * choices)
    else {
      throw .option(
        "\(trials) trials with \(choices) keys; give 1, 2 or 4 keys and up to 400 trials, a multiple"
          + " of four times the keys")
    }
    key = try DesignKey(task: .reactionTime, form: form, seed: seed)
    self.choices = choices
    var order = key.order
    practice = ReactionTimeDesign.trials(8, choices, &order)
    self.trials = ReactionTimeDesign.trials(trials, choices, &order)
    answerLimitSeconds = 3
    instructions = [
      choices == 1 ? "reaction-time.simple" : "reaction-time.choice-\(choices)",
      "reaction-time.begin",
    ]
  }

  private static func trials(
    _ count: Int, _ choices: Int, _ order: inout SeededOrder
  ) -> [Trial] {
    var stimuli: [Int] = []
    let block = (0..<4 * choices).map { $0 % choices + 1 }
    while stimuli.count < count { stimuli += order.shuffled(block) }
    return stimuli.prefix(count).map { stimulus in
      // The exponential law cut at 3 s, by inversion; whole milliseconds.
      let wait = -log(1 - order.uniform() * (1 - exp(-3.0)))
      return Trial(stimulus: stimulus, foreperiodSeconds: ((1 + wait) * 1000).rounded() / 1000)
    }
  }
}
