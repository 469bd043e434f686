/// A desired retention chosen by simulation.
public struct RetentionChoice: Hashable, Sendable {
  /// What is to be had from practice.
  public enum Goal: Hashable, Sendable {
    /// As many days with a memory at hand as possible for each minute of practice. The first minutes
    /// always give most, so that this goal favours the least practice; see ``RetentionChoice/isAtEdge``.
    case availabilityPerMinute
    /// As many memories at hand on a random day as a daily budget of minutes allows.
    case availability(minutesPerDay: Double)
    /// As many memories at the end as possible for each minute of practice: what programs for
    /// examinations choose; here for comparison.
    case finalRetentionPerMinute
  }

  /// What was wanted.
  public let goal: Goal
  /// The outcome chosen.
  public let best: PracticeOutcome
  /// The outcomes of all plans, in the order tried.
  public let outcomes: [PracticeOutcome]

  /// Whether the choice is the first or the last of several that were tried: it says where the list
  /// ends and not what is best.
  public var isAtEdge: Bool {
    outcomes.count > 1 && (best == outcomes.first || best == outcomes.last)
  }

  /// Retentions from 0.70 to 0.97 in steps of 0.01.
  public static let grid = (70...97).map { Double($0) / 100 }
}

extension RetentionSimulator {
  /// Chooses the desired retention that serves a goal best.
  ///
  /// - Parameters:
  ///   - goal: what is wanted.
  ///   - retentions: what to choose from, each above 0 and below 1.
  ///   - seed: the seed.
  ///   - progress: is told how many retentions have been tried.
  /// - Returns: the choice with all outcomes.
  /// - Throws: ``MemoryScienceError/option(_:)`` when there is nothing to choose from, a number is
  ///   out of range, or nothing keeps within the budget.
  public func choice(
    of goal: RetentionChoice.Goal, among retentions: [Double] = RetentionChoice.grid, seed: UInt64,
    progress: (Int) -> Void = { _ in }
  ) throws(MemoryScienceError) -> RetentionChoice {
    var outcomes: [PracticeOutcome] = []
    for retention in retentions {
      outcomes.append(try outcome(of: .desiredRetention(retention), seed: seed))
      progress(outcomes.count)
    }
    return RetentionChoice(goal: goal, best: try goal.best(outcomes), outcomes: outcomes)
  }
}

extension RetentionChoice.Goal {
  fileprivate func best(
    _ outcomes: [PracticeOutcome]
  ) throws(MemoryScienceError) -> PracticeOutcome {
    var affordable = outcomes
    if case .availability(let budget) = self {
      guard budget > 0 else { throw .option("\(budget) minutes a day: give a number above 0") }
      affordable = outcomes.filter { $0.minutesPerDay <= budget }
      if affordable.isEmpty, let least = outcomes.map(\.minutesPerDay).min() {
        throw .option(
          "\(budget) minutes a day are too few: the least plan takes \(least); give more minutes "
            + "or fewer memories")
      }
    }
    guard let best = affordable.max(by: { worth($0) < worth($1) }) else {
      throw .option("no desired retention to choose from; give one at least")
    }
    return best
  }

  private func worth(_ outcome: PracticeOutcome) -> Double {
    switch self {
    case .availabilityPerMinute: outcome.memoryDaysPerMinute.value
    case .availability: outcome.availability.value
    case .finalRetentionPerMinute: outcome.finalMemoriesPerMinute.value
    }
  }
}
