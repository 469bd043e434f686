import Archive
import Foundation
import GRDB
import Knowledge
import PatientRecord
import TestKit
import Testing
import Time
import Vault

@testable import SQLiteStore

struct DamageTests {
  private func filled() async throws -> Desk {
    let desk = try await Desk(signals: { entry in
      guard case .note = entry.fact, let text = try? FreeText("look") else { return [] }
      return [Signal(kind: .safety, urgency: .now, summary: text, causes: [entry.id])]
    })
    var random = RandomEntries(seed: 5)
    _ = try await desk.archive.append(try random.entries(26), by: nurse)
    return desk
  }

  /// Changes the data behind the archive's back.
  private func tamper(_ desk: Desk, _ sql: String) throws {
    let raw = try DatabaseQueue(path: desk.folder.file("data.db"))
    try raw.write { database in
      try database.execute(sql: "DROP TRIGGER IF EXISTS audit_stays")
      try database.execute(sql: "DROP TRIGGER IF EXISTS audit_is_kept")
      try database.execute(sql: sql)
      try database.execute(sql: SQLiteLayout.immutableTrail)
    }
  }

  @Test func `the log is written through, though GRDB sets another mode`() async throws {
    let desk = try await Desk()
    let mode = try await desk.engine.write { try $0.first("PRAGMA synchronous")?.integer(0) }
    #expect(mode == 2)
    // The control: a pool that was merely opened would lose acknowledged rows in a power cut.
    let plain = try DatabasePool(path: desk.folder.file("plain.db"))
    let unset = try await plain.write { try Int.fetchOne($0, sql: "PRAGMA synchronous") }
    #expect(unset == 1)
  }

  @Test(arguments: [
    "UPDATE entry SET kind = 'note' WHERE sequence = 1",
    "UPDATE entry SET occurred = occurred + 1 WHERE sequence = 2",
    "UPDATE entry SET recorded = 0 WHERE sequence = 3",
    "UPDATE entry SET sealed = (SELECT sealed FROM entry WHERE sequence = 5) WHERE sequence = 4",
    "UPDATE entry SET sealed = zeroblob(40) WHERE sequence = 6",
    "UPDATE entry SET sequence = 99 WHERE sequence = 7",
    "DELETE FROM entry WHERE sequence = 8",
    "DELETE FROM entry WHERE sequence = 26",
    "UPDATE patient SET identity = zeroblob(50) WHERE rowid = 1",
    "UPDATE patient SET lookup = zeroblob(32) WHERE rowid = 1",
    "UPDATE patient SET wrapped = zeroblob(40) WHERE rowid = 2",
    "UPDATE head SET sequence = 25", "DELETE FROM signal", "UPDATE entry SET signals = 0",
    "DELETE FROM entry WHERE sequence = 8; UPDATE patient SET erased = 1 WHERE rowid = 1",
    """
    UPDATE patient SET wrapped = NULL, epoch = NULL, erased = (
      SELECT count(*) FROM entry WHERE entry.patient = patient.patient) WHERE rowid = 1;
    DELETE FROM signal WHERE patient = (SELECT patient FROM patient WHERE rowid = 1);
    DELETE FROM entry WHERE patient = (SELECT patient FROM patient WHERE rowid = 1)
    """,
    "CREATE TRIGGER thief AFTER INSERT ON entry BEGIN DELETE FROM entry WHERE id = NEW.id; END",
    "UPDATE patient SET erased = 9223372036854775807 WHERE rowid = 1",
  ])
  func `a record changed from outside is found`(sql: String) async throws {
    let desk = try await filled()
    #expect(try await desk.archive.verify().faults.isEmpty)
    try tamper(desk, sql)
    let report = try await desk.archive.verify()
    #expect(!report.faults.isEmpty)
  }

  @Test(arguments: [
    "UPDATE audit SET actor = 'x' WHERE sequence = 2",
    "UPDATE audit SET role = 'x' WHERE sequence = 2",
    "UPDATE audit SET purpose = 'x' WHERE sequence = 3",
    "UPDATE audit SET action = 'read' WHERE sequence = 1",
    "UPDATE audit SET action = 'nothing' WHERE sequence = 1",
    "UPDATE audit SET at = at + 1 WHERE sequence = 5",
    "UPDATE audit SET detail = 'entries: 9' WHERE sequence = 5",
    "UPDATE audit SET patient = NULL WHERE sequence = 4",
    "UPDATE audit SET link = zeroblob(32) WHERE sequence = 4",
    "DELETE FROM audit WHERE sequence = 1", "DELETE FROM audit WHERE sequence = 4",
    "DELETE FROM audit WHERE sequence > 7", "UPDATE head SET audit_sequence = 7",
    "UPDATE head SET audit_link = zeroblob(32)",
    "UPDATE audit SET sequence = 9223372036854775807 WHERE sequence = 8",
    "UPDATE head SET audit_sequence = 9223372036854775807",
    """
    DELETE FROM audit WHERE sequence > 7; UPDATE head SET audit_sequence = 7,
    audit_link = (SELECT link FROM audit WHERE sequence = 7)
    """,
  ])
  func `a trail changed from outside is found`(sql: String) async throws {
    let desk = try await filled()
    for _ in 0..<6 { _ = try await desk.archive.entries(of: .sample, by: nurse) }
    let checkpoint = try await desk.archive.checkpoint()
    let sound = try await desk.archive.verifyTrail(against: [checkpoint])
    #expect(sound.events == 8 && sound.checkpoints == 1)
    #expect(sound.faults.isEmpty, "\(sound.faults)")
    try tamper(desk, sql)
    let report = try await desk.archive.verifyTrail(against: [checkpoint])
    #expect(!report.faults.isEmpty)
  }

