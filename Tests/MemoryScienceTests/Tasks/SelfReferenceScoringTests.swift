import Foundation
import MemoryScience
import Statistics
import Testing

@Suite struct SelfReferenceScoringTests {
  private typealias Trial = SelfReferenceResult.Trial

  private func trial(
    _ text: String, _ valence: WordValence, _ isEndorsed: Bool?, _ seconds: Double?,
    isBuffer: Bool = false, flags: [TrialFlag] = []
  ) -> Trial {
    Trial(
      word: TaskWord(text: text, valence: valence), isBuffer: isBuffer, isEndorsed: isEndorsed,
      seconds: seconds, flags: flags)
  }

  private func result(
    _ trials: [Trial], recall: [RecallResponse]? = nil, task: TaskName = .selfReference
  ) throws -> SelfReferenceResult {
    SelfReferenceResult(
      sitting: try Sittings.of(task), trials: trials, recall: recall, recallWasExpected: false)
  }

  private func recalled(_ positions: Int?...) -> [RecallResponse] {
    positions.map { RecallResponse(text: "word", seconds: 1, position: $0) }
  }

  private var eight: [Trial] {
    [
      trial("buffer", .negative, true, 1, isBuffer: true), trial("sad", .negative, true, 1),
      trial("cruel", .negative, true, 1.2), trial("vain", .negative, false, 0.8),
      trial("kind", .positive, true, 0.7), trial("warm", .positive, true, 0.05),
      trial("wise", .positive, nil, nil), trial("calm", .positive, false, 12),
      trial("fair", .positive, true, 1, flags: [.focusLost]),
    ]
  }

  /// By hand: buffer, anticipation (warm) and missing answer (wise) do not count; recalled are the
  /// buffer, sad, cruel twice, vain, kind, warm and an intrusion.
  @Test func `endorsements and recall bias are those of the words that count`() throws {
    let report = try result(eight, recall: recalled(1, 2, 3, 3, 4, 5, 6, 0)).report()
    #expect(report.number("endorsed-negative") == 2)
    #expect(report.score("endorsed-negative")?.outOf == 3)
    #expect(report.number("endorsed-positive") == 2)
    #expect(report.score("endorsed-positive")?.outOf == 3)
    #expect(report.number("recalled-endorsed-negative") == 2)
    #expect(report.number("recalled-endorsed-positive") == 1)
    #expect(report.number("recall-bias") == 2.0 / 3)
    #expect(report.trials.run == 8 && report.trials.usable == 4)
    #expect(report.trials.anticipations == 1 && report.trials.tooSlow == 1)
    #expect(report.trials.flagged == 1 && report.trials.unanswered == 1)
    #expect(report.cautions.contains { $0.hasPrefix("3 of 8 answers") })
  }

  @Test func `what is missing says so`() throws {
    let without = try result(eight).report()
    #expect(without.missing("recall-bias") == "recall was not asked for")
    let unmatched = try result(eight, recall: recalled(nil)).report()
    #expect(unmatched.missing("recall-bias") == "typed words are not yet matched to the list")
    let none = try result(eight, recall: recalled(0)).report()
    #expect(none.missing("recall-bias") == "no endorsed word was recalled")
    #expect(without.missing("drift-negative")?.contains("10 needed") == true)
    #expect(without.missing("ez-drift-positive")?.contains("10 needed") == true)
  }

  /// Words drawn from the model with a bias towards no: the Wiener fit is within its errors, and EZ
  /// takes the bias for a drift.
  @Test func `drift by feeling is recovered, and a bias is not taken for drift`() throws {
    var stream = RandomStream(seed: 23)
    let truth = (negative: -0.5, positive: 1.5)
    let trials = try (0..<400).map { index -> Trial in
      let valence: WordValence = index % 2 == 0 ? .negative : .positive
      let law = try WienerDistribution(
        drift: valence == .negative ? truth.negative : truth.positive, boundary: 1.8, bias: 0.35,
        nonDecisionTime: 0.4)
      let draw = law.draw(from: &stream)
      return trial("w", valence, draw.end == .upper, draw.seconds)
    }
    let report = try result(trials).report()
    for (name, value) in [
      ("drift-negative", truth.negative), ("drift-positive", truth.positive), ("boundary", 1.8),
      ("starting-bias", 0.35), ("non-decision-time", 0.4),
    ] {
      let score = try #require(report.score(name))
      let error = try #require(score.standardError)
      let number = try #require(score.number)
      #expect(abs(number - value) < 3.5 * error && error < 0.2)
      #expect(score.isTimed)
    }
    let easy = try #require(report.number("ez-drift-negative"))
    let fitted = try #require(report.number("drift-negative"))
    #expect(easy < fitted - 0.1)
  }

  @Test func `broken trials are refused at their place`() throws {
    let wrong: [([Trial], String)] = [
      ([trial("sad", .negative, true, -1)], "trials[0].seconds"),
      ([trial("sad", .negative, true, .nan)], "trials[0].seconds"),
      ([trial("sad", .negative, true, nil)], "trials[0]"),
      ([trial("sad", .negative, nil, 1)], "trials[0]"), ([], "not enough data"),
    ]
    for (trials, place) in wrong {
      let error = #expect(throws: MemoryScienceError.self) { try result(trials).report() }
      #expect(error?.description.hasPrefix(place) == true)
    }
    #expect(throws: MemoryScienceError.self) { try result(eight, task: .corsi).report() }
    for position in [-1, 10, Int.max] {
      #expect(throws: MemoryScienceError.self) {
        try result(eight, recall: recalled(position)).report()
      }
    }
  }

  @Test func `a result is written as plain values and read back`() throws {
    let result = try result(eight, recall: recalled(1, nil))
    let data = try JSONEncoder().encode(result)
    #expect(try JSONDecoder().decode(SelfReferenceResult.self, from: data) == result)
  }
}
