import MemoryScience
import Testing

@Suite struct MemoryScoringTests {
  private func word(_ text: String, _ valence: WordValence) -> TaskWord {
    TaskWord(text: text, valence: valence)
  }

  private func recalled(_ positions: Int?...) -> [RecallResponse] {
    positions.map { RecallResponse(text: "word", seconds: nil, position: $0) }
  }

  @Test func `recall is counted by feeling, each word once`() throws {
    let words = [word("grief", .negative), word("table", .neutral), word("joy", .positive)]
    let lists = [
      EmotionalRecallResult.List(presented: words, recalled: recalled(3, 1, 3, 0)),
      EmotionalRecallResult.List(presented: words, recalled: recalled(3)),
    ]
    let report = try EmotionalRecallResult(sitting: try Sittings.of(.emotionalRecall), lists: lists)
      .report()
    #expect(report.number("recalled-negative") == 0.5 && report.number("recalled-neutral") == 0)
    #expect(report.number("recalled-positive") == 1)
    #expect(report.number("positive-minus-negative") == 0.5)
    #expect(report.number("intrusions") == 1 && report.number("repetitions") == 1)
    // √(.5 × .5 / 2)
    let error = try #require(report.score("recalled-negative")?.standardError)
    #expect(abs(error - 0.125.squareRoot()) < 1e-12)
    let unmatched = try EmotionalRecallResult(
      sitting: try Sittings.of(.emotionalRecall),
      lists: [EmotionalRecallResult.List(presented: words, recalled: recalled(nil))]
    ).report()
    #expect(unmatched.missing("recalled-positive") != nil)
    #expect(throws: MemoryScienceError.self) {
      try EmotionalRecallResult(sitting: try Sittings.of(.emotionalRecall), lists: []).report()
    }
    #expect(throws: MemoryScienceError.self) {
      try EmotionalRecallResult(
        sitting: try Sittings.of(.emotionalRecall),
        lists: [EmotionalRecallResult.List(presented: words, recalled: recalled(4))]
      ).report()
    }
  }

  private func event(
    _ valence: WordValence, _ then: Int? = nil, _ now: Int? = nil, _ code: SpecificityCode? = nil
  ) -> GoodDayBadDayResult.Event {
    GoodDayBadDayResult.Event(
      valence: valence, text: "an event", feelingThen: then, feelingNow: now, code: code)
  }

  /// By hand: good events fade by 1, 2 and 3, bad ones by 4, 5 and 6.
  @Test func `events are counted by side and their fading compared`() throws {
    let events = [
      event(.positive, 8, 7, .specific), event(.positive, 8, 6, .categoric),
      event(.positive, 8, 5, .specific), event(.positive, nil, 5, .extended),
      event(.negative, 9, 5, .specific), event(.negative, 9, 4, .specific),
      event(.negative, 9, 3, .associate),
    ]
    let result = GoodDayBadDayResult(sitting: try Sittings.of(.goodDayBadDay), events: events)
    let report = try result.report()
    #expect(report.number("fluency-positive") == 4 && report.number("fluency-negative") == 3)
    #expect(report.number("fluency-difference") == 1)
    #expect(report.number("fading-positive") == 2 && report.number("fading-negative") == 5)
    #expect(report.number("fading-affect-bias") == 3)
    #expect(report.number("share-specific") == 4.0 / 7)
    // Standard deviation 1 of three: 1/√3 each, √(2/3) for the difference.
    let error = try #require(report.score("fading-affect-bias")?.standardError)
    #expect(abs(error - (2.0 / 3).squareRoot()) < 1e-12)
  }

  @Test func `no events are a result, few ratings are not`() throws {
    let empty = try GoodDayBadDayResult(sitting: try Sittings.of(.goodDayBadDay), events: [])
      .report()
    #expect(empty.number("fluency-positive") == 0 && empty.missing("fading-positive") != nil)
    #expect(empty.missing("fluency-share-positive") == "no event")
    for wrong in [event(.neutral), event(.positive, 11, 1), event(.positive, 1, -1)] {
      #expect(throws: MemoryScienceError.self) {
        try GoodDayBadDayResult(sitting: try Sittings.of(.goodDayBadDay), events: [wrong]).report()
      }
    }
  }

  private func memory(
    _ valence: WordValence, _ code: SpecificityCode?, _ text: String = "a day at the sea"
  ) -> AutobiographicalMemoryResult.Trial {
    AutobiographicalMemoryResult.Trial(
      cue: word("cue", valence), text: text, seconds: text.isEmpty ? nil : 5, code: code)
  }

  private func memories(
    _ trials: [AutobiographicalMemoryResult.Trial]
  ) throws -> AutobiographicalMemoryResult {
    AutobiographicalMemoryResult(
      sitting: try Sittings.of(.autobiographicalMemory), trials: trials)
  }

  @Test func `codes are counted and omissions leave the share alone`() throws {
    let report = try memories([
      memory(.positive, .specific), memory(.positive, .categoric), memory(.negative, .specific),
      memory(.neutral, .omission, ""), memory(.negative, .extended), memory(.neutral, .associate),
    ]).report()
    for (code, count) in zip(SpecificityCode.allCases, [2.0, 1, 1, 1, 1]) {
      #expect(report.number("memories-\(code.rawValue)") == count)
    }
    #expect(report.number("share-specific") == 0.4)
    #expect(report.number("share-specific-positive") == 0.5)
    #expect(report.number("share-specific-neutral") == 0)
    #expect(report.number("latency-median") == 5)
  }

  @Test func `memories without a code are not scored, contradictions are refused`() throws {
    let report = try memories([memory(.positive, .specific), memory(.negative, nil)]).report()
    #expect(report.missing("share-specific") == "1 of 2 memories are not coded")
    #expect(report.missing("memories-categoric") == "1 of 2 memories are not coded")
    #expect(throws: MemoryScienceError.self) {
      try memories([memory(.positive, .specific, "  ")]).report()
    }
    #expect(throws: MemoryScienceError.self) {
      try memories([memory(.positive, .omission)]).report()
    }
    let omitted = try memories([memory(.positive, .omission, "")]).report()
    #expect(omitted.missing("share-specific") == "no memory was given")
  }
}
