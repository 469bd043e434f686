import MemoryScience
import Testing

@Suite struct CognitionScoringTests {
  @Test func `right digits are counted and their median time taken`() throws {
    func trial(
      _ digit: Int, _ response: Int?, _ seconds: Double?, _ flags: [TrialFlag] = []
    ) -> SymbolDigitResult.Trial {
      SymbolDigitResult.Trial(digit: digit, response: response, seconds: seconds, flags: flags)
    }
    let result = SymbolDigitResult(
      sitting: try Sittings.of(.symbolDigit),
      trials: [
        trial(1, 1, 1.0), trial(2, 2, 1.4), trial(3, 4, 0.9), trial(5, 5, 0.1), trial(6, 6, 2.0),
        trial(7, 7, 9, [.disturbed]), trial(8, nil, nil),
      ])
    let report = try result.report()
    #expect(report.number("correct") == 4 && report.number("errors") == 1)
    #expect(report.number("share-correct") == 0.8)
    #expect(report.number("response-time-median") == 1.4)
    #expect(report.trials.anticipations == 1 && report.trials.flagged == 1)
    for wrong in [trial(0, 1, 1), trial(1, 10, 1), trial(1, 1, nil), trial(1, nil, 1)] {
      #expect(throws: MemoryScienceError.self) {
        try SymbolDigitResult(sitting: try Sittings.of(.symbolDigit), trials: [wrong]).report()
      }
    }
  }

  /// Reference: scipy.stats.norm.ppf of 18.5/21 and 3.5/41.
  @Test func `sensitivity and criterion have the log-linear correction`() throws {
    let found = try SignalDetection(hits: 18, of: 20, falseAlarms: 3, of: 40)
    #expect(abs(found.sensitivity - 2.549_617_597_122_659) < 1e-12)
    #expect(abs(found.criterion - 0.095_047_680_949_468) < 1e-12)
    let perfect = try SignalDetection(hits: 20, of: 20, falseAlarms: 0, of: 40)
    #expect(perfect.sensitivity.isFinite && perfect.sensitivity > found.sensitivity)
    let chance = try SignalDetection(hits: 10, of: 20, falseAlarms: 20, of: 40)
    #expect(abs(chance.sensitivity) < 1e-12 && chance.sensitivityError > 0.2)
    for (hits, targets, alarms, others) in [
      (21, 20, 0, 1), (0, 0, 0, 1), (-1, 2, 0, 1), (0, 1, 2, 1),
    ] {
      #expect(throws: MemoryScienceError.self) {
        try SignalDetection(hits: hits, of: targets, falseAlarms: alarms, of: others)
      }
    }
  }

  @Test func `n-back leaves out what belongs to no letter`() throws {
    func trial(_ isTarget: Bool, _ seconds: Double?, isScored: Bool = true) -> NBackResult.Trial {
      NBackResult.Trial(
        letter: "b", isTarget: isTarget, isScored: isScored, seconds: seconds)
    }
    let trials =
      [trial(false, 0.5, isScored: false), trial(true, 0.05)]
      + [trial(true, 0.4), trial(true, 0.6), trial(true, nil)]
      + [trial(false, nil), trial(false, nil), trial(false, 0.7), trial(false, nil)]
    let report = try NBackResult(sitting: try Sittings.of(.nBack), level: 2, trials: trials)
      .report()
    #expect(report.number("hits") == 2 && report.score("hits")?.outOf == 3)
    #expect(report.number("false-alarms") == 1 && report.score("false-alarms")?.outOf == 4)
    #expect(report.number("response-time-median") == 0.5)
    let direct = try SignalDetection(hits: 2, of: 3, falseAlarms: 1, of: 4)
    #expect(report.number("sensitivity") == direct.sensitivity)
    let unasked = try NBackResult(
      sitting: try Sittings.of(.nBack), level: 2, trials: [trial(false, nil)]
    ).report()
    #expect(unasked.missing("sensitivity")?.contains("1 needed") == true)
    #expect(throws: MemoryScienceError.self) {
      try NBackResult(sitting: try Sittings.of(.nBack), level: 4, trials: trials).report()
    }
  }

  @Test func `n-back leaves out what was disturbed`() throws {
    func trials(
      _ count: Int, _ isTarget: Bool, _ seconds: Double?, _ flags: [TrialFlag] = []
    ) -> [NBackResult.Trial] {
      [NBackResult.Trial](
        repeating: .init(
          letter: "b", isTarget: isTarget, isScored: true, seconds: seconds, flags: flags),
        count: count)
    }
    let report = try NBackResult(
      sitting: try Sittings.of(.nBack), level: 2,
      trials: trials(4, true, 0.5) + trials(4, true, nil, [.focusLost]) + trials(16, false, nil)
        + trials(2, false, nil, [.focusLost]) + trials(1, false, 0.4, [.disturbed])
    ).report()
    #expect(report.number("hits") == 4 && report.score("hits")?.outOf == 4)
    #expect(report.number("false-alarms") == 0 && report.score("false-alarms")?.outOf == 16)
    #expect(report.trials.flagged == 7 && report.trials.unanswered == 0)
  }

  @Test func `spans count whole sequences in their direction`() throws {
    func trial(_ sequence: [Int], _ response: [Int], _ flags: [TrialFlag] = []) -> SpanResult.Trial
    {
      SpanResult.Trial(sequence: sequence, response: response, seconds: 3, flags: flags)
    }
    let trials = [
      trial([1, 5, 3], [1, 5, 3]), trial([2, 7, 4], [2, 7, 4]), trial([1, 5, 3, 8], [1, 5, 3, 8]),
      trial([9, 2, 6, 4], [9, 6, 2, 4]), trial([1, 4, 2, 8, 6], []),
      trial([3, 9, 1, 7, 5], [3, 9, 1, 7]), trial([3, 9, 1, 7, 5], [3, 9, 1, 7, 5], [.disturbed]),
    ]
    let forward = try SpanResult(
      sitting: try Sittings.of(.digitSpan), direction: .forward, trials: trials
    ).report()
    #expect(forward.number("total-correct") == 3 && forward.score("total-correct")?.outOf == 6)
    #expect(forward.number("longest") == 4)
    // 3 - 1/2 + 1 + 1/2 + 0
    #expect(forward.number("mean-span") == 4)
    let backward = try SpanResult(
      sitting: try Sittings.of(.corsi), direction: .backward,
      trials: [trial([1, 5, 3], [3, 5, 1]), trial([1, 5, 3], [1, 5, 3])]
    ).report()
    #expect(backward.number("total-correct") == 1 && backward.number("mean-span") == 3)
    #expect(throws: MemoryScienceError.self) {
      try SpanResult(
        sitting: try Sittings.of(.corsi), direction: .forward, trials: [trial([], [])]
      ).report()
    }
  }

  @Test func `a disturbed length below a right one counts as right`() throws {
    func trials(_ length: Int, _ isRight: Bool, _ flags: [TrialFlag] = []) -> [SpanResult.Trial] {
      let sequence = Array(1...length)
      return [SpanResult.Trial](
        repeating: .init(
          sequence: sequence, response: isRight ? sequence : [], seconds: 3, flags: flags),
        count: 2)
    }
    func report(_ trials: [SpanResult.Trial]) throws -> TaskReport {
      try SpanResult(sitting: try Sittings.of(.digitSpan), direction: .forward, trials: trials)
        .report()
    }
    let gap = try report(
      trials(3, true) + trials(4, true, [.focusLost]) + trials(5, true) + trials(6, false))
    #expect(gap.number("longest") == 5 && gap.number("mean-span") == 5.5)
    let above = try report(trials(3, true) + trials(4, true, [.focusLost]) + trials(5, false))
    #expect(above.number("longest") == 3 && above.number("mean-span") == 3.5)
    for whole in [gap, above] {
      #expect(whole.score("mean-span")?.standardError == nil)
      #expect(whole.cautions.contains { $0.contains("no standard error") })
    }
    let part = try report(trials(3, true) + trials(4, true) + trials(4, false))
    #expect(part.score("mean-span")?.standardError == 0.25)
    #expect(!part.cautions.contains { $0.contains("no standard error") })
  }

  @Test func `rules of span end and stay within their lengths`() throws {
    let ascending = try SpanRule(kind: .ascending, trials: 2, first: 3, shortest: 3, longest: 5)
    var outcomes: [SpanRule.Outcome] = []
    var lengths: [Int] = []
    for answer in [true, false, false, false] {
      let length = try #require(ascending.nextLength(after: outcomes))
      lengths.append(length)
      outcomes.append(SpanRule.Outcome(length: length, isCorrect: answer))
    }
    #expect(lengths == [3, 3, 4, 4] && ascending.nextLength(after: outcomes) == nil)
    let perfect = (3...5).flatMap { length in
      [SpanRule.Outcome](repeating: .init(length: length, isCorrect: true), count: 2)
    }
    #expect(ascending.nextLength(after: perfect) == nil)

    let staircase = try SpanRule(kind: .staircase, trials: 8, first: 3, shortest: 2, longest: 9)
    outcomes = []
    lengths = []
    for answer in [true, true, false, false, true, false, false, false] {
      let length = try #require(staircase.nextLength(after: outcomes))
      lengths.append(length)
      outcomes.append(SpanRule.Outcome(length: length, isCorrect: answer))
    }
    #expect(lengths == [3, 4, 5, 5, 4, 5, 5, 4])
    #expect(staircase.nextLength(after: outcomes) == nil)
    for (trials, first, shortest, longest) in [
      (0, 3, 3, 9), (2, 2, 3, 9), (2, 3, 0, 9), (2, 3, 3, 21),
    ] {
      #expect(throws: MemoryScienceError.self) {
        try SpanRule(
          kind: .ascending, trials: trials, first: first, shortest: shortest, longest: longest)
      }
    }
  }

  private func reactions(
    _ seconds: [Double?], choices: Int = 1, response: Int = 1
  ) throws -> ReactionTimeResult {
    ReactionTimeResult(
      sitting: try Sittings.of(.reactionTime), choices: choices,
      trials: seconds.map {
        ReactionTimeResult.Trial(
          stimulus: 1, response: $0 == nil ? nil : response, foreperiodSeconds: 1, seconds: $0)
      })
  }

  @Test func `reactions have a median, lapses and anticipations`() throws {
    let report = try reactions([0.25, 0.3, 0.35, 0.1, 0.7, nil, 0.3]).report()
    #expect(report.number("response-time-median") == 0.3)
    // 0.7 and the missing answer, of six that are no anticipation.
    #expect(report.number("share-lapses") == 2.0 / 6)
    #expect(report.number("anticipations") == 1 && report.number("share-correct") == 1)
    #expect(report.missing("ex-gaussian-tau")?.contains("30 needed") == true)
    let wrong = try reactions([0.5, 0.6], choices: 2, response: 2).report()
    #expect(wrong.number("share-correct") == 0 && wrong.missing("response-time-median") != nil)
    for result in [
      try reactions([0.3], choices: 3), try reactions([0.3], response: 2), try reactions([-1]),
      try reactions([]),
    ] {
      #expect(throws: MemoryScienceError.self) { try result.report() }
    }
  }

  @Test func `sittings are checked and their weaknesses told`() throws {
    let seconds: [Double?] = [0.25, 0.3]
    let trials = try reactions(seconds).trials
    let sitting = try Sittings.of(.reactionTime, session: 1, isInterrupted: true, hertz: nil)
    let report = try ReactionTimeResult(sitting: sitting, choices: 1, trials: trials).report()
    #expect(report.cautions.count == 3)
    for wrong in [
      try Sittings.of(.corsi), try Sittings.of(.reactionTime, session: 0),
      try Sittings.of(.reactionTime, hertz: .nan), try Sittings.of(.reactionTime, hertz: -60),
    ] {
      #expect(throws: MemoryScienceError.self) {
        try ReactionTimeResult(sitting: wrong, choices: 1, trials: trials).report()
      }
    }
  }

  @Test func `limits of response times are judged in order`() throws {
    let rules = ResponseTimeRules.standard
    #expect(rules.verdict(on: nil) == .noAnswer && rules.verdict(on: 0.149) == .anticipation)
    #expect(rules.verdict(on: 0.15) == .usable && rules.verdict(on: 10.1) == .tooSlow)
    #expect(rules.verdict(on: 0.5, flags: [.focusLost]) == .flagged)
    #expect(rules.verdict(on: 0.1, flags: [.focusLost]) == .anticipation)
    for (anticipation, slowest, lapse) in [(-0.1, 10.0, 0.5), (0.2, 0.1, 0.5), (0.2, 10, 0.1)] {
      #expect(throws: MemoryScienceError.self) {
        try ResponseTimeRules(anticipation: anticipation, slowest: slowest, lapse: lapse)
      }
    }
    #expect(throws: MemoryScienceError.self) { try ResponseTimeRules(slowest: .nan) }
  }
}
