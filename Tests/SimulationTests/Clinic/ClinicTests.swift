import JSON
import Knowledge
import PatientRecord
import Simulation
import Testing
import Time

@Suite struct ClinicTests {
  private let knowledge: Knowledge

  init() throws { knowledge = try .bundled() }

  private func clinic(
    seed: UInt32 = 1, days: Int = 120, from day: String = "2026-01-05", zone: String? = nil,
    staggers: Bool = true, open: Bool = false
  ) throws -> Clinic {
    let zone = try zone.map { try #require(Zone($0)) }
    return try Clinic(
      Clinic.Settings(
        firstDay: try #require(Day(day)), days: days, seed: seed, zone: zone,
        staggersIntake: staggers, leavesSignalsOpen: open), knowledge: knowledge)
  }

  @Test func `seed and number decide a person, whoever else is there`() throws {
    let clinic = try clinic()
    let alone = try clinic.person(17)
    for number in 1...3 { _ = try clinic.person(number) }
    #expect(try clinic.person(17) == alone)
    #expect(try self.clinic().person(17) == alone)
    #expect(try clinic.person(18).entries.map(\.fact) != alone.entries.map(\.fact))
    #expect(try self.clinic(seed: 2).person(17).entries.map(\.fact) != alone.entries.map(\.fact))
  }

  @Test func `a longer clinic begins like a shorter one`() throws {
    let short = try clinic(days: 240, staggers: false).person(4).entries.map(\.fact)
    let long = try clinic(days: 300, staggers: false).person(4).entries.map(\.fact)
    // Not the last days: what is told of later may be of a day that the shorter one does not have.
    #expect(short.prefix(100) == long.prefix(100))
  }

  @Test func `every kind of entry is there in a clinic of moderate size`() throws {
    let clinic = try clinic(days: 364)
    var tally = ClinicTally()
    for number in 1...40 { tally.add(try clinic.person(number).tally) }
    let missing = Fact.Kind.allCases.filter { (tally.entries[$0] ?? 0) == 0 }
    #expect(missing == [], "none is left out on purpose")
    #expect(tally.people == 40)
    #expect(tally.leavers > 0)
    #expect(tally.relapses > 0)
    #expect(tally.safetyAnswers >= tally.peopleWithSafetyAnswers)
    #expect(tally.peopleWithSafetyAnswers > 0)
  }

  @Test(arguments: 1...12)
  func `a record survives its codec and folds without a remark`(number: Int) throws {
    let person = try clinic(days: 300).person(number)
    let encoder = EntryEncoder()
    for (index, entry) in person.entries.enumerated() {
      let line = try RecordCodec.encode(entry)
      #expect(try RecordCodec.decode(line: line, number: index + 1) == entry)
      var bytes: [UInt8] = []
      try encoder.encode(entry, to: &bytes)
      #expect(bytes == Array(try RecordCodec.json(of: entry).text().utf8))
    }
    let chart = Chart(entries: person.entries, patient: person.patient, knowledge: knowledge)
    #expect(chart.problems == [])
    #expect(Set(person.entries.map(\.id)).count == person.entries.count)
    let starts = person.entries.map(\.occurred.start)
    #expect(starts == starts.sorted())
  }

  @Test func `every answer that signals is answered within the day, unless it is asked to wait`()
    throws
  {
    for (number, isOpen) in [(1, false), (2, false), (3, true), (4, true), (5, true), (6, true)] {
      let person = try clinic(days: 100, open: isOpen).person(number)
      var closed: [EntryID: Instant] = [:]
      for entry in person.entries {
        if case .acknowledgement(let step) = entry.fact, step.action == .closed {
          closed[step.signal] = entry.occurred.start
        }
      }
      let signals = person.entries.filter {
        if case .signal(let signal) = $0.fact { signal.kind == .safety } else { false }
      }
      #expect(signals.count == person.tally.safetyAnswers)
      #expect(signals.filter { closed[$0.id] == nil }.count == person.tally.openSignals)
      if !isOpen { #expect(person.tally.openSignals == 0) }
      for signal in signals {
        guard let end = closed[signal.id] else { continue }
        #expect(end.days(since: signal.occurred.start) < 0.25)
      }
    }
  }

  @Test func `signals carry the identifier that a store derives for them`() throws {
    let clinic = try clinic(days: 200)
    var found = 0
    for number in 1...8 {
      for entry in try clinic.person(number).entries {
        guard case .signal(let signal) = entry.fact, signal.kind == .safety,
          let form = signal.causes.first, let rule = signal.rule
        else { continue }
        found += 1
        #expect(entry.id == EntryID(following: form, as: rule.text))
        #expect(knowledge.safety.rules.contains { $0.id.rawValue == rule.text })
      }
    }
    #expect(found > 0)
  }

  /// Clocks go forward in Berlin on 2026-03-29 and back on 2026-10-25.
  @Test(arguments: ["2026-03-16", "2026-10-12"])
  func `hours of the day stay where they are when clocks change`(first: String) throws {
    let clinic = try clinic(days: 28, from: first, zone: "Europe/Berlin", staggers: false)
    var hours: [Int: [Int]] = [:]
    for number in 1...25 {
      for entry in try clinic.person(number).entries where entry.fact.kind == .checkIn {
        let local = entry.occurred.zone.localTime(at: entry.occurred.start)
        let week = local.day.days(since: clinic.settings.firstDay) / 14
        hours[week, default: []].append(local.clock.hour * 60 + local.clock.minute)
      }
    }
    let means = try (0...1).map { week in
      let minutes = try #require(hours[week])
      return Double(minutes.reduce(0, +)) / Double(minutes.count)
    }
    #expect(abs(means[0] - means[1]) < 20)
    #expect((1140...1290).contains(means[0]))
  }

  @Test func `visits are on working days, and people live in several zones`() throws {
    let clinic = try clinic()
    var zones: Set<String> = []
    for number in 1...30 {
      for entry in try clinic.person(number).entries {
        zones.insert(entry.occurred.zone.identifier)
        guard case .session = entry.fact else { continue }
        let local = entry.occurred.zone.localTime(at: entry.occurred.start)
        #expect(local.day.weekday < 5)
        #expect((8...18).contains(local.clock.hour))
      }
    }
    #expect(zones.count >= 3)
  }

  @Test func `nothing lies before the first day or after the last`() throws {
    for days in [14, 60, 200] {
      let clinic = try clinic(days: days, zone: "America/New_York")
      for number in 1...6 {
        for entry in try clinic.person(number).entries {
          let day = entry.occurred.zone.day(at: entry.occurred.start)
          let number = day.days(since: clinic.settings.firstDay)
          #expect((0..<days).contains(number), "\(entry.fact.kind)")
        }
      }
    }
  }

  @Test func `days are held within their range and numbers name people`() throws {
    #expect(try clinic(days: -5).settings.days == 14)
    #expect(try clinic(days: .max).settings.days == 3_660)
    #expect(Clinic.patient(17) == "invented-000017")
    #expect(Clinic.patient(1_000_000) == "invented-1000000")
  }

  @Test func `knowledge without what a clinic needs is refused by name`() throws {
    let first = try #require(Day("2026-01-05"))
    let documents = try KnowledgeDocument.bundled()
      .filter { !$0.name.hasPrefix("item-parameters/") }
    let lacking = try Knowledge(documents: documents)
    let error = #expect(throws: FieldError.self) {
      try Clinic(Clinic.Settings(firstDay: first, days: 60, seed: 1), knowledge: lacking)
    }
    #expect(error?.reason.contains("a clinic needs one") == true)
  }
}
