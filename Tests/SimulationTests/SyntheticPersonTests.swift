import Inference
import JSON
import Knowledge
import PatientRecord
import Simulation
import TestKit
import Testing
import Time

@Suite struct SyntheticPersonTests {
  private let knowledge: Knowledge

  init() throws { knowledge = try .bundled() }

  private func person(
    seed: UInt64 = 1, days: Int = 120, from day: String = "2026-01-05",
    in zone: String = "Europe/Berlin", missing: Double = 0.18
  ) throws -> SyntheticPerson {
    try SyntheticPerson(
      SyntheticPerson.Settings(
        days: days, firstDay: try #require(Day(day)), zone: try #require(Zone(zone)), seed: seed,
        missing: missing))
  }

  private func checkIns(_ entries: [Entry]) -> [Entry] {
    entries.filter { $0.fact.kind == .checkIn }
  }

  /// Days since the first one on which entries were true, where the person lives.
  private func days(of entries: [Entry], _ person: SyntheticPerson) -> [Int] {
    entries.map {
      person.settings.zone.day(at: $0.occurred.start).days(since: person.settings.firstDay)
    }
  }

  @Test func `a seed gives one record, and another seed another`() throws {
    let one = try person(seed: 7)
    let other = try person(seed: 8)
    #expect(try person(seed: 7).entries(knowledge: knowledge) == one.entries(knowledge: knowledge))
    #expect(try person(seed: 7).severity == one.severity)
    #expect(try other.entries(knowledge: knowledge) != one.entries(knowledge: knowledge))
    #expect(other.severity != one.severity)
  }

  @Test func `days and missing are held within their range`() throws {
    let settings = { (days: Int, missing: Double) throws in
      try self.person(days: days, missing: missing).settings
    }
    #expect(try settings(-5, 0).days == 14)
    #expect(try settings(13, 0).days == 14)
    #expect(try settings(100, 0.5).days == 100)
    #expect(try settings(.max, 0).days == 3_660)
    #expect(try settings(14, -1).missing == 0)
    #expect(try settings(14, 0.5).missing == 0.5)
    #expect(try settings(14, 2).missing == 0.9)
    #expect(try settings(14, .nan).missing == 0)
    #expect(try settings(14, .infinity).missing == 0)
  }

  @Test(arguments: [14, 15, 200])
  func `severity is known for each day and lies between none and the worst`(days: Int) throws {
    let severity = try person(days: days).severity
    #expect(severity.count == days)
    #expect(severity.allSatisfy { (0...1).contains($0) })
  }

  @Test(arguments: UInt64(1)...5)
  func `the record survives its codec and folds without a remark`(seed: UInt64) throws {
    let entries = try person(seed: seed).entries(knowledge: knowledge)
    for (index, entry) in entries.enumerated() {
      let line = try RecordCodec.encode(entry)
      #expect(try RecordCodec.decode(line: line, number: index + 1) == entry)
    }
    let patients = Chart.patients(in: entries)
    #expect(patients.count == 1)
    let chart = Chart(entries: entries, patient: patients[0], knowledge: knowledge)
    #expect(chart.problems == [])
    #expect(chart.entries.count == entries.count)
    #expect(Set(entries.map(\.id)).count == entries.count)
    #expect(entries.map(\.occurred.start) == entries.map(\.occurred.start).sorted())
  }

  @Test func `a questionnaire is answered every fourteenth day`() throws {
    let person = try person(days: 100)
    let responses = try person.entries(knowledge: knowledge).filter { $0.fact.kind == .response }
    #expect(days(of: responses, person) == [0, 14, 28, 42, 56, 70, 84, 98])
  }

  // 3 standard errors of a share: 3 √(p (1 − p) / n).
  @Test(arguments: [0, 0.18, 0.5, 0.9])
  func `the share of days without a check-in is the one asked for`(missing: Double) throws {
    let person = try person(seed: 3, days: 1_500, missing: missing)
    let answered = checkIns(try person.entries(knowledge: knowledge)).count
    let share = 1 - Double(answered) / 1_500
    let error = (missing * (1 - missing) / 1_500).squareRoot()
    #expect(abs(share - missing) <= 3 * error)
  }

  @Test func `treatment lowers severity, and nothing does before it`() throws {
    var effects: [Double] = []
    var drifts: [Double] = []
    for seed in UInt64(1)...40 {
      let person = try person(seed: seed, days: 160)
      let start = person.treatmentStart
      #expect(start == 40)
      let before = mean(person.severity[..<start])
      // Treatment has its full effect after 56 days.
      effects.append(mean(person.severity[(start + 56)...]) - before)
      drifts.append(
        mean(person.severity[(start / 2)..<start]) - mean(person.severity[..<(start / 2)]))
    }
    #expect(mean(effects[...]) < -0.2)
    #expect(mean(effects[...]) < -3 * standardError(effects))
    #expect(abs(mean(drifts[...])) < 3 * standardError(drifts))
    #expect(abs(mean(drifts[...])) < 0.1)
  }

  private func mean(_ values: ArraySlice<Double>) -> Double {
    values.reduce(0, +) / Double(values.count)
  }

  private func standardError(_ values: [Double]) -> Double {
    let middle = mean(values[...])
    let squares = values.reduce(0) { $0 + ($1 - middle) * ($1 - middle) }
    return (squares / Double(values.count - 1) / Double(values.count)).squareRoot()
  }

  // Clocks in Berlin went forward on 2026-03-29 and back on 2026-10-25; those of Lord Howe by half
  // an hour on 2026-04-05.
  @Test(arguments: [
    ("2026-03-16", "Europe/Berlin"), ("2026-10-12", "Europe/Berlin"),
    ("2026-03-23", "Australia/Lord_Howe"), ("2026-03-16", "UTC"),
  ])
  func `each day has one check-in, in its own evening, when clocks change`(
    day: String, zone: String
  ) throws {
    let person = try person(days: 28, from: day, in: zone, missing: 0)
    let entries = try person.entries(knowledge: knowledge)
    #expect(days(of: checkIns(entries), person) == Array(0..<28))
    #expect(days(of: entries.filter { $0.fact.kind == .sleep }, person) == Array(0..<28))
    for entry in checkIns(entries) {
      let hour =
        Double(
          person.settings.zone.localTime(at: entry.occurred.start).millisecondOfDay) / 3_600_000
      #expect((19.5...20.5).contains(hour))
    }
  }
}
