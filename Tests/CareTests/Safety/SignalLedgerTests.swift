import Care
import Knowledge
import PatientRecord
import TestKit
import Testing

/// One list of derived and recorded signals, and how each stands.
@Suite struct SignalLedgerTests {
  @Test(arguments: Acknowledgement.Action.allCases)
  func `only a closing acknowledgement closes a signal`(action: Acknowledgement.Action) throws {
    var fixture = try SignalFixture()
    try fixture.form("phq9", SignalFixture.nine(1))
    let id = try #require(fixture.signals.first?.id)
    fixture.acknowledge(id, action, day: 1)
    let signal = try #require(fixture.signals.first)
    #expect(signal.id == id && signal.responses.map(\.action) == [action])
    #expect(signal.isOpen == (action != .closed))
  }

  @Test func `only a member of the care team closes a signal`() throws {
    let source = try Name("a file")
    for author in [Author.patient, .device(source), .imported(source: source)] {
      var fixture = try SignalFixture()
      try fixture.form("phq9", SignalFixture.nine(2))
      let id = try #require(fixture.signals.first?.id)
      fixture.acknowledge(id, .closed, day: 1, by: author)
      #expect(fixture.open == ["self-harm-answer"], "\(author)")
      fixture.acknowledge(id, .closed, day: 2)
      #expect(fixture.open == [])
    }
  }

  @Test func `a new positive answer opens anew`() throws {
    var fixture = try SignalFixture()
    try fixture.form("phq9", SignalFixture.nine(1), day: 0)
    fixture.acknowledge(try #require(fixture.signals.first?.id), .closed, day: 1)
    #expect(fixture.open == [])
    try fixture.form("phq9", SignalFixture.nine(1), day: 7)
    #expect(fixture.open == ["self-harm-answer"])
    #expect(fixture.signals.count == 2)
  }

  @Test func `a withdrawn acknowledgement leaves the signal open`() throws {
    var fixture = try SignalFixture()
    try fixture.form("phq9", SignalFixture.nine(1))
    let action = fixture.acknowledge(
      try #require(fixture.signals.first?.id), .closed, day: 1)
    fixture.add(
      .void(Withdrawal(entry: action.id, reason: try FreeText("wrong person"))), day: 2)
    #expect(fixture.open == ["self-harm-answer"])
  }

  @Test func `a corrected answer stays visible, marked, and the correction speaks for itself`()
    throws
  {
    var fixture = try SignalFixture()
    let first = try fixture.form("phq9", SignalFixture.nine(2))
    let second = try fixture.form("phq9", SignalFixture.nine(0), day: 1, supersedes: 1)
    #expect(fixture.open == [])
    #expect(fixture.signals.map(\.standing) == [.corrected(by: second.id)])
    #expect(fixture.signals.first?.causes.first?.entry == first.id)
    try fixture.form("phq9", SignalFixture.nine(3), day: 2, supersedes: 2)
    #expect(fixture.open == ["self-harm-answer"])
    #expect(fixture.signals.count == 2)
  }

  @Test func `a withdrawn answer stays visible with the reason`() throws {
    var fixture = try SignalFixture()
    let entry = try fixture.form("phq9", SignalFixture.nine(2))
    let void = fixture.add(
      .void(Withdrawal(entry: entry.id, reason: try FreeText("wrong person"))), day: 1)
    #expect(
      fixture.signals.map(\.standing) == [.withdrawn(by: void.id, reason: "wrong person")])
  }

  @Test func `a later answer settles a skipped question, a later skip does not`() throws {
    var fixture = try SignalFixture()
    try fixture.form("phq9", SignalFixture.nine(nil), day: 0)
    try fixture.total("phq9", 4, day: 3)
    #expect(fixture.open == ["self-harm-unanswered", "self-harm-unanswered"])
    try fixture.form("phq9", SignalFixture.nine(0), day: 7)
    #expect(fixture.open == [])
    let day = fixture.chart.lastDay
    #expect(
      day != nil && fixture.signals.allSatisfy { $0.standing == day.map { .answeredLater(on: $0) } }
    )
  }

  @Test func `nothing but an acknowledgement settles a positive answer`() throws {
    var fixture = try SignalFixture()
    try fixture.form("phq9", SignalFixture.nine(1), day: 0)
    try fixture.form("phq9", SignalFixture.nine(0), day: 7)
    #expect(fixture.open == ["self-harm-answer"])
  }

