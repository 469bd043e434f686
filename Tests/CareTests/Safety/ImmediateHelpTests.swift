import Care
import Knowledge
import PatientRecord
import TestKit
import Testing

/// What a person is shown at once after an answer about self-harm.
@Suite struct ImmediateHelpTests {
  @Test(arguments: [(nil, false), (0, false), (1, true), (3, true)] as [(Int?, Bool)])
  func `help follows from the one entry, without a history`(ninth: Int?, isThere: Bool) throws {
    var fixture = try SignalFixture()
    let entry = try fixture.form("phq9", SignalFixture.nine(ninth))
    let help = try ImmediateHelp(after: entry, knowledge: fixture.knowledge)
    #expect((help != nil) == isThere)
  }

  @Test func `it names the country's numbers, and going on is always a choice`() throws {
    var fixture = try SignalFixture()
    let entry = try fixture.form("phq9", SignalFixture.nine(2))
    let help = try #require(
      try ImmediateHelp(after: entry, country: "GB", knowledge: fixture.knowledge))
    #expect(help.text.contains("call 999 now, or Samaritans, 116 123."))
    #expect(help.choices.map(\.action) == [.call, .write, .plan, .team, .continue])
    #expect(help.contacts.first?.kind == .emergency)
    #expect(help.notWatched == "This app is not monitored 24/7.")
  }

  @Test(arguments: [nil, "XX"] as [String?])
  func `without a known country it uses general words and never a number`(
    country: String?
  ) throws {
    var fixture = try SignalFixture()
    let entry = try fixture.form("phq9", SignalFixture.nine(2))
    let help = try #require(
      try ImmediateHelp(after: entry, country: country, knowledge: fixture.knowledge))
    #expect(help.text.contains("call your local emergency number now"))
    #expect(help.text.contains("findahelpline.com"))
    #expect(!help.text.contains("{") && !help.text.contains(#/[0-9]{3}/#))
  }

  @Test func `it holds no urgency, no level and no word of risk`() throws {
    var fixture = try SignalFixture()
    let entry = try fixture.form("cssrs-screener", ["q1": 1, "q2": 1, "q4": 1, "q6": 0])
    let help = try #require(try ImmediateHelp(after: entry, knowledge: fixture.knowledge))
    let words = String(describing: help).lowercased()
    for word in ["urgen", "risk", "high", "moderate", "signal", "score", "rule"] {
      #expect(!words.contains(word), "\(word)")
    }
  }

  @Test func `a rating by somebody else is not answered to the person`() throws {
    let knowledge = try SignalFixture().knowledge
    for rater in [Response.Rater.clinician, .other] {
      let form = try Response(
        instrument: "hdrs17", content: .answers(["q3": 4]), rater: rater)
      let entry = Entry.sample(.response(form))
      #expect(SafetySignals.derive(from: entry, using: knowledge).count == 1)
      #expect(try ImmediateHelp(after: entry, knowledge: knowledge) == nil)
    }
  }

  @Test func `a symptom the person wrote down has words of its own`() throws {
    var fixture = try SignalFixture()
    let entry = try fixture.symptom("self-harm", day: 0)
    let help = try #require(try ImmediateHelp(after: entry, knowledge: fixture.knowledge))
    #expect(help.text.hasPrefix("You wrote down"))
    let other = try fixture.symptom("dizziness", day: 0)
    #expect(try ImmediateHelp(after: other, knowledge: fixture.knowledge) == nil)
  }
}