  @Test func `two patients whose rows changed places are not taken for each other`() async throws {
    let desk = try await filled()
    try tamper(
      desk,
      """
      CREATE TEMP TABLE swap AS SELECT rowid AS id, lookup FROM patient;
      UPDATE patient SET lookup = randomblob(32);
      UPDATE patient SET lookup = (SELECT lookup FROM swap WHERE id <> patient.rowid)
      """)
    for patient: PatientID in ["person-1", "person-2"] {
      await #expect(throws: VaultError.self) {
        try await desk.archive.entries(of: patient, by: nurse)
      }
    }
  }

  @Test func `the trail refuses to be changed, and a forged checkpoint is found`() async throws {
    let desk = try await filled()
    for sql in ["UPDATE audit SET actor = 'x'", "DELETE FROM audit"] {
      await #expect(throws: ArchiveError.self) {
        try await desk.engine.write { try $0.run(sql, []) }
      }
    }
    let genuine = try await desk.archive.checkpoint()
    let forged = Checkpoint(
      clinic: genuine.clinic, sequence: genuine.sequence - 1, link: genuine.link, at: genuine.at,
      signature: genuine.signature)
    #expect(try await !desk.archive.verifyTrail(against: [forged]).faults.isEmpty)
  }

  @Test func `a changed byte of the file is found, or changes nothing that is read`() async throws {
    let desk = try await filled()
    let before = try await desk.archive.entries(of: "person-1", by: nurse)
    try desk.engine.close()
    let bytes = try Data(contentsOf: URL(filePath: desk.folder.file("data.db")))
    var random = SeededRandom(seed: 9)
    let used = bytes.indices.filter { bytes[$0] != 0 }
    var found = 0
    for _ in 0..<60 {
      let folder = try Folder()
      var mutant = bytes
      let place = used[Int.random(in: used.indices, using: &random)]
      mutant[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
      try mutant.write(to: URL(filePath: folder.file("data.db")))
      try FileManager.default.copyItem(
        atPath: desk.keyFile.path, toPath: folder.file("keys.json"))
      do {
        let opened = try await Desk(in: folder)
        let faults = try await opened.archive.verify().faults
        let trail = try await opened.archive.verifyTrail().faults
        if faults.isEmpty && trail.isEmpty {
          #expect(try await opened.archive.entries(of: "person-1", by: nurse) == before)
        } else {
          found += 1
        }
      } catch {
        found += 1
      }
    }
    #expect(found > 50, "most of what is written is content")
  }

  @Test func `a second process is refused and told who has the file`() async throws {
    let desk = try await Desk()
    #expect(
      throws: ArchiveError.owned(
        path: desk.folder.file("data.db"), process: ProcessInfo.processInfo.processIdentifier)
    ) {
      try SQLiteEngine(path: desk.folder.file("data.db"))
    }
  }

  @Test func `a file of another program, a newer one and rubbish are refused in words`()
    async throws
  {
    let folder = try Folder()
    let other = try DatabaseQueue(path: folder.file("other.db"))
    try await other.write { try $0.execute(sql: "CREATE TABLE songs (title)") }
    try other.close()
    let newer = try DatabaseQueue(path: folder.file("newer.db"))
    try await newer.write {
      try $0.execute(sql: "PRAGMA application_id = 1634623853; PRAGMA user_version = 999")
    }
    try newer.close()
    try Data("no database at all, but long enough to look like one".utf8).write(
      to: URL(filePath: folder.file("rubbish.db")))
    try Data().write(to: URL(filePath: folder.file("empty.db")))
    try FileManager.default.createSymbolicLink(
      atPath: folder.file("link.db"), withDestinationPath: folder.file("newer.db"))
    for (name, word) in [
      ("other.db", "another program"), ("newer.db", "layout 999"),
      ("rubbish.db", "not a database"), ("no/such/folder.db", "No such file"),
      ("missing.db", "No such file"), ("empty.db", "is empty"), ("link.db", "cannot be opened"),
    ] {
      #expect {
        try SQLiteEngine(path: folder.file(name))
      } throws: {
        "\($0)".contains(word)
      }
    }
  }

  @Test func `a backup made while others write is one state of the data`() async throws {
    let desk = try await filled()
    let fact = Fact.note(Note(text: try FreeText("written meanwhile"), audience: .everyone))
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask {
        for index in 0..<200 {
          _ = try await desk.archive.append([.sample(fact, 1000 + index)], by: nurse)
        }
      }
      for index in 0..<50 {
        try await desk.engine.backup(to: desk.folder.file("copy-\(index).db"))
      }
      try await group.waitForAll()
    }
    for index in 0..<50 {
      let copy = try await Desk(in: desk.folder, data: "copy-\(index).db")
      let report = try await copy.archive.verify()
      #expect(report.faults.isEmpty && (26...226).contains(report.entries))
      #expect(try await copy.archive.verifyTrail().faults.isEmpty)
    }
  }
}
