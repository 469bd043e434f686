import Care
import Knowledge
import PatientRecord
import TestKit
import Testing

/// Symptoms after a change of dose, symptoms together, and scores that change.
@Suite struct SymptomSignalTests {
  @Test(arguments: [
    (0, true), (7, true), (8, false), (-1, false),
  ])
  func `a symptom counts within seven days after a lower dose`(day: Int, isRaised: Bool) throws {
    var fixture = try SignalFixture()
    try fixture.dose("sertraline", 100, day: -60)
    try fixture.dose("sertraline", 50, day: 0)
    try fixture.symptom("Dizziness", day: day)
    #expect(fixture.open.contains("symptoms-after-lower-dose") == isRaised)
  }

  @Test(arguments: [(42, true), (43, false)])
  func `a medicine that leaves slowly has its own number of days`(
    day: Int, isRaised: Bool
  ) throws {
    var fixture = try SignalFixture()
    try fixture.dose("Fluoxetine", 20, day: -60)
    try fixture.dose("Fluoxetine", 0, day: 0)
    try fixture.symptom("brain zaps", day: day)
    #expect(fixture.open.contains("symptoms-after-lower-dose") == isRaised)
  }

  @Test func `a higher dose is no reason for withdrawal, and one for activation`() throws {
    var fixture = try SignalFixture()
    try fixture.dose("sertraline", 50, day: 0)
    try fixture.dose("sertraline", 100, day: 28)
    try fixture.symptom("dizziness", day: 30)
    try fixture.symptom("agitation", day: 31)
    #expect(fixture.open == ["activation-after-step"])
  }

  @Test(arguments: [(56, true), (57, false)])
  func `activation counts within eight weeks of a start`(day: Int, isRaised: Bool) throws {
    var fixture = try SignalFixture()
    try fixture.dose("sertraline", 50, day: 0)
    try fixture.symptom("akathisia", day: day)
    #expect(fixture.open.contains("activation-after-step") == isRaised)
  }

  @Test func `what was there before and is no worse raises nothing`() throws {
    var fixture = try SignalFixture()
    try fixture.dose("sertraline", 100, day: -60)
    try fixture.symptom("nausea", .moderate, day: -3)
    try fixture.dose("sertraline", 50, day: 0)
    try fixture.symptom("nausea", .moderate, day: 1)
    #expect(fixture.open == [])
    try fixture.symptom("nausea", .severe, day: 2)
    #expect(fixture.open == ["severe-symptoms-after-lower-dose"])
    try fixture.symptom("nausea", .severe, .resolved, day: 3)
    #expect(fixture.open == ["severe-symptoms-after-lower-dose"])
  }

  @Test func `the fourth symptom after a step raises more than the third`() throws {
    var fixture = try SignalFixture()
    try fixture.dose("sertraline", 100, day: -60)
    try fixture.dose("sertraline", 50, day: 0)
    for (day, name) in ["dizziness", "zaps", "nausea"].enumerated() {
      try fixture.symptom(name, day: day + 1)
    }
    #expect(fixture.open == Array(repeating: "symptoms-after-lower-dose", count: 3))
    try fixture.symptom("vivid dreams", day: 4)
    #expect(fixture.open.first == "many-symptoms-after-lower-dose")
    let signal = try #require(fixture.signals.first)
    #expect(signal.causes.count == 5)
    #expect(signal.causes[1].words.contains("sertraline"))
  }

  @Test func `a stop is a lower dose even where the one before is not recorded`() throws {
    var fixture = try SignalFixture()
    try fixture.dose("Examplomine", 0, day: 0)
    try fixture.symptom("dizziness", day: 1)
    #expect(fixture.open == ["symptoms-after-lower-dose"])
  }

  @Test func `a signal after a step says look and names no cause`() throws {
    var fixture = try SignalFixture()
    try fixture.dose("sertraline", 0, day: 0)
    try fixture.symptom("dizziness", day: 1)
    let look = try #require(fixture.signals.first?.look)
    #expect(look.hasPrefix("Look at withdrawal against relapse"))
  }

