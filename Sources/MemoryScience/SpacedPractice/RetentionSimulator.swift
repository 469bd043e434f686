internal import Statistics

/// Simulates practice over a period, to choose how much of it is worth while.
///
/// For memories that are to help on a bad day what counts is not how many are left when practice
/// ends but how many come back on any day of it. Kang and others (2014) found that expanding and
/// equal spacing end alike while expanding keeps more memories recallable on the way; the same
/// difference separates ``PracticeOutcome/availability`` from ``PracticeOutcome/finalRetention``.
///
/// Outcomes are drawn from the model itself: whether a memory comes back by its retrievability, the
/// grade by the habits. A forgotten memory is learnt again within its review, and no memory is
/// reviewed twice on a day. Between reviews availability is integrated exactly, not sampled. Each
/// memory has its own random stream, so that plans are compared on the same luck.
public struct RetentionSimulator: Hashable, Sendable {
  /// The model.
  public let model: MemoryModel
  /// How reviews go and how long they take.
  public let habits: PracticeHabits
  /// How many memories there are.
  public let memories: Int
  /// How many new ones are begun each day.
  public let newPerDay: Int
  /// The length of the period in days.
  public let days: Double
  /// How often the whole set of memories is simulated: more for smaller standard errors.
  public let repetitions: Int

  /// Creates a simulator.
  ///
  /// - Parameters:
  ///   - model: the model; its days should be fractional.
  ///   - habits: how reviews go.
  ///   - memories: 2 to 100,000.
  ///   - newPerDay: how many are begun each day, 1 or more.
  ///   - days: the length of the period, 1 to 36,500; all memories must have been begun in it.
  ///   - repetitions: how often to simulate them, 1 to 10,000, and with all memories no more than
  ///     a million; if not said, as often as makes 4,000 memories.
  /// - Throws: ``MemoryScienceError/option(_:)``, which names what is out of range.
  public init(
    model: MemoryModel = MemoryModel(), habits: PracticeHabits = .assumed, memories: Int = 1000,
    newPerDay: Int = 1000, days: Double = 365, repetitions: Int? = nil
  ) throws(MemoryScienceError) {
    guard (2...100_000).contains(memories) else {
      throw .option("\(memories) memories: give 2 to 100000")
    }
    guard newPerDay >= 1 else { throw .option("\(newPerDay) new a day: give 1 or more") }
    guard (1...36_500).contains(days) else { throw .option("\(days) days: give 1 to 36500") }
    guard Double((memories - 1) / newPerDay) < days else {
      throw .option(
        "\(memories) memories at \(newPerDay) a day do not begin within \(days) days; "
          + "give more new ones a day")
    }
    let repetitions = repetitions ?? max(1, 4000 / memories)
    guard (1...10_000).contains(repetitions), repetitions * memories <= 1_000_000 else {
      throw .option(
        "\(repetitions) repetitions of \(memories) memories: give 1 to 10000, and no more than a "
          + "million memories in all")
    }
    self.model = model
    self.habits = habits
    self.repetitions = repetitions
    self.memories = memories
    self.newPerDay = newPerDay
    self.days = days
  }

  /// Simulates a plan; linear in the number of reviews.
  ///
  /// - Parameters:
  ///   - plan: when to review.
  ///   - seed: the seed; the same seed gives every plan the same luck.
  /// - Returns: what the plan brings and costs.
  /// - Throws: ``MemoryScienceError/option(_:)`` for a plan out of range.
  public func outcome(
    of plan: PracticePlan, seed: UInt64
  ) throws(MemoryScienceError) -> PracticeOutcome {
    try plan.check()
    let courses = (0..<memories * repetitions).map { course(plan, of: $0, seed: seed) }
    return PracticeOutcome(plan: plan, simulator: self, courses: courses)
  }

  /// What became of one memory.
  struct Course: Sendable {
    /// Days from its first review to the end of the period.
    let days: Double
    var reviews = 1
    var seconds: Double
    /// The integral of its retrievability.
    var availableDays = 0.0
    var finalRetrievability = 1.0
  }

  private func course(_ plan: PracticePlan, of memory: Int, seed: UInt64) -> Course {
    var stream = RandomStream(seed: seed, stream: UInt64(memory))
    let length = days - Double(memory % memories / newPerDay)
    var course = Course(days: length, seconds: habits.firstSeconds)
    var state = model.firstState(grade(habits.firstGrades, from: .again, stream.uniform()))
    var now = 0.0
    while true {
      let next = time(plan, after: now, review: course.reviews, state)
      let gap = min(next, length) - now
      course.availableDays += gap * model.meanRetrievability(of: state, over: gap)
      let recall = model.retrievability(of: state, after: gap)
      guard next < length else {
        course.finalRetrievability = recall
        return course
      }
      // Two numbers for every review, so that plans stay in step.
      let (luck, ease) = (stream.uniform(), stream.uniform())
      let grade = luck < recall ? grade(habits.recalledGrades, from: .hard, ease) : .again
      state = model.state(after: state, days: gap, grade: grade)
      course.reviews += 1
      course.seconds += habits.secondsByGrade[grade.rawValue - 1]
      now = next
    }
  }

  /// When the next review is due, in days since the first.
  private func time(
    _ plan: PracticePlan, after now: Double, review: Int, _ state: MemoryModel.State
  ) -> Double {
    switch plan {
    case .desiredRetention(let retention):
      now + max(1, state.stability * model.intervalFactor(retention))
    case .fixedDays(let days): review <= days.count ? days[review - 1] : .infinity
    }
  }

  private func grade(_ shares: [Double], from first: PracticeGrade, _ luck: Double) -> PracticeGrade
  {
    var rest = luck
    for (index, share) in shares.enumerated() {
      rest -= share
      if rest < 0 { return PracticeGrade(rawValue: first.rawValue + index) ?? .easy }
    }
    return .easy
  }
}
