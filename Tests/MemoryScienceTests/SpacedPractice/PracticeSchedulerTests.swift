import MemoryScience
import Testing

@Suite struct PracticeSchedulerTests {
  @Test func `a memory reviewed when due gets the published intervals`() throws {
    let scheduler = try PracticeScheduler(model: MemoryModel(convention: .pyFSRS))
    let grades: [PracticeGrade] =
      [PracticeGrade](repeating: .good, count: 6) + [.again, .again]
      + [PracticeGrade](repeating: .good, count: 5)
    var card: PracticeCard?
    var intervals: [Int] = []
    for grade in grades {
      let next = try scheduler.reviewed(card, grade: grade, at: card?.due ?? 0)
      intervals.append((next.due - next.lastReview) / PracticeSamples.day)
      card = next
    }
    #expect(intervals == [0, 2, 11, 46, 163, 498, 0, 0, 2, 4, 7, 12, 21])
  }

  @Test func `without steps a memory goes to days at once`() throws {
    let scheduler = try PracticeScheduler(learningSteps: [], relearningSteps: [])
    let first = try scheduler.reviewed(nil, grade: .again, at: 0)
    #expect(first.phase == .review)
    #expect(first.due == PracticeSamples.day)
    let second = try scheduler.reviewed(first, grade: .again, at: first.due)
    #expect(second.phase == .review)
  }

  @Test func `the longest interval holds, whatever the stability`() throws {
    let scheduler = try PracticeScheduler(
      model: MemoryModel(convention: .pyFSRS), desiredRetention: 0.5, learningSteps: [],
      longestInterval: 10)
    var card: PracticeCard?
    for _ in 0..<400 {
      card = try scheduler.reviewed(card, grade: .easy, at: card.map { $0.due } ?? 0)
      #expect((card?.due ?? 0) - (card?.lastReview ?? 0) <= 10 * PracticeSamples.day)
    }
  }

  @Test func `a review before the latest one is refused`() throws {
    let scheduler = try PracticeScheduler()
    let card = try scheduler.reviewed(nil, grade: .good, at: 1000)
    let error = #expect(throws: MemoryScienceError.self) {
      try scheduler.reviewed(card, grade: .good, at: 999)
    }
    #expect(
      error.map { "\($0)" }
        == "a review at 999 comes before the latest one at 1000; give reviews in the order of time")
    #expect(throws: MemoryScienceError.self) {
      try scheduler.reviewed(nil, grade: .good, at: Int.max)
    }
  }

  @Test func `options out of range are refused`() {
    for retention in [0, 1, -0.5, Double.nan] {
      #expect(throws: MemoryScienceError.self) {
        try PracticeScheduler(desiredRetention: retention)
      }
    }
    for steps in [[0], [-1], [Double.nan], [2000], [Double](repeating: 1, count: 21)] {
      #expect(throws: MemoryScienceError.self) { try PracticeScheduler(learningSteps: steps) }
      #expect(throws: MemoryScienceError.self) { try PracticeScheduler(relearningSteps: steps) }
    }
    for days in [0, -1, 36_501] {
      #expect(throws: MemoryScienceError.self) { try PracticeScheduler(longestInterval: days) }
    }
    #expect(throws: MemoryScienceError.self) {
      try MemoryModel.Convention(days: .fractional, greatestStability: .nan)
    }
    #expect(throws: MemoryScienceError.self) {
      try MemoryModel.State(stability: .infinity, difficulty: 5)
    }
    #expect(throws: MemoryScienceError.self) { try MemoryModel.State(stability: 1, difficulty: 11) }
  }

  @Test func `weights out of range are named`() throws {
    var values = MemoryModel.Weights.defaults.values
    #expect(try MemoryModel.Weights(values) == .defaults)
    values[7] = .nan
    let error = #expect(throws: MemoryScienceError.self) { try MemoryModel.Weights(values) }
    #expect(error.map { "\($0)" } == "w7 is nan: give a number from 0.001 to 0.75")
    #expect(throws: MemoryScienceError.self) { try MemoryModel.Weights([1, 2]) }
    for index in values.indices {
      var wrong = MemoryModel.Weights.defaults.values
      wrong[index] = MemoryModel.Weights.ranges[index].upperBound + 1e-9
      #expect(throws: MemoryScienceError.self) { try MemoryModel.Weights(wrong) }
    }
  }
}
