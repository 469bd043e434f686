import Care
import Knowledge
import PatientRecord
import TestKit
import Testing
import Time

/// The schedule of measurements by phase of treatment.
@Suite struct DueScheduleTests {
  private func item(_ record: DueFixture, _ domain: String, on day: Int) -> DueItem? {
    record.list(on: day).items.first { $0.origin == .schedule(domain: domain) }
  }

  @Test func `in the acute phase depression is rated every week or two, four weeks at the latest`()
    throws
  {
    var record = try DueFixture()
    try record.total("phq9", 18, on: 0)
    try record.dose("sertraline", 50, on: 0)
    let next = try #require(item(record, "depression", on: 3))
    #expect(next.time == .days(DueFixture.day(7)...DueFixture.day(14)))
    #expect(next.limit == DueFixture.day(28) && next.standing == .upcoming(days: 4))
    #expect(item(record, "depression", on: 20)?.standing == .overdue(days: 6))
    #expect(record.list(on: 3).phase.possible == [.acute])
  }

  @Test func `the phase follows remission, and stays open where no score tells`() throws {
    var record = try DueFixture()
    try record.dose("sertraline", 50, on: 0)
    #expect(record.list(on: 55).phase.possible == [.acute])
    #expect(record.list(on: 56).phase.possible == [.acute, .continuation, .maintenance])
    var well = record
    try well.total("phq9", 2, on: 60)
    #expect(well.list(on: 61).phase.possible == [.continuation, .maintenance])
    // Every four weeks, or every one to three months.
    let next = try #require(item(well, "depression", on: 61))
    #expect(next.time.days?.lowerBound == DueFixture.day(88))
    #expect(next.time.days?.upperBound == Day("2026-08-01"))
    try record.total("phq9", 15, on: 60)
    #expect(record.list(on: 61).phase.possible == [.acute])
    try record.dose("sertraline", 100, on: 70)
    #expect(record.list(on: 71).phase.start == DueFixture.day(70))
  }

  @Test func `a phase that somebody recorded counts`() throws {
    var record = try DueFixture()
    try record.dose("sertraline", 50, on: 0)
    try record.course(.phase, "Maintenance", from: 10)
    try record.total("phq9", 3, on: 20)
    let list = record.list(on: 21)
    #expect(list.phase.possible == [.maintenance] && list.phase.isRecorded)
    #expect(record.days(.schedule(domain: "depression"), on: 21).first == 51...112)
  }

  @Test func `a taper asks for depression every week for eight weeks`() throws {
    var record = try DueFixture()
    try record.dose("sertraline", 100, on: 0)
    try record.total("phq9", 3, on: 200)
    try record.dose("sertraline", 50, on: 201)
    #expect(record.days(.schedule(domain: "depression"), on: 202).first == 208...208)
    #expect(item(record, "depression", on: 202)?.course?.start == DueFixture.day(201))
    #expect(record.days(.schedule(domain: "depression"), on: 201 + 56).first?.lowerBound == 228)
  }

  @Test func `mania is looked for after a start of an antidepressant, not of another medicine`()
    throws
  {
    var record = try DueFixture()
    try record.dose("sertraline", 50, on: 0)
    #expect(record.days(.schedule(domain: "mania"), on: 1).first == 7...14)
    var other = try DueFixture()
    try other.dose("lithium", 400, on: 0)
    #expect(other.days(.schedule(domain: "mania"), on: 1) == [])
  }

  @Test func `a positive answer about safety asks for a screen at once, until one is there`() throws
  {
    var record = try DueFixture()
    try record.dose("sertraline", 50, on: 0)
    record.add(
      .response(try Response(instrument: "phq9", content: .answers(["q1": 1, "q9": 1]))), on: 5)
    #expect(item(record, "suicideRisk", on: 5)?.standing == .due)
    #expect(record.list(on: 40).items.first?.origin == .schedule(domain: "suicideRisk"))
    #expect(item(record, "suicideRisk", on: 7)?.standing == .overdue(days: 2))
    var screened = record
    screened.add(
      .response(try Response(instrument: "cssrs-screener", content: .answers(["q1": 0, "q2": 0]))),
      on: 5)
    #expect(item(screened, "suicideRisk", on: 7)?.time == .eachContact)
    record.add(
      .response(try Response(instrument: "phq9", content: .answers(["q1": 1, "q9": 0]))), on: 6)
    #expect(item(record, "suicideRisk", on: 7)?.time == .eachContact)
  }

  @Test func `the person sees questionnaires they fill in here, and nothing else`() throws {
    var record = try DueFixture()
    try record.dose("lithium", 400, on: 0)
    try record.dose("sertraline", 50, on: 0)
    try record.course(.ect, "ECT", from: 0)
    let own = record.list(on: 3).items(for: .patient)
    #expect(Set(own.map(\.what)) == ["symptoms of depression", "anxiety"])
    #expect(own.allSatisfy { !$0.ownInstruments.isEmpty })
    #expect(record.list(on: 3).items(for: .clinician).count > own.count + 5)
  }
}
