import MemoryScience
import Statistics
import Testing

@Suite struct ChangeTests {
  /// Jacobson & Truax (1991), page 14: 47.5 before, 32.5 after, standard deviation 7.5, reliability
  /// .80: the error of the difference is 4.74 and the index -3.16.
  @Test func `the published example of reliable change is reproduced`() throws {
    let change = try ReliableChangeIndex(
      before: 47.5, after: 32.5, standardDeviation: 7.5, reliability: 0.8)
    #expect(abs(change.standardError - 4.74) < 0.005 && abs(change.index - -3.16) < 0.005)
    #expect(change.isReliable)
  }

  @Test func `what practice adds is taken off`() throws {
    let plain = try ReliableChangeIndex(
      before: 50, after: 60, standardDeviation: 8, reliability: 0.85)
    let adjusted = try ReliableChangeIndex(
      before: 50, after: 60, standardDeviation: 8, reliability: 0.85, expectedGain: 4)
    #expect(plain.isReliable && !adjusted.isReliable && adjusted.change == 6)
    let iverson = try ReliableChangeIndex(
      before: 50, after: 60, standardDeviation: 8, secondDeviation: 6, reliability: 0.85)
    // √((64 + 36) × .15)
    #expect(abs(iverson.standardError - 15.0.squareRoot()) < 1e-12)
  }