  @Test(
    arguments: [
      ["Serotonin syndrome"], ["spontaneous clonus"], ["tremor", "hyperreflexia"],
      ["agitation", "ocular clonus"], ["fever", "hypertonia", "inducible clonus"],
    ])
  func `symptoms that together point to serotonin toxicity raise a signal`(
    names: [String]
  ) throws {
    var fixture = try SignalFixture()
    for (day, name) in names.enumerated() {
      #expect(fixture.open == [])
      try fixture.symptom(name, day: day)
    }
    #expect(fixture.open == ["serotonin-symptoms"])
    #expect(fixture.signals[0].causes.count == names.count)
  }

  @Test func `symptoms too far apart, or gone, are not together`() throws {
    var fixture = try SignalFixture()
    try fixture.symptom("tremor", day: 0)
    try fixture.symptom("hyperreflexia", day: 8)
    #expect(fixture.open == [])
    try fixture.symptom("tremor", .mild, .resolved, day: 9)
    try fixture.symptom("hyperreflexia", day: 10)
    #expect(fixture.open == [])
    try fixture.symptom("tremor", day: 11)
    #expect(fixture.open == ["serotonin-symptoms"])
  }

  @Test func `suicidal thoughts recorded as a symptom count at once, by the entry alone`() throws {
    var fixture = try SignalFixture()
    let entry = try fixture.symptom("Suicidal ideation", .mild, day: 0)
    let found = SafetySignals.derive(from: entry, using: fixture.knowledge)
    #expect(found.map(\.rule) == ["suicidal-thoughts-reported"])
    #expect(found.first?.urgency == .now)
  }

  @Test(arguments: [
    ("Suicidality", true), ("suicidal", true), ("Thoughts of suicide", true),
    ("Self-harm (arm)", true), ("a friend's suicide", false), ("suicidality scale", true),
    ("myself", false), ("dizziness", false),
  ])
  func `words about suicide are found in effects and in events of life`(
    words: String, isRaised: Bool
  ) throws {
    let expected = isRaised ? ["suicidal-thoughts-reported"] : []
    var effects = try SignalFixture()
    try effects.symptom(words, day: 0)
    #expect(effects.open == expected)
    var events = try SignalFixture()
    try events.event(words)
    #expect(events.open == expected)
  }

  @Test(arguments: [("Suicide attempt", true), ("suicidal thoughts", false), ("nausea", false)])
  func `an attempt counts also when it is over`(words: String, isRaised: Bool) throws {
    var fixture = try SignalFixture()
    try fixture.symptom(words, .severe, .resolved, day: 0)
    #expect(fixture.open == (isRaised ? ["suicidal-thoughts-reported"] : []))
  }

  @Test func `a score counts as risen from the one before, not from the first`() throws {
    var fixture = try SignalFixture()
    for (week, total) in [10, 14, 18, 13, 18].enumerated() {
      let answers = SignalFixture.nine(0).merging(["q1": 0]) { first, _ in first }
      var spread = answers
      var left = total
      for number in 1...8 {
        spread[ItemID(rawValue: "q\(number)")] = min(3, max(0, left))
        left -= 3
      }
      try fixture.form("phq9", spread, day: 7 * week)
    }
    #expect(fixture.open == ["depression-score-risen"])
    let signal = try #require(fixture.signals.first)
    #expect(signal.causes.map(\.words) == ["PHQ-9 18", "PHQ-9 13"])
  }

  @Test(arguments: [(23.0, []), (22.0, ["cognition-score-fallen"])])
  func `a fall of the cognitive screen counts from the first score`(
    last: Double, expected: [String]
  ) throws {
    var fixture = try SignalFixture()
    try fixture.total("moca", 26, day: 0)
    try fixture.total("moca", 24, day: 7)
    try fixture.total("moca", last, day: 14)
    #expect(fixture.open == expected)
  }
}
