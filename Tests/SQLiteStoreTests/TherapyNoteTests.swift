import Archive
import Foundation
import Knowledge
import PatientRecord
import TestKit
import Testing
import Time

@testable import SQLiteStore

/// Psychotherapy notes in the data file.
struct TherapyNoteTests {
  private let canary = "canary-4c1d"
  private let other = Access(actor: "n-18", role: "clinician", purpose: "treatment")

  private func id(_ number: Int64) -> EntryID {
    var random = SystemRandomNumberGenerator()
    return EntryID(at: Instant(milliseconds: noon.milliseconds + number), using: &random)
  }

  private func note(
    _ text: String, _ number: Int64 = 1, supersedes: EntryID? = nil
  ) throws -> TherapyNote {
    TherapyNote(id: id(number), text: try FreeText(text), supersedes: supersedes)
  }

  /// A desk with the record of Anna.
  private func desk(in folder: Folder? = nil) async throws -> Desk {
    let desk = try await Desk(in: folder)
    let entry = try Entry.sample(
      .note(Note(text: FreeText("tea"), audience: .everyone)), 1, patient: "anna")
    _ = try await desk.archive.append([entry], by: nurse)
    return desk
  }

  @discardableResult
  private func write(
    _ note: TherapyNote, _ desk: Desk, by access: Access = nurse, about patient: PatientID = "anna"
  ) async throws -> TherapyNote? {
    try await desk.archive.write(note, about: patient, by: access) { _ in }
  }

  private func list(_ desk: Desk, by access: Access = nurse) async throws -> [TherapyNoteLine] {
    try await desk.archive.therapyNotes(about: "anna", by: access, limit: 100) { _ in }
  }

  private func read(
    _ id: EntryID, _ desk: Desk, by access: Access = nurse
  ) async throws -> TherapyNote? {
    try await desk.archive.therapyNote(id, about: "anna", by: access) { _ in }
  }

  @Test func `an author reads back what they wrote, and nobody else does`() async throws {
    let desk = try await desk()
    let note = try note("she spoke of \(canary)")
    let stored = try await write(note, desk)
    #expect(stored?.written == noon && stored?.text == note.text)
    #expect(try await list(desk).map(\.id) == [note.id])
    #expect(try await read(note.id, desk)?.text == note.text)
    #expect(try await list(desk, by: other).isEmpty)
    #expect(try await read(note.id, desk, by: other) == nil)
    #expect(try await write(note, desk, about: "nobody") == nil)
    let entries = try await desk.archive.entries(of: "anna", by: nurse)
    #expect(entries.count == 1 && !"\(entries)".contains(canary))
    let report = try await desk.archive.verify()
    #expect(report.therapyNotes == 1 && report.faults.isEmpty, "\(report.faults)")
  }