  @Test(arguments: [
    (0.0, 0.5, 0.0), (1, 1, 0), (1, -0.1, 0), (.nan, 0.5, 0), (1, 0.5, .nan), (-1, 0.5, 0),
  ])
  func `impossible settings of reliable change are refused`(
    deviation: Double, reliability: Double, gain: Double
  ) {
    #expect(throws: MemoryScienceError.self) {
      try ReliableChangeIndex(
        before: 1, after: 2, standardDeviation: deviation, reliability: reliability,
        expectedGain: gain)
    }
  }

  @Test func `practice grows by less and less`() throws {
    let model = try PracticeModel(meanGain: 4, gainDeviation: 2, measurementError: 3)
    #expect(model.growth(at: 1) == 0 && abs(model.growth(at: 2) - 1) < 1e-12)
    // (1 - 1/4) / (1 - 1/2)
    #expect(abs(model.growth(at: 4) - 1.5) < 1e-12)
    #expect(model.growth(at: 5) - model.growth(at: 4) < model.growth(at: 4) - model.growth(at: 3))
  }

  @Test func `a known gain and an unknown one are the two ends of what is expected`() throws {
    let known = try PracticeModel(meanGain: 4, gainDeviation: 0, measurementError: 3)
      .expectation(first: 50, second: 60, session: 4)
    // The level is 55 - 2 at the first sitting; 1.5 gains later it is 59.
    #expect(abs(known.mean - 59) < 1e-12 && known.gainDeviation == 0)
    #expect(abs(known.standardDeviation - 13.5.squareRoot()) < 1e-12)
    let unknown = try PracticeModel(
      meanGain: 4, gainDeviation: .infinity, measurementError: 3
    ).expectation(first: 50, second: 60, session: 4)
    #expect(abs(unknown.mean - 65) < 1e-12 && unknown.gain == 10)
    #expect(abs(unknown.standardDeviation - (9 * 1.5 + 18).squareRoot()) < 1e-12)
  }

  /// People of the model itself: the deviation of a third sitting is standard normal. Of 4,000 the
  /// share beyond ±1.96 has a standard error of 0.34 %.
  @Test func `people in whom only practice changes stand out one in twenty times`() throws {
    let model = try PracticeModel(meanGain: 5, gainDeviation: 2, measurementError: 3, decay: 0.8)
    var stream = RandomStream(seed: 17)
    var (beyond, uncorrected, squares) = (0, 0, 0.0)
    for _ in 0..<4000 {
      let level = 50 + 10 * stream.normal()
      let gain = 5 + 2 * stream.normal()
      func score(_ session: Int) -> Double {
        level + gain * model.growth(at: session) + 3 * stream.normal()
      }
      let (first, second, third) = (score(1), score(2), score(3))
      let deviation = try model.expectation(first: first, second: second, session: 3)
        .deviation(of: third)
      beyond += abs(deviation) > 1.96 ? 1 : 0
      squares += deviation * deviation
      let plain = try ReliableChangeIndex(
        before: first, after: third, standardDeviation: 10, reliability: 0.91)
      uncorrected += plain.isReliable ? 1 : 0
    }
    #expect(abs(Double(beyond) / 4000 - 0.05) < 0.014)
    #expect(abs(squares / 4000 - 1) < 0.09)
    // Negative control: without the correction practice looks like recovery.
    #expect(uncorrected > 800)
  }

  @Test func `baselines are not changes and settings have ranges`() throws {
    let model = try PracticeModel(meanGain: 4, gainDeviation: 2, measurementError: 3)
    #expect(throws: MemoryScienceError.self) {
      try model.expectation(first: 1, second: 2, session: 2)
    }
    #expect(throws: MemoryScienceError.self) {
      try model.expectation(first: .nan, second: 2, session: 3)
    }
    for (deviation, error, decay) in [(-1.0, 1.0, 1.0), (1, 0, 1), (1, 1, 0), (1, 1, 11)] {
      #expect(throws: MemoryScienceError.self) {
        try PracticeModel(
          meanGain: 1, gainDeviation: deviation, measurementError: error, decay: decay)
      }
    }
  }

  private func report(
    device: String, hertz: Double?, median: Double, session: Int = 3
  ) throws -> TaskReport {
    let sitting = TaskSitting(
      design: try DesignKey(task: .reactionTime, form: 1, seed: 1), session: session,
      device: TimingDevice(
        name: device, input: .keyboard, software: "browser 1", refreshHertz: hertz))
    let trials = (0..<20).map { index in
      ReactionTimeResult.Trial(
        stimulus: 1, response: 1, foreperiodSeconds: 1,
        seconds: median + 0.001 * Double(index - 10))
    }
    return try ReactionTimeResult(sitting: sitting, choices: 1, trials: trials).report()
  }

  @Test func `times are not compared between devices, counts are`() throws {
    let before = try report(device: "a", hertz: 60, median: 0.4, session: 2)
    let after = try report(device: "a", hertz: 60.2, median: 0.3)
    let elsewhere = try report(device: "b", hertz: 60, median: 0.3)
    let unmeasured = try report(device: "a", hertz: nil, median: 0.3)
    let name = "response-time-median"
    let change = try after.change(
      of: name, since: before, standardDeviation: 0.05, reliability: 0.8)
    #expect(abs(change.change - -0.1) < 1e-12)
    for other in [elsewhere, unmeasured] {
      #expect(throws: MemoryScienceError.self) {
        try other.change(of: name, since: before, standardDeviation: 0.05, reliability: 0.8)
      }
      #expect(
        try other.change(
          of: "anticipations", since: before, standardDeviation: 1, reliability: 0.5
        ).change == 0)
    }
    #expect(throws: MemoryScienceError.self) {
      try after.change(of: "nothing", since: before, standardDeviation: 1, reliability: 0.5)
    }
  }

  /// What a comparison says of being impossible, nil when it is possible.
  private func refusal(_ name: String, _ earlier: TaskReport, _ later: TaskReport) -> String? {
    do throws(MemoryScienceError) {
      _ = try later.change(of: name, since: earlier, standardDeviation: 1, reliability: 0.8)
      return nil
    } catch { return error.description }
  }

  private func span(
    _ direction: SpanDesign.Direction, session: Int, isInterrupted: Bool = false
  ) throws -> TaskReport {
    try SpanResult(
      sitting: try Sittings.of(.digitSpan, session: session, isInterrupted: isInterrupted),
      direction: direction,
      trials: [SpanResult.Trial(sequence: [1, 5, 1], response: [1, 5, 1], seconds: 3)]
    ).report()
  }

  @Test func `sittings out of order or interrupted are not compared`() throws {
    let before = try span(.forward, session: 1)
    let after = try span(.forward, session: 2)
    #expect(refusal("mean-span", before, after) == nil)
    for earlier in [after, try span(.forward, session: 3)] {
      #expect(refusal("mean-span", earlier, after)?.contains("sitting.session") == true)
    }
    let left = try span(.forward, session: 3, isInterrupted: true)
    #expect(refusal("mean-span", before, left)?.contains("isInterrupted") == true)
    let begun = try span(.forward, session: 1, isInterrupted: true)
    #expect(refusal("mean-span", begun, after)?.contains("isInterrupted") == true)
  }

  @Test func `variants of a task are not compared`() throws {
    func back(_ level: Int, session: Int) throws -> TaskReport {
      try NBackResult(
        sitting: try Sittings.of(.nBack, session: session), level: level,
        trials: [.init(letter: "b", isTarget: true, isScored: true, seconds: 0.5)]
      ).report()
    }
    func reaction(_ choices: Int, session: Int) throws -> TaskReport {
      try ReactionTimeResult(
        sitting: try Sittings.of(.reactionTime, session: session), choices: choices,
        trials: [.init(stimulus: 1, response: 1, foreperiodSeconds: 1, seconds: 0.5)]
      ).report()
    }
    func traits(_ isExpected: Bool, session: Int) throws -> TaskReport {
      let word = TaskWord(text: "kind", valence: .positive)
      return try SelfReferenceResult(
        sitting: try Sittings.of(.selfReference, session: session),
        trials: [.init(word: word, isBuffer: false, isEndorsed: true, seconds: 0.9)], recall: nil,
        recallWasExpected: isExpected
      ).report()
    }
    func memory(_ isMinimal: Bool?, session: Int) throws -> TaskReport {
      let cue = TaskWord(text: "glad", valence: .positive)
      return try AutobiographicalMemoryResult(
        sitting: try Sittings.of(.autobiographicalMemory, session: session),
        isMinimallyInstructed: isMinimal,
        trials: [.init(cue: cue, text: "a walk", seconds: 9, code: .specific)]
      ).report()
    }
    let pairs: [(String, TaskReport, same: TaskReport, other: TaskReport)] = [
      (
        "longest", try span(.forward, session: 1), try span(.forward, session: 2),
        try span(.backward, session: 2)
      ),
      ("hits", try back(1, session: 1), try back(1, session: 2), try back(3, session: 2)),
      (
        "anticipations", try reaction(1, session: 1), try reaction(1, session: 2),
        try reaction(4, session: 2)
      ),
      (
        "endorsed-positive", try traits(false, session: 1), try traits(false, session: 2),
        try traits(true, session: 2)
      ),
      (
        "memories-specific", try memory(true, session: 1), try memory(true, session: 2),
        try memory(false, session: 2)
      ),
    ]
    for (name, before, same, other) in pairs {
      #expect(refusal(name, before, same) == nil)
      #expect(refusal(name, before, other)?.contains("variant") == true)
    }
    let untold = try memory(nil, session: 2)
    #expect(
      refusal("memories-specific", try memory(true, session: 1), untold)?
        .contains("isMinimallyInstructed") == true)
  }
}
