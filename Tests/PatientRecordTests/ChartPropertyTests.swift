import Knowledge
import PatientRecord
import TestKit
import Testing

@Suite struct ChartPropertyTests {
  @Test(arguments: UInt64(1)...25)
  func `neither order nor repetition of entries matters`(seed: UInt64) throws {
    let knowledge = try Knowledge.bundled()
    var random = SeededRandom(seed: seed)
    var source = RandomEntries(seed: seed)
    var entries = try source.entries(130)
    // Some identifiers are used for two different entries.
    for index in 1..<4 { entries.append(conflicting(entries[index], with: entries[index + 20])) }
    let chart = Chart(entries: entries, patient: "person-1", knowledge: knowledge)
    for _ in 0..<4 {
      let more = entries + (0..<40).compactMap { _ in entries.randomElement(using: &random) }
      let other = Chart(
        entries: more.shuffled(using: &random), patient: "person-1", knowledge: knowledge)
      expectSame(other, chart, "seed \(seed)")
    }
    #expect(!chart.entries.isEmpty && !chart.history.isEmpty && !chart.problems.isEmpty)
  }

  @Test func `a changed, added or removed entry changes the digest`() throws {
    let knowledge = try Knowledge.bundled()
    var source = RandomEntries(seed: 9)
    let entries = try source.entries(60).filter { $0.patient == "person-1" }
    func digest(_ entries: [Entry]) -> RecordDigest {
      Chart(entries: entries, patient: "person-1", knowledge: knowledge).digest
    }
    let whole = digest(entries)
    var changed = entries
    changed[5] = conflicting(entries[5], with: entries[6])
    #expect(digest(entries.map { $0.recorded(at: nil) }) == whole)
    #expect(digest(changed) != whole)
    #expect(digest(Array(entries.dropFirst())) != whole)
  }

  // FNV-1a of nothing is the offset basis (Fowler, Noll, Vo, Eastlake: draft-eastlake-fnv, §5).
  @Test func `the digest of nothing is the offset basis of FNV`() throws {
    let chart = Chart(entries: [], patient: .sample, knowledge: try .bundled())
    #expect(chart.digest.description == "6c62272e07bb014262b821756295c58d")
  }

  private func conflicting(_ entry: Entry, with other: Entry) -> Entry {
    Entry(
      id: entry.id, patient: entry.patient, author: entry.author, occurred: other.occurred,
      fact: other.fact)
  }

  private func expectSame(_ one: Chart, _ other: Chart, _ comment: Comment) {
    #expect(one.entries == other.entries, comment)
    #expect(one.history == other.history, comment)
    #expect(one.problems == other.problems, comment)
    #expect(one.checkIns == other.checkIns, comment)
    #expect(one.scores == other.scores, comment)
    #expect(one.safetyAnswers == other.safetyAnswers, comment)
    #expect(one.sleep == other.sleep, comment)
    #expect(one.doses == other.doses, comment)
    #expect(one.courses == other.courses, comment)
    #expect(one.phases == other.phases, comment)
    #expect(one.signals == other.signals, comment)
    #expect(one.days == other.days, comment)
    #expect(one.digest == other.digest, comment)
  }
}
