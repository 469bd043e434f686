import Inference
import Testing

/// Settings at the end of their range are answered, not computed for ever or stopped by.
@Suite struct LimitTests {
  private let steps = [1.0, 1, 1, 1, 5, 5, 5, 6]

  @Test func `segments longer than any series are too few values`() {
    #expect(throws: InferenceError.self) {
      try ChangePoints(steps, minimumSegment: .max, maximumBreaks: 3)
    }
  }

  @Test func `more breaks than values are no more than fit`() throws {
    let all = try ChangePoints(steps, minimumSegment: 2, maximumBreaks: .max)
    #expect(all.segmentations.count == 4)
  }

  @Test func `many breaks among many values are refused before they are looked for`() {
    #expect(throws: InferenceError.self) {
      try ChangePoints(Array(repeating: 1, count: 20_000), minimumSegment: 1, maximumBreaks: .max)
    }
  }

  @Test func `one reading is too few for a likelihood`() throws {
    let series = try TrajectorySeries([.init(time: 1, value: 5)])
    #expect(throws: InferenceError.tooFew(observed: 1, needed: 2, what: "a trajectory")) {
      try Trajectory.maximumLikelihood(of: series)
    }
  }
}
