import MemoryScience
import Testing

@Suite struct RetentionSimulatorTests {
  private let model = MemoryModel()

  /// Availability and final retention of fixed reviews, over all outcomes and grades exactly.
  private func exact(_ days: [Double], until end: Double) -> (availability: Double, final: Double) {
    let habits = PracticeHabits.assumed
    func rest(_ state: MemoryModel.State, _ now: Double, _ review: Int) -> (Double, Double) {
      let next = review < days.count ? days[review] : end
      let gap = next - now
      let area = gap * model.meanRetrievability(of: state, over: gap)
      let recall = model.retrievability(of: state, after: gap)
      guard review < days.count else { return (area, recall) }
      let shares = [1 - recall] + habits.recalledGrades.map { $0 * recall }
      return zip(shares, PracticeGrade.allCases).reduce((area, 0)) { sum, outcome in
        let after = model.state(after: state, days: gap, grade: outcome.1)
        let (more, final) = rest(after, next, review + 1)
        return (sum.0 + outcome.0 * more, sum.1 + outcome.0 * final)
      }
    }
    return zip(habits.firstGrades, PracticeGrade.allCases).reduce((0, 0)) { sum, outcome in
      let (area, final) = rest(model.firstState(outcome.1), 0, 0)
      return (sum.0 + outcome.0 * area / end, sum.1 + outcome.0 * final)
    }
  }

  @Test(arguments: [[2, 9, 30], [5], []])
  func `a simulation agrees with the sum over all outcomes`(days: [Double]) throws {
    let simulator = try RetentionSimulator(memories: 4000, newPerDay: 4000, days: 60)
    let found = try simulator.outcome(of: .fixedDays(days), seed: 3)
    let expected = exact(days, until: 60)
    for (estimate, value) in [
      (found.availability, expected.availability), (found.finalRetention, expected.final),
    ] {
      #expect(abs(estimate.value - value) < 4 * estimate.standardError + 1e-12)
      #expect(estimate.standardError < 0.01)
    }
    #expect(found.reviewsPerMemory == Double(days.count + 1))
    // Control: another plan is told apart.
    #expect(abs(exact(days + [50], until: 60).final - expected.final) > 0.05)
  }

  /// Kang and others (2014): more at hand on the way, with as many reviews in the same time.
  @Test func `expanding gaps keep more memories at hand than equal gaps`() throws {
    let simulator = try RetentionSimulator(memories: 2000, newPerDay: 2000, days: 28)
    let expanding = try simulator.outcome(of: .fixedDays([1, 4, 12, 28 - 1e-9]), seed: 1)
    let equal = try simulator.outcome(of: .fixedDays([7, 14, 21, 28 - 1e-9]), seed: 1)
    let gain = expanding.availability.value - equal.availability.value
    #expect(gain > 4 * expanding.availability.standardError)
  }

  @Test func `more retention costs more and brings more, and a budget is kept`() throws {
    let simulator = try RetentionSimulator(memories: 300, newPerDay: 300, days: 120, repetitions: 1)
    let grid = [0.7, 0.8, 0.9, 0.95]
    let free = try simulator.choice(of: .availabilityPerMinute, among: grid, seed: 5)
    let costs = free.outcomes.map(\.minutesPerDay)
    #expect(costs == costs.sorted())
    #expect(free.outcomes[3].availability.value > free.outcomes[0].availability.value)
    let bound = try simulator.choice(
      of: .availability(minutesPerDay: costs[2]), among: grid, seed: 5)
    #expect(bound.best == free.outcomes[2])
    let error = #expect(throws: MemoryScienceError.self) {
      try simulator.choice(of: .availability(minutesPerDay: 0.1), among: grid, seed: 5)
    }
    #expect(error.map { "\($0)" }?.hasPrefix("0.1 minutes a day are too few") == true)
  }

  @Test func `goals of availability and of the end are weighed by their own measure`() throws {
    let simulator = try RetentionSimulator(memories: 400, newPerDay: 400, days: 200, repetitions: 1)
    for goal in [RetentionChoice.Goal.availabilityPerMinute, .finalRetentionPerMinute] {
      let choice = try simulator.choice(of: goal, among: [0.5, 0.7, 0.8, 0.9, 0.97], seed: 2)
      let worth = choice.outcomes.map {
        goal == .availabilityPerMinute
          ? $0.memoryDaysPerMinute.value : $0.finalMemoriesPerMinute.value
      }
      let best = try #require(choice.outcomes.firstIndex(of: choice.best))
      #expect(worth[best] == worth.max())
    }
  }

  @Test func `the same seed gives the same, another does not`() throws {
    let simulator = try RetentionSimulator(memories: 50, newPerDay: 5, days: 30, repetitions: 1)
    let plan = PracticePlan.desiredRetention(0.85)
    let found = try simulator.outcome(of: plan, seed: 1)
    #expect(try simulator.outcome(of: plan, seed: 1) == found)
    #expect(try simulator.outcome(of: plan, seed: 2) != found)
  }

  @Test func `repetitions make estimates surer and cost nothing`() throws {
    let plan = PracticePlan.desiredRetention(0.85)
    let once = try RetentionSimulator(memories: 100, newPerDay: 10, days: 60, repetitions: 1)
    let often = try RetentionSimulator(memories: 100, newPerDay: 10, days: 60, repetitions: 16)
    let (few, many) = (try once.outcome(of: plan, seed: 1), try often.outcome(of: plan, seed: 1))
    #expect(abs(few.minutesPerDay / many.minutesPerDay - 1) < 0.25)
    let shrinkage = few.availability.standardError / many.availability.standardError
    #expect(abs(shrinkage - 4) < 0.8)
    #expect(many.memories == 100)
  }

  @Test func `options out of range are refused`() throws {
    for (memories, perDay, days) in [
      (1, 1, 30.0), (200_000, 1, 30), (10, 0, 30), (10, 1, 0), (10, 1, .nan), (10, 1, 5),
    ] {
      #expect(throws: MemoryScienceError.self) {
        try RetentionSimulator(memories: memories, newPerDay: perDay, days: days)
      }
    }
    for repetitions in [0, 10_001, Int.max] {
      #expect(throws: MemoryScienceError.self) {
        try RetentionSimulator(memories: 2, newPerDay: 2, days: 9, repetitions: repetitions)
      }
    }
    for (first, later) in [(0.0, [1.0, 1, 1, 1]), (1, [1, 1, 1]), (1, [1, 1, 1, .nan])] {
      #expect(throws: MemoryScienceError.self) {
        try PracticeHabits(firstSeconds: first, secondsByGrade: later)
      }
    }
    #expect(throws: MemoryScienceError.self) { try PracticeHabits(firstGrades: [0, 0, 0, 0]) }
    #expect(throws: MemoryScienceError.self) { try PracticeHabits(recalledGrades: [1, -1, 1]) }
    let simulator = try RetentionSimulator(memories: 2, newPerDay: 2, days: 10)
    for plan in [
      PracticePlan.desiredRetention(1), .desiredRetention(.nan), .fixedDays([3, 3]),
      .fixedDays([-1]), .fixedDays([.infinity]),
    ] {
      #expect(throws: MemoryScienceError.self) { try simulator.outcome(of: plan, seed: 1) }
    }
    #expect(throws: MemoryScienceError.self) {
      try simulator.choice(of: .availabilityPerMinute, among: [], seed: 1)
    }
  }
}
