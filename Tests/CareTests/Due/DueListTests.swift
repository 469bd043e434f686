import Care
import Knowledge
import PatientRecord
import TestKit
import Testing
import Time

/// Stopped, restarted, overlapping, early, elsewhere, planned, and what the record leaves open.
@Suite struct DueListTests {
  @Test func `an empty record has a list that says it knows no place`() throws {
    let list = try DueFixture().list(on: 0)
    #expect(list.place == .notRecorded)
    #expect(list.phase.possible == [.baseline] && list.medicinesNotInCatalogue.isEmpty)
    #expect(list.items.allSatisfy { $0.standing == .due && $0.course == nil })
  }

  @Test func `a calendar ends with its medicine and begins again with it`() throws {
    var record = try DueFixture()
    try record.dose("aripiprazole", 2, on: 0)
    try record.dose("aripiprazole", 0, on: 40)
    #expect(record.days("ada-apa-2004", "weight", on: 20).first == 0...0)
    #expect(
      record.list(on: 41).items.allSatisfy { $0.why != "Metabolic monitoring (ADA and APA, 2004)" })
    try record.dose("aripiprazole", 5, on: 200)
    // The old weight is too old to be the one before the new start.
    try record.measure("weight", on: 28)
    #expect(record.days("ada-apa-2004", "weight", on: 201).prefix(2) == [200...200, 228...228])
  }

  @Test func `overlapping courses ask once, and the one that asks first`() throws {
    var record = try DueFixture()
    try record.dose("aripiprazole", 2, on: 0)
    try record.measure("weight", on: 0)
    try record.dose("olanzapine", 5, on: 14)
    let items = record.list(on: 15).items.filter {
      $0.origin == .calendar("ada-apa-2004", item: "weight")
    }
    #expect(items.count == 1)
    #expect(items.first?.course?.name == "aripiprazole")
    // A weight on day 27 meets week 4 of the first and comes too early for week 4 of the second.
    try record.measure("weight", on: 27)
    #expect(record.item("ada-apa-2004", "weight", on: 28)?.course?.name == "olanzapine")
    #expect(record.days("ada-apa-2004", "weight", on: 28).first == 42...42)
  }

  @Test func `what was done early is not asked for again, and repetition counts from it`() throws {
    var record = try DueFixture()
    try record.dose("lithium", 400, on: 0)
    try record.measure("calcium", on: -20)
    let half = try months(6)
    #expect(record.days("lithium-organs", "calcium", on: 1).first == half...half)
    try record.measure("calcium", on: 100)
    #expect(
      record.item("lithium-organs", "calcium", on: 101)?.time.days?.lowerBound == Day("2026-12-10"))
    // Longer ago than twelve weeks is not before the start.
    var old = try DueFixture()
    try old.dose("lithium", 400, on: 0)
    try old.measure("calcium", on: -90)
    #expect(old.days("lithium-organs", "calcium", on: 1).first == 0...0)
  }

  @Test func `the last doing is named with its entry, whoever recorded it`() throws {
    var record = try DueFixture()
    try record.dose("lithium", 400, on: 0)
    try record.measure("TSH", on: 2)
    let item = try #require(record.item("lithium-organs", "thyroid", on: 3))
    #expect(item.lastDone?.day == DueFixture.day(2))
    #expect(item.lastDone?.entry == record.entries[1].id)
    #expect(item.evidence.certainty == .read && item.evidence.sources.map(\.id) == ["nice-ng222"])
  }

  @Test func `overdue days are counted from the last right day`() throws {
    var record = try DueFixture()
    try record.dose("liothyronine", 25, on: 0)
    try record.measure("TSH", on: 0)
    #expect(record.item("thyroid-hormone", "thyroid", on: 27)?.standing == .upcoming(days: 1))
    #expect(record.item("thyroid-hormone", "thyroid", on: 35)?.standing == .due)
    #expect(record.item("thyroid-hormone", "thyroid", on: 45)?.standing == .overdue(days: 3))
  }

  @Test func `a course that is planned asks for what comes before it`() throws {
    var record = try DueFixture()
    try record.course(.medication, "lithium", .planned, from: 30)
    #expect(record.item("lithium-organs", "kidney", on: 0)?.standing == .upcoming(days: 30))
    #expect(record.item("lithium-organs", "kidney", on: 0, weeks: 4) == nil)
    var undated = try DueFixture()
    try undated.course(.medication, "lithium", .planned, from: -2)
    #expect(undated.item("lithium-organs", "kidney", on: 0)?.standing == .due)
    #expect(undated.item("lithium-levels", "level", on: 0) == nil)
  }

  @Test func `a medicine that is not in the catalogue is listed and asks for nothing`() throws {
    var record = try DueFixture()
    try record.dose("Examplomine", 20, on: 0)
    try record.course(.medication, "Otherazine", from: 0)
    let list = record.list(on: 3)
    #expect(list.medicinesNotInCatalogue == ["Examplomine", "Otherazine"])
    #expect(list.items.allSatisfy { if case .schedule = $0.origin { true } else { false } })
  }

  @Test func `what is asked for once is not listed for ever`() throws {
    var record = try DueFixture()
    try record.dose("aripiprazole", 2, on: 0)
    #expect(record.item("movement-ratings", "akathisia", on: 56 + 7 * 26) != nil)
    #expect(record.item("movement-ratings", "akathisia", on: 57 + 7 * 26) == nil)
  }

  @Test func `sessions without a course stand for one`() throws {
    var record = try DueFixture()
    for day in [0, 3, 6] { try record.session(.ect, on: day) }
    let list = record.list(on: 7).items.filter {
      if case .calendar("ect-cognition", _) = $0.origin { true } else { false }
    }
    #expect(list.contains { $0.time == .afterSessions(6, soFar: 3) })
    #expect(record.days("ect-cognition", "global", on: 7).first == 0...0)
  }

  @Test func `neither the order of entries nor what comes after the day changes the list`() throws {
    var record = try DueFixture()
    try record.dose("lithium", 400, on: 0)
    try record.measure("TSH", on: 2)
    try record.total("phq9", 12, on: 1)
    let list = record.list(on: 10)
    var shuffled = record
    shuffled.entries.reverse()
    #expect(shuffled.list(on: 10) == list)
    try record.measure("calcium", on: 30)
    #expect(record.list(on: 10).items == list.items)
  }

  @Test(arguments: [-800_000, -1, 0, 2_000_000])
  func `no day and no number of weeks is out of bounds`(offset: Int) throws {
    var record = try DueFixture()
    try record.dose("lithium", 400, on: 0)
    try record.course(.ketamine, "esketamine", from: 0)
    for weeks in [Int.min, 0, Int.max] {
      let list = record.list(on: offset, weeks: weeks)
      #expect((0...DueList.mostWeeks).contains(list.weeks))
    }
  }
}