  @Test func `a complete screen settles an incomplete one`() throws {
    var fixture = try SignalFixture()
    try fixture.form("cssrs-screener", ["q1": 0], day: 0)
    #expect(fixture.open == ["suicide-screen-unanswered"])
    try fixture.form("cssrs-screener", ["q1": 0, "q2": 0], day: 1)
    #expect(fixture.open.count == 2)
    try fixture.form("cssrs-screener", ["q1": 0, "q2": 0, "q6": 0], day: 2)
    #expect(fixture.open == [])
  }

  @Test(arguments: [true, false])
  func `a recorded signal of the same rule and entry is the same signal`(
    byIdentifier: Bool
  ) throws {
    var fixture = try SignalFixture()
    let entry = try fixture.form("phq9", SignalFixture.nine(1))
    let derived = try #require(fixture.signals.first)
    let fact = Signal(
      kind: .safety, urgency: .now, summary: try FreeText("Item 9"),
      causes: byIdentifier ? [] : [entry.id], rule: try Name("self-harm-answer"))
    let recorded = Entry(
      id: byIdentifier ? derived.id : .sample(77), patient: .sample, author: .patient,
      occurred: entry.occurred, fact: .signal(fact))
    fixture.entries.append(recorded)
    #expect(fixture.signals.map(\.id) == [derived.id])
    fixture.acknowledge(recorded.id, .closed, day: 1)
    #expect(fixture.open == [] && fixture.signals.count == 1)
  }

  @Test func `a signal that somebody recorded stands beside the derived ones`() throws {
    var fixture = try SignalFixture()
    try fixture.form("phq9", SignalFixture.nine(1))
    fixture.add(
      .signal(Signal(kind: .other, urgency: .now, summary: try FreeText("A worried call"))), day: 1)
    #expect(fixture.signals.map(\.title).last == "A worried call")
    let own = try #require(fixture.signals.last)
    #expect(own.rule == nil && own.deadline == .ownProtocol && own.readers == [])
    fixture.acknowledge(own.id, .closed, day: 2)
    #expect(fixture.open == ["self-harm-answer"])
  }

  @Test func `open ones come first, then the more urgent, then the oldest`() throws {
    var fixture = try SignalFixture()
    try fixture.total("asrm", 9, day: 0)
    try fixture.form("phq9", SignalFixture.nine(1), day: 5)
    try fixture.form("phq9", SignalFixture.nine(nil), day: 1)
    try fixture.form("phq9", SignalFixture.nine(2), day: 3)
    try fixture.form("phq9", SignalFixture.nine(3), day: -9)
    let closed = try #require(fixture.signals.first)
    fixture.acknowledge(closed.id, .closed, day: 6)
    #expect(
      fixture.signals.map { $0.rule?.rawValue } == [
        "self-harm-answer", "self-harm-answer", "mania-score", "self-harm-answer",
        "self-harm-unanswered",
      ])
    let days = fixture.signals.prefix(2).map(\.day)
    #expect(days == days.sorted())
  }

  @Test func `identifiers differ between entries and rules, and never change`() throws {
    let entry = EntryID.sample(1)
    let names = ["a", "b", "ab", ""].map { EntryID(following: entry, as: $0) }
    #expect(Set(names + [EntryID(following: .sample(2), as: "a"), entry]).count == 6)
    #expect(names[0] == EntryID(following: entry, as: "a"))
    #expect(names.allSatisfy { $0.instant == entry.instant })
    #expect(EntryID(names[0].description) == names[0])
  }

  @Test func `what is done about a derived signal is no problem of the record`() throws {
    var fixture = try SignalFixture()
    try fixture.form("phq9", SignalFixture.nine(1))
    fixture.acknowledge(try #require(fixture.signals.first?.id), .seen, day: 1)
    fixture.acknowledge(.sample(99), .seen, day: 1)
    let review = Review(
      of: fixture.chart, at: SignalFixture.instant(day: 2), using: fixture.knowledge)
    let gaps = review.parts.compactMap { part -> GapsPart? in
      if case .gaps(let gaps) = part { gaps } else { nil }
    }
    #expect(gaps.first?.problems.count == 1)
  }

  @Test func `the order of the entries changes nothing`() throws {
    var fixture = try SignalFixture()
    try fixture.dose("sertraline", 100, day: -60)
    try fixture.dose("sertraline", 50, day: 0)
    for (day, name) in ["dizziness", "zaps", "nausea", "tremor", "hyperreflexia"].enumerated() {
      try fixture.symptom(name, day: day + 1)
    }
    try fixture.form("phq9", SignalFixture.nine(2, others: 2), day: 3)
    let expected = fixture.signals
    fixture.entries = fixture.entries.reversed() + fixture.entries
    #expect(fixture.signals == expected && !expected.isEmpty)
  }
}
