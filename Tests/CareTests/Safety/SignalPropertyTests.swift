import Care
import Knowledge
import PatientRecord
import TestKit
import Testing

/// What holds for every record, held against random ones of every kind of fact.
@Suite struct SignalPropertyTests {
  @Test(arguments: [1, 2, 3, 4] as [UInt64])
  func `any record gives each signal once, the same in any order, open ones first`(
    seed: UInt64
  ) throws {
    let knowledge = try SignalFixture().knowledge
    var source = RandomEntries(seed: seed)
    let entries = try source.entries(400)
    let chart = Chart(entries: entries, patient: "person-1", knowledge: knowledge)
    let signals = SafetySignals.derive(from: chart, using: knowledge)
    #expect(Set(signals.map(\.id)).count == signals.count)
    #expect(signals.map(\.isOpen) == signals.map(\.isOpen).sorted { $0 && !$1 })
    #expect(signals.contains { $0.rule == nil })
    let again = Chart(entries: entries.reversed(), patient: "person-1", knowledge: knowledge)
    #expect(SafetySignals.derive(from: again, using: knowledge) == signals)
  }

  @Test func `an entry beside it changes no answer's signal, and never closes one`() throws {
    let knowledge = try SignalFixture().knowledge
    var source = RandomEntries(seed: 9)
    let form = try Response(instrument: "phq9", content: .answers(["q9": 1]))
    let positive = Entry.sample(.response(form), 500)
    let alone = SafetySignals.derive(from: positive, using: knowledge)
    for kind in Fact.Kind.allCases {
      let other = try source.entry(kind)
      let chart = Chart(
        entries: [positive, other], patient: .sample, knowledge: knowledge)
      let found = SafetySignals.derive(from: chart, using: knowledge)
        .filter { $0.rule == "self-harm-answer" && $0.causes[0].entry == positive.id }
      #expect(found == alone, "\(kind)")
    }
  }
}
