import Care
import JSON
import Knowledge
import PatientRecord
import TestKit
import Testing
import Time

@Suite struct SharedDecisionTests {
  private func full() throws -> Decision {
    try Decision(
      about: Name("Next step"), outcome: .accepted, reason: FreeText("It fits my days"),
      isShared: true,
      options: [
        .init(name: Name("Talking treatment"), basis: FreeText("A guideline names it first")),
        .init(name: Name("Wait"), basis: FreeText("Some get better alone")),
      ], choice: Name("Talking treatment"), participants: [Name("patient"), Name("clinician")],
      disagreement: FreeText("A relative would rather wait"), reviewOn: Day("2026-04-01"))
  }

  @Test func `a full decision lacks nothing and is due on its day`() throws {
    let decision = try #require(SharedDecision(.sample(.decision(try full()))))
    #expect(decision.notRecorded == [])
    #expect(decision.isReviewDue(on: try #require(Day("2026-03-31"))) == .recorded(false))
    #expect(decision.isReviewDue(on: try #require(Day("2026-04-01"))) == .recorded(true))
  }

  @Test func `what is not recorded is listed, never assumed`() throws {
    let bare = try Decision(about: Name("Next step"), outcome: .accepted)
    let decision = try #require(SharedDecision(.sample(.decision(bare))))
    #expect(decision.notRecorded == SharedDecision.Point.allCases)
    #expect(decision.isReviewDue(on: decision.day) == .notRecorded)
    let declined = try Decision(about: Name("Next step"), outcome: .declined)
    #expect(
      SharedDecision(.sample(.decision(declined)))?.notRecorded.contains(.choice) == false)
  }

  @Test func `a choice that is none of the options is refused, and an option twice`() throws {
    #expect(throws: FieldError.self) {
      try Decision(
        about: Name("x"), outcome: .accepted, options: [.init(name: Name("a"))], choice: Name("b"))
    }
    #expect(throws: FieldError.self) {
      try Decision(
        about: Name("x"), outcome: .accepted,
        options: [.init(name: Name("a")), .init(name: Name("a"))])
    }
  }

  @Test func `a decision is read back as it was written, and an old one too`() throws {
    for decision in [try full(), try Decision(about: Name("x"), outcome: .deferred)] {
      let entry = Entry.sample(.decision(decision))
      let text = try RecordCodec.encode(entry)
      #expect(try RecordCodec.decode(line: text, number: 1) == entry)
      #expect(text.contains("options") == !decision.options.isEmpty)
    }
  }

  @Test func `only decisions are read, the latest first`() throws {
    var fixture = try SignalFixture()
    fixture.add(.decision(try Decision(about: Name("first"), outcome: .accepted)), day: 0)
    try fixture.form("phq9", SignalFixture.nine(0), day: 1)
    fixture.add(.decision(try Decision(about: Name("second"), outcome: .deferred)), day: 2)
    #expect(
      SharedDecision.all(in: fixture.chart).map(\.decision.about.text) == ["second", "first"])
  }
}
