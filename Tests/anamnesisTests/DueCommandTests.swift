import Foundation
import JSON
import PatientRecord
import TestKit
import Testing
import Time

@Suite struct DueCommandTests {
  private let folder = Folder()

  private func write() throws {
    var entries: [Entry] = []
    let zone = try #require(Zone("Europe/Berlin"))
    for (medicine, days) in [("lithium", 0.0), ("Examplomine", 1)] {
      let step = try DoseStep(
        substance: Name(medicine), dosePerDay: Quantity(400, .milligram))
      entries.append(
        .sample(
          .doseStep(step), entries.count + 1, at: Instant.sample.advanced(byDays: days), zone: zone)
      )
    }
    let lines = try entries.map { try RecordCodec.encode($0) }
    try folder.write(lines.joined(separator: "\n") + "\n", to: "record.ndjson")
  }

  @Test func `the list says for whom it is, what is due, why, and on whose word`() throws {
    try write()
    let run = try Program.run(["due", "record.ndjson", "--at", "2026-03-12"], in: folder)
    #expect(run.status == 0 && run.errors == "")
    #expect(
      run.lines.first == "For clinicians who review it; it decides nothing and is not for patients."
    )
    #expect(run.lines.contains("person-1 on 2026-03-12 (Europe/Berlin), 4 weeks ahead"))
    #expect(run.lines.contains("Phase: acute from 2026-03-03, as worked out from the record"))
    #expect(
      run.lines.contains("  2026-03-09, 3 days over: lithium level; not in the record"))
    #expect(run.lines.contains("    Lithium levels, lithium since 2026-03-02; nice-ng222"))
    #expect(
      run.lines.last == "Not in the catalogue of medicines, so no calendar is known: Examplomine")
  }

  @Test func `text and JSON say the same`() throws {
    try write()
    let run = try Program.run(
      ["due", "record.ndjson", "--at", "2026-03-12", "--format", "json"], in: folder)
    try #require(run.status == 0)
    let json = try JSONValue(parsing: Array(run.output.utf8))
    guard case .array(let items) = json["items"] else { throw Missing() }
    let level = items.first { $0["calendar"] == .string("lithium-levels") }
    #expect(level?["first"] == .string("2026-03-09") && level?["overdueDays"] == .number(3))
    #expect(level?["certainty"] == .string("S"))
    #expect(json["medicinesNotInCatalogue"]?[0] == .string("Examplomine"))
  }

  @Test func `a prompt is asked at its own time on the clock, summer time or not`() throws {
    try write()
    let run = try Program.run(
      [
        "due", "record.ndjson", "--at", "2026-03-28", "--prompt", "daily 02:30", "--format", "json",
      ],
      in: folder)
    let json = try JSONValue(parsing: Array(run.output.utf8))
    guard case .array(let items) = json["items"] else { throw Missing() }
    let asked = items.compactMap { item -> String? in
      guard case .string(let moment) = item["askedAt"] else { return nil }
      return moment
    }
    #expect(asked.contains("2026-03-28T01:30:00.000Z"))
    let next = try Program.run(
      ["due", "record.ndjson", "--at", "2026-03-29", "--prompt", "daily 02:30"], in: folder)
    // Clocks skip 02:30 on that day.
    #expect(next.lines.contains("    asked at 2026-03-29T01:00:00.000Z"))
  }

  @Test(arguments: [
    (["--weeks", "521"], "--weeks: write a number from 0 to 520."),
    (["--follow", "nonsense"], "there is no calendar 'nonsense' to choose; name one of apa-2020"),
    (["--prompt", "sometimes 09:00"], "The value 'sometimes 09:00' is invalid for '--prompt"),
    (["--at", "2020-01-01"], "the record of person-1 holds nothing before"),
  ])
  func `what cannot be used is refused with the cure`(options: [String], words: String) throws {
    try write()
    let run = try Program.run(["due", "record.ndjson"] + options, in: folder)
    #expect(run.status == 64 && run.output == "")
    #expect(run.errors.contains(words), "\(run.errors)")
  }

  private struct Missing: Error {}
}
