import MemoryScience
import Testing

/// Numbers of the tests of fsrs-rs and ts-fsrs, in double precision, one unit in the last digit.
@Suite struct MemoryModelTests {
  private let model = MemoryModel()

  private func close(_ value: Double, _ expected: Double, _ tolerance: Double) -> Bool {
    abs(value - expected) <= tolerance
  }

  @Test func `intervals for stability 1 are those published`() throws {
    let expected = [3_116_769.0, 34_793, 2508, 387, 90, 27, 9, 3, 1, 1]
    for (tenths, days) in zip(1...10, expected) {
      let interval = try model.interval(stability: 1, retention: Double(tenths) / 10)
      #expect(max(1, interval.rounded()) == days)
    }
    let day = try model.interval(stability: 12.5, retention: 0.9)
    #expect(close(day, 12.5, 1e-12))
    for (stability, retention) in [(0, 0.9), (.nan, 0.9), (1, 0), (1, 1.1), (1, .nan)] {
      #expect(throws: MemoryScienceError.self) {
        try model.interval(stability: stability, retention: retention)
      }
    }
  }

  @Test func `retrievability over days is that published`() throws {
    let expected = [1, 0.9403443, 0.9253786, 0.9185229, 0.9, 0.8261359]
    for (days, (stability, recall)) in zip([1.0, 2, 3, 4, 4, 2], expected).enumerated() {
      let state = try MemoryModel.State(stability: stability, difficulty: 5)
      #expect(close(model.retrievability(of: state, after: Double(days)), recall, 1e-7))
    }
  }

  /// The time at which recall has fallen to a probability.
  private func state(
    _ difficulty: Double, _ recall: Double, _ grade: PracticeGrade
  ) throws -> MemoryModel.State {
    let days = try model.interval(stability: 5, retention: recall)
    return model.state(
      after: try MemoryModel.State(stability: 5, difficulty: difficulty), days: days, grade: grade)
  }

  @Test func `stability after recall is that published`() throws {
    let cases: [(Double, Double, PracticeGrade, Double)] = [
      (2, 0.8, .hard, 28.226571), (3, 0.7, .good, 58.655991), (4, 0.6, .easy, 127.226693),
    ]
    for (difficulty, recall, grade, stability) in cases {
      #expect(close(try state(difficulty, recall, grade).stability, stability, 1.01e-6))
    }
    // The published case of grade 1 tests the formula of recall without a factor: good has none.
    #expect(close(try state(1, 0.9, .good).stability, 25.602521, 1.01e-6))
  }

  @Test func `stability after forgetting is that published`() throws {
    let cases = [
      (1.0, 0.9, 1.0525396), (2, 0.8, 1.189433), (3, 0.7, 1.3680839), (4, 0.6, 1.584989),
    ]
    for (difficulty, recall, stability) in cases {
      #expect(close(try state(difficulty, recall, .again).stability, stability, 1.01e-7))
    }
  }

  @Test func `stability after a review on the same day is that published`() throws {
    let before = try MemoryModel.State(stability: 5, difficulty: 5)
    for (grade, stability) in zip(PracticeGrade.allCases, [1.596818, 5, 5, 8.12961]) {
      let after = model.state(after: before, days: 0.5, grade: grade)
      #expect(close(after.stability, stability, 1.01e-6))
    }
  }

  @Test func `a course of six reviews ends where it is published to end`() throws {
    func end(_ model: MemoryModel) -> MemoryModel.State {
      zip([0.0, 1, 3, 8, 21], repeatElement(PracticeGrade.good, count: 5)).reduce(
        model.firstState(.again)
      ) { model.state(after: $0, days: $1.0, grade: $1.1) }
    }
    #expect(close(end(model).stability, 53.626903, 1.01e-6))
    #expect(close(end(model).difficulty, 6.3574871, 1.01e-7))
    var weights = MemoryModel.Weights.defaults.values
    weights[17...19] = [0, 0, 0]
    let withoutSameDay = MemoryModel(weights: try MemoryModel.Weights(weights))
    #expect(close(end(withoutSameDay).stability, 53.335064, 1.01e-6))
  }

  @Test(arguments: [0.0, 1e-12, 0.3, 12, 5000])
  func `mean retrievability is the integral of the curve`(days: Double) throws {
    let state = try MemoryModel.State(stability: 3, difficulty: 5)
    // Simpson's rule on a grid that is dense at the start, in the square root of time.
    let steps = 2000
    let sum = (0...steps).reduce(0.0) { sum, index in
      let share = Double(index) / Double(steps)
      let weight = index == 0 || index == steps ? 1.0 : index.isMultiple(of: 2) ? 2 : 4
      return sum + weight * 2 * share
        * model.retrievability(of: state, after: days * share * share)
    }
    let expected = sum / Double(3 * steps)
    #expect(close(model.meanRetrievability(of: state, over: days), expected, 1e-6))
  }

  @Test func `a memory never leaves the limits of its state`() throws {
    for days in [-5, 0, 0.99, 1, 1e8, .infinity, .nan] {
      for grade in PracticeGrade.allCases {
        var state = try MemoryModel.State(stability: 36_500, difficulty: 1)
        for _ in 0..<50 {
          state = model.state(after: state, days: days, grade: grade)
          #expect((0.001...36_500).contains(state.stability), "\(days) \(grade)")
          #expect((1...10).contains(state.difficulty))
          #expect((0...1).contains(model.retrievability(of: state, after: days)))
          #expect((0...1).contains(model.meanRetrievability(of: state, over: days)))
        }
      }
    }
  }
}
