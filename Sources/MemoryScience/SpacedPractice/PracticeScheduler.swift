/// Says when a memory is to be reviewed again.
///
/// The steps behave as those of py-fsrs 6.3.2 without its random fuzz: again returns to the first
/// step; hard repeats a step, and on the first step waits half-way to the second, or half as long
/// again where there is only one; good goes to the next step and after the last to intervals of
/// days; easy goes there at once.
public struct PracticeScheduler: Hashable, Sendable {
  /// The model.
  public let model: MemoryModel
  /// The probability of recall at which a memory becomes due.
  public let desiredRetention: Double
  /// Minutes to wait while a memory is learnt.
  public let learningSteps: [Double]
  /// Minutes to wait after a memory was forgotten.
  public let relearningSteps: [Double]
  /// The longest interval in days.
  public let longestInterval: Int

  /// Creates a scheduler.
  ///
  /// - Parameters:
  ///   - model: the model.
  ///   - desiredRetention: above 0 and below 1.
  ///   - learningSteps: minutes above 0 and at most 1,440 each, 20 at most.
  ///   - relearningSteps: the same for forgotten memories.
  ///   - longestInterval: days, 1 to 36,500.
  /// - Throws: ``MemoryScienceError/option(_:)``, which names what is out of range.
  public init(
    model: MemoryModel = MemoryModel(), desiredRetention: Double = 0.9,
    learningSteps: [Double] = [1, 10], relearningSteps: [Double] = [10],
    longestInterval: Int = 36_500
  ) throws(MemoryScienceError) {
    guard desiredRetention > 0, desiredRetention < 1 else {
      throw .option("desired retention \(desiredRetention): give a number above 0 and below 1")
    }
    for steps in [learningSteps, relearningSteps]
    where steps.count > 20 || !steps.allSatisfy({ $0 > 0 && $0 <= 1_440 }) {
      throw .option("steps \(steps): give 20 at most, each above 0 and up to 1440 minutes")
    }
    guard (1...36_500).contains(longestInterval) else {
      throw .option("longest interval \(longestInterval): give 1 to 36500 days")
    }
    self.model = model
    self.desiredRetention = desiredRetention
    self.learningSteps = learningSteps
    self.relearningSteps = relearningSteps
    self.longestInterval = longestInterval
  }

  /// Whole days until a memory is due: rounded, at least 1 and at most ``longestInterval``.
  ///
  /// - Parameter state: the state of the memory.
  /// - Returns: days.
  public func interval(_ state: MemoryModel.State) -> Int {
    let days = state.stability * model.intervalFactor(desiredRetention)
    guard days < Double(longestInterval) else { return longestInterval }
    return max(1, Int(days.rounded(.toNearestOrEven)))
  }

  /// Schedules a memory after a review.
  ///
  /// - Parameters:
  ///   - card: the memory as it stood before; nothing for a first review.
  ///   - grade: how the review went.
  ///   - time: when it took place: milliseconds since 1970, within 100 million days of it.
  /// - Returns: the memory as it stands now.
  /// - Throws: ``MemoryScienceError/unusable(_:)`` when the time is before the latest review or out
  ///   of range.
  public func reviewed(
    _ card: PracticeCard?, grade: PracticeGrade, at time: Int
  ) throws(MemoryScienceError) -> PracticeCard {
    let latest = PracticeReview.latestTime
    guard (-latest...latest).contains(time) else {
      throw .unusable("the time \(time) is more than 100 million days from 1970")
    }
    if let card, time < card.lastReview {
      throw .unusable(
        "a review at \(time) comes before the latest one at \(card.lastReview); "
          + "give reviews in the order of time")
    }
    let state =
      card.map {
        model.state(after: $0.state, days: model.days(from: $0.lastReview, to: time), grade: grade)
      } ?? model.firstState(grade)
    let (phase, minutes) = next(card?.phase ?? .learning(step: 0), grade)
    let wait =
      minutes.map { Int(($0 * 60_000).rounded()) }
      ?? interval(state) * PracticeReview.millisecondsPerDay
    return PracticeCard(phase: phase, state: state, lastReview: time, due: time + wait)
  }

  /// The next phase, and the minutes until it where they are not an interval of days.
  private func next(
    _ phase: PracticeCard.Phase, _ grade: PracticeGrade
  ) -> (PracticeCard.Phase, Double?) {
    switch phase {
    case .learning(let step):
      guard let next = Self.step(after: step, grade, learningSteps) else { return (.review, nil) }
      return (.learning(step: next.step), next.minutes)
    case .relearning(let step):
      guard let next = Self.step(after: step, grade, relearningSteps) else { return (.review, nil) }
      return (.relearning(step: next.step), next.minutes)
    case .review:
      guard grade == .again, let first = relearningSteps.first else { return (.review, nil) }
      return (.relearning(step: 0), first)
    }
  }

  /// The next step; nothing when the memory leaves the steps.
  private static func step(
    after step: Int, _ grade: PracticeGrade, _ steps: [Double]
  ) -> (step: Int, minutes: Double)? {
    guard let first = steps.first, grade == .again || steps.indices.contains(step) else {
      return nil
    }
    switch grade {
    case .again: return (0, first)
    case .hard where step > 0: return (step, steps[step])
    case .hard: return (0, steps.count == 1 ? first * 1.5 : (first + steps[1]) / 2)
    case .good: return steps.indices.contains(step + 1) ? (step + 1, steps[step + 1]) : nil
    case .easy: return nil
    }
  }
}
