import Archive
import Foundation
import Knowledge
import PatientRecord
import SQLiteStore
import Time

extension ArchiveBench {
  /// A clinic of 6,000 people: storing it so that the trail has a line for each entry, handing all of
  /// it out, checking the trail and checking every row.
  func clinic(entries count: Int) async throws -> [String: Double] {
    let knowledge = try Knowledge(documents: KnowledgeDocument.bundled())
    let (archive, engine) = try await open()
    defer { try? engine.close() }
    var figures: [String: Double] = [:]
    let storing = Stopwatch()
    let patients = 6000
    for round in 0..<max(1, count / patients) {
      let entries = try ArchiveBench.round(round, of: patients, knowledge)
      try await store(entries, in: archive)
    }
    figures["storing_s"] = storing.read().wall
    figures["before_mb"] = try ArchiveBench.residentMegabytes()
    try await export(from: archive, into: &figures)
    let trail = Stopwatch()
    let report = try await archive.verifyTrail()
    figures["trail_s"] = trail.read().wall
    figures["trail_events"] = Double(report.events)
    let verifying = Stopwatch()
    let found = try await archive.verify()
    figures["verify_s"] = verifying.read().wall
    figures["verify_entries"] = Double(found.entries)
    figures["faults"] = Double(report.faults.count + found.faults.count)
    figures["after_mb"] = try ArchiveBench.residentMegabytes()
    return figures
  }

  private func export(from archive: Archive, into figures: inout [String: Double]) async throws {
    let watch = Stopwatch()
    var entries = 0
    var greatest = 0.0
    for patient in try await archive.patients(by: access) {
      for try await page in archive.pages(of: patient, by: access) {
        entries += page.count
        if figures["first_entry_ms"] == nil { figures["first_entry_ms"] = watch.read().wall * 1000 }
      }
      greatest = max(greatest, try ArchiveBench.residentMegabytes())
    }
    figures["export_s"] = watch.read().wall
    figures["export_entries"] = Double(entries)
    figures["export_mb"] = greatest
  }

  /// One entry of each of some people.
  private static func round(
    _ round: Int, of patients: Int, _ knowledge: Knowledge
  ) throws -> [Entry] {
    let template = try TenYears(count: 200, knowledge: knowledge).entries
    var generator = SystemRandomNumberGenerator()
    let entry = template[round % template.count]
    return (0..<patients).map { person in
      Entry(
        id: EntryID(at: entry.id.instant, using: &generator),
        patient: PatientID(rawValue: "bench-\(person)"), author: entry.author,
        occurred: entry.occurred, fact: entry.fact)
    }
  }
}