  @Test func `sending twice stores once; a correction stays beside what it corrects`() async throws
  {
    let desk = try await desk()
    let first = try note("first", 1)
    try await write(first, desk)
    try await write(first, desk)
    let second = try note("second", 2, supersedes: first.id)
    try await write(second, desk)
    let lines = try await list(desk)
    #expect(lines.map(\.id) == [second.id, first.id])
    #expect(lines.map(\.supersededBy) == [nil, second.id])
    #expect(try await read(first.id, desk)?.text.text == "first")
    let clash = TherapyNote(id: first.id, text: try FreeText("another"))
    await #expect(throws: ArchiveError.conflict(first.id)) { try await write(clash, desk) }
    let foreign = try note("mine", 3, supersedes: first.id)
    await #expect(throws: ArchiveError.unknownNote(first.id)) {
      try await write(foreign, desk, by: other)
    }
    let older = try await desk.archive.therapyNotes(
      about: "anna", by: nurse, before: second.id, limit: 5
    ) { _ in }
    #expect(older.map(\.id) == [first.id])
    #expect(try await desk.archive.verify().faults.isEmpty)
  }

  @Test func `a check that throws keeps everything as it was`() async throws {
    struct No: Error {}
    let desk = try await desk()
    let note = try note("never")
    await #expect(throws: No.self) {
      try await desk.archive.write(note, about: "anna", by: nurse) { _ in throw No() }
    }
    #expect(try await list(desk).isEmpty)
    #expect(try await desk.archive.verify().therapyNotes == 0)
  }

  @Test func `writing and looking stand in the trail, under the patient`() async throws {
    let desk = try await desk()
    let note = try note("seen")
    try await write(note, desk)
    _ = try await read(note.id, desk)
    _ = try await list(desk)
    let trail = try await desk.archive.trail(of: "anna", by: nurse)
    let actions = trail.map(\.action).filter { $0 == .writeTherapyNote || $0 == .readTherapyNotes }
    #expect(actions == [.readTherapyNotes, .readTherapyNotes, .writeTherapyNote])
    #expect(try await desk.archive.verifyTrail().faults.isEmpty)
  }

  @Test func `what it says stands in no file, not even beside its patient's key`() async throws {
    let desk = try await desk()
    try await write(note(canary), desk)
    try desk.engine.close()
    let names = try FileManager.default.contentsOfDirectory(atPath: desk.folder.path)
    for name in names {
      let data = try Data(contentsOf: URL(filePath: desk.folder.file(name)))
      #expect(data.count(of: canary.utf8) == 0, "\(name)")
    }
  }

  @Test(arguments: [
    "UPDATE therapy_note SET sealed = zeroblob(60)",
    "UPDATE therapy_note SET written = written + 1",
    "UPDATE therapy_note SET author = 'n-18'", "UPDATE therapy_note SET supersedes = id",
    "UPDATE therapy_note SET number = number + 5", "DELETE FROM therapy_note",
    "DELETE FROM therapy_note WHERE number = 2", "DELETE FROM therapy_key",
    "UPDATE therapy_key SET wrapped = zeroblob(40)", "UPDATE therapy_key SET author = 'n-18'",
    "UPDATE therapy_key SET wrapped = (SELECT wrapped FROM patient)",
    "DELETE FROM therapy_note; DELETE FROM therapy_key",
  ])
  func `whatever is changed from outside is found`(sql: String) async throws {
    let desk = try await desk()
    try await write(note("one", 1), desk)
    try await write(note("two", 2), desk)
    #expect(try await desk.archive.verify().faults.isEmpty)
    try await desk.engine.write { transaction in
      for statement in sql.split(separator: ";") { _ = try transaction.run(String(statement), []) }
    }
    #expect(try await !desk.archive.verify().faults.isEmpty)
  }

  @Test func `a rotation of keys takes the notes along`() async throws {
    let desk = try await desk()
    let note = try note("kept")
    try await write(note, desk)
    let count = try await desk.archive.rotateKeys(
      keyFile: desk.keyFile, by: nurse, keepsOlder: false)
    #expect(count == 2, "the patient and the author's folder")
    #expect(try await read(note.id, desk)?.text.text == "kept")
    #expect(try await desk.archive.verify().faults.isEmpty)
  }

  @Test func `erasing a patient destroys the notes, and a backup does not bring them back`()
    async throws
  {
    let folder = try Folder()
    let desk = try await desk(in: folder)
    try await write(note("gone", 1), desk)
    try await write(note("gone as well", 2), desk, by: other)
    try await desk.engine.backup(to: folder.file("before.db"))
    _ = try await desk.archive.erase("anna", by: nurse, keyFile: desk.keyFile)
    await #expect(throws: ArchiveError.erased) { try await list(desk) }
    let again = try note("again")
    await #expect(throws: ArchiveError.erased) { try await write(again, desk) }
    for archive in [desk.archive, try await Desk(in: folder, data: "before.db").archive] {
      #expect(try await archive.verify().faults.isEmpty)
      let rows = try await archive.look { transaction in
        try ["therapy_key", "therapy_note"].map {
          try transaction.run("SELECT count(*) FROM \($0)", [])[0].integer(0)
        }
      }
      #expect(rows == [0, 0])
    }
  }
}
