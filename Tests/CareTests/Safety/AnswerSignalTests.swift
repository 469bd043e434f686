import Care
import Knowledge
import PatientRecord
import TestKit
import Testing
import Time

/// What answers about self-harm raise, by the entry alone.
@Suite struct AnswerSignalTests {
  private func rules(_ instrument: InstrumentID, _ answers: [ItemID: Int]) throws -> [String] {
    var fixture = try SignalFixture()
    let entry = try fixture.form(instrument, answers)
    return SafetySignals.derive(from: entry, using: fixture.knowledge)
      .compactMap { $0.rule?.rawValue }
  }

  @Test(
    arguments: [
      (nil, ["self-harm-unanswered"]), (0, []), (1, ["self-harm-answer"]),
      (2, ["self-harm-answer"]), (3, ["self-harm-answer"]),
    ] as [(Int?, [String])])
  func `each answer to item 9 raises its signal, whatever the total`(
    ninth: Int?, expected: [String]
  ) throws {
    for others in [0, 3] {
      #expect(try rules("phq9", SignalFixture.nine(ninth, others: others)) == expected)
    }
  }

  @Test func `an answer is seen even where the form cannot be scored`() throws {
    #expect(try rules("phq9", ["q9": 1]) == ["self-harm-answer"])
    #expect(try rules("phq9", ["q9": 1, "nonsense": 4]) == ["self-harm-answer"])
    #expect(try rules("phq9", ["q9": 99]) == ["self-harm-answer"])
  }

  @Test func `a total alone leaves the answer unknown`() throws {
    var fixture = try SignalFixture()
    let signal = try #require(
      SafetySignals.derive(from: fixture.total("phq9", 3), using: fixture.knowledge).first)
    #expect(signal.rule == "self-harm-unanswered" && signal.finding == .unknown)
    #expect(signal.causes.first?.words.contains("unknown (not answered)") == true)
  }

  @Test(
    arguments: [
      ("phq9", 24, "self-harm-unanswered"), ("phq9", 25, "self-harm-answer"),
      ("phq9", 27, "self-harm-answer"), ("madrs", 57, "self-harm-item-other-scale-unanswered"),
      ("madrs", 58, "self-harm-item-other-scale"),
      ("qids-sr16", 25, "self-harm-item-other-scale-unanswered"),
      ("qids-sr16", 26, "self-harm-item-other-scale"), ("madrs-s", 40, "self-harm-answer-not-kept"),
    ] as [(InstrumentID, Double, String)])
  func `a total that cannot be reached without the answer shows it`(
    instrument: InstrumentID, total: Double, expected: String
  ) throws {
    var fixture = try SignalFixture()
    let entry = try fixture.total(instrument, total)
    let found = SafetySignals.derive(from: entry, using: fixture.knowledge)
      .filter { $0.kind == .safety }
    #expect(found.map { $0.rule?.rawValue } == [expected])
    let isKnown = ["self-harm-answer", "self-harm-item-other-scale"].contains(expected)
    #expect((found.first?.finding == .seen) == isKnown)
  }

  @Test(
    arguments: [
      ("core10", "q6", 1), ("qids-sr16", "q12", 2), ("madrs", "q10", 4), ("hdrs17", "q3", 2),
    ] as [(InstrumentID, ItemID, Int)])
  func `the item of another scale counts from its threshold, and is unknown when skipped`(
    instrument: InstrumentID, item: ItemID, threshold: Int
  ) throws {
    let own = instrument == "core10"
    let positive = own ? "self-harm-answer" : "self-harm-item-other-scale"
    let unknown = own ? "self-harm-unanswered" : "self-harm-item-other-scale-unanswered"
    #expect(try rules(instrument, [item: threshold]) == [positive])
    #expect(try rules(instrument, [item: threshold - 1]) == [])
    #expect(try rules(instrument, ["q1": 0]) == [unknown])
  }

  /// 0 no, 1 yes, 2 not answered: all 2,187 ways to answer seven questions, held against the level
  /// worked out by hand from the table of decisions in words.
  @Test func `every way to answer the suicide screen raises what the table says`() throws {
    let knowledge = try SignalFixture().knowledge
    let items: [ItemID] = ["q1", "q2", "q3", "q4", "q5", "q6", "q6recent"]
    var seen: [String: Int] = [:]
    for code in 0..<2_187 {
      var rest = code
      var answers: [ItemID: Int] = [:]
      for item in items {
        if rest % 3 < 2 { answers[item] = rest % 3 }
        rest /= 3
      }
      let form = try Response(instrument: "cssrs-screener", content: .answers(answers))
      let signals = SafetySignals.derive(from: .sample(.response(form)), using: knowledge)
      let expected = Self.expected(answers)
      #expect(signals.compactMap { $0.rule?.rawValue } == expected, "\(answers)")
      #expect(signals.allSatisfy { ($0.finding == .unknown) == ($0.rule == Self.open) })
      seen[expected.first ?? "none", default: 0] += 1
    }
    #expect(seen.count == 5)
  }

  private static let open: SignalRuleID = "suicide-screen-unanswered"

  private static func expected(_ answers: [ItemID: Int]) -> [String] {
    func yes(_ items: ItemID...) -> Bool { items.contains { answers[$0] == 1 } }
    if yes("q4", "q5", "q6recent") { return ["suicide-screen-high"] }
    if yes("q3", "q6") { return ["suicide-screen-moderate"] }
    if yes("q1", "q2") { return ["suicide-screen-low"] }
    var needed: [ItemID] = ["q1", "q2", "q6"]
    if answers["q2"] != 0 { needed += ["q3", "q4", "q5"] }
    if answers["q6"] != 0 { needed.append("q6recent") }
    return needed.allSatisfy { answers[$0] == 0 } ? [] : [open.rawValue]
  }

  @Test func `a band that could be higher says which answers are missing`() throws {
    var fixture = try SignalFixture()
    let entry = try fixture.form("cssrs-screener", ["q1": 1, "q2": 1])
    let signal = try #require(
      SafetySignals.derive(from: entry, using: fixture.knowledge).first)
    #expect(signal.rule == "suicide-screen-low")
    #expect(signal.causes[0].words.contains("or higher, not answered: q4, q5, q6recent, q3, q6"))
  }

  @Test(
    arguments: [
      ("asrm", 5, nil), ("asrm", 6, "mania-score"), ("ymrs", 12, nil), ("ymrs", 13, "mania-score"),
      ("ymrs", 19, "mania-score"), ("ymrs", 20, "mania-score-high"), ("ymrs", 61, nil),
    ] as [(InstrumentID, Double, String?)])
  func `a mania scale counts from its cut-off, and once`(
    instrument: InstrumentID, total: Double, expected: String?
  ) throws {
    var fixture = try SignalFixture()
    let entry = try fixture.total(instrument, total)
    let found = SafetySignals.derive(from: entry, using: fixture.knowledge)
    #expect(found.map { $0.rule?.rawValue } == [expected].compactMap(\.self))
  }

  @Test func `an instrument that is not known raises nothing and breaks nothing`() throws {
    #expect(try rules("nobody-knows", ["q9": 3]) == [])
  }

  @Test func `the same entry gives the same signal by whatever way it came`() throws {
    var fixture = try SignalFixture()
    let entry = try fixture.form("phq9", SignalFixture.nine(2))
    let alone = SafetySignals.derive(from: entry, using: fixture.knowledge)
    let accepted = SafetySignals.derive(
      from: entry.recorded(at: SignalFixture.instant(day: 9)), using: fixture.knowledge)
    let imported = Entry(
      id: entry.id, patient: entry.patient, author: .imported(source: try Name("a file")),
      occurred: entry.occurred, fact: entry.fact)
    #expect(alone == accepted && alone == fixture.signals)
    #expect(SafetySignals.derive(from: imported, using: fixture.knowledge) == alone)
    #expect(alone.count == 1)
  }
}
