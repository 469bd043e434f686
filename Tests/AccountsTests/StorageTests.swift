import Foundation
import Knowledge
import PatientRecord
import SQLiteStore
import TestKit
import Testing
import Time
import Vault

@testable import Accounts
@testable import Archive

struct StorageTests {
  /// An office in which every table has rows.
  private func filled() async throws -> Office {
    let office = try await Office()
    let admin = try await office.admin()
    let clara = try await office.staff(.clinician, "clara", by: admin)
    let carl = try await office.staff(.clinician, "carl", by: admin)
    let paula = try await office.patient("paula", by: clara)
    try await office.accounts.consent(true, to: .research, by: office.actor(paula))
    _ = try await office.accounts.breakGlass(
      "paula", reason: "canary-9d in an emergency", by: office.actor(carl))
    _ = try await office.accounts.requestReset(paula.email, from: home)
    return office
  }

  @Test(arguments: [
    "UPDATE account SET roles = 'clinician' WHERE roles = 'patient'",
    "UPDATE account SET password = 'new:mine' WHERE roles = 'admin'",
    "UPDATE account SET state = 'active', version = version + 1",
    "UPDATE account SET email = zeroblob(32) WHERE roles = 'admin'",
    "UPDATE account SET patient = NULL WHERE roles = 'patient'",
    "UPDATE account SET sealed = NULL WHERE roles = 'patient'",
    "UPDATE account_key SET wrapped = zeroblob(40)",
    "UPDATE session SET account = (SELECT id FROM account WHERE roles = 'admin')",
    "UPDATE session SET stage = 'full', seen = seen + 1",
    "UPDATE session SET digest = randomblob(32)",
    "UPDATE session SET proved = proved + 1000000", "UPDATE factor SET step = -1",
    "UPDATE factor SET confirmed = 0", "UPDATE recovery SET digest = randomblob(32)",
    "UPDATE membership SET account = (SELECT account FROM break_glass)",
    "UPDATE membership SET ends = 9223372036854775807", "UPDATE consent SET given = 0",
    "UPDATE break_glass SET opened = opened + 1", "UPDATE break_glass SET reason = zeroblob(40)",
    "UPDATE notice SET delivered = 1", "UPDATE link SET expires = expires + 1",
    "UPDATE link SET kind = 'setUp', account = NULL", "UPDATE account SET tag = x''",
  ])
  func `a row changed from outside is found and not taken`(sql: String) async throws {
    let office = try await filled()
    #expect(try await office.accounts.verify() == [])
    try await office.engine.write { _ = try $0.run(sql, []) }
    #expect(try await office.accounts.verify().count == 1)
  }

  @Test func `neither names nor e-mails nor reasons nor secrets stand in the file`() async throws {
    let office = try await filled()
    try office.engine.close()
    let names = try FileManager.default.contentsOfDirectory(atPath: office.folder.path)
    let bytes = try names.filter { $0.hasPrefix("data") }.reduce(into: Data()) { all, name in
      all += try Data(contentsOf: URL(filePath: office.folder.file(name)))
    }
    for needle in ["clara", "Clara", "@example.org", "canary-9d", "Test device"] {
      #expect(bytes.count(of: needle.utf8) == 0, "\(needle)")
    }
    #expect(bytes.count(of: "clinician".utf8) > 0, "the search can find")
  }

  @Test func `a rotation of keys takes the accounts along`() async throws {
    let office = try await filled()
    let keyFile = KeyFile(path: office.folder.file("keys.json"))
    let access = Access(actor: "x", role: "system", purpose: "rotation")
    let count = try await office.archive.rotateKeys(
      keyFile: keyFile, by: access, keepsOlder: false)
    #expect(count == 5, "a patient and four accounts")
    #expect(try await office.accounts.verify() == [])
    let again = try await office.accounts.find("clara@example.org")
    #expect(again.row?.roles == [.clinician])
  }

  @Test func `a file from before there were accounts gets their tables, and keeps a copy`()
    async throws
  {
    let office = try await Office()
    try await office.engine.write { transaction in
      let later = Schema.accounts + Schema.therapyNotes
      for table in later.compactMap({ $0.firstMatch(of: #/CREATE TABLE (\w+)/#)?.1 }) {
        _ = try transaction.run("DROP TABLE \(table)", [])
      }
      _ = try transaction.run("PRAGMA user_version = 1", [])
    }
    try office.engine.close()
    let folder = office.folder
    let upgraded = try await Reopened(folder)
    #expect(FileManager.default.fileExists(atPath: folder.file("copy.db.layout-1")))
    let accounts = Accounts(in: upgraded.archive)
    #expect(try await accounts.setUpLink() != nil)
    #expect(try await upgraded.archive.verify().faults == [])
  }

  @Test func `an erased record leaves its owner an account that opens nothing`() async throws {
    let office = try await filled()
    let paula = try await office.signIn("paula@example.org")
    let access = Access(actor: "x", role: "system", purpose: "erasure")
    _ = try await office.archive.erase(
      "paula", by: access, keyFile: KeyFile(path: office.folder.file("keys.json")))
    let actor = try await office.actor(paula)
    #expect(actor.patient == nil)
    #expect(
      try await !office.accounts.decide(.readRecord, actor: actor, patient: "paula").isAllowed)
    let clara = try await office.accounts.find("clara@example.org")
    #expect(clara.row != nil)
    #expect(try await office.accounts.verify() == [])
  }
}

/// A data folder whose file was copied beside itself, since its owner still holds the first.
private struct Reopened {
  let archive: Archive

  init(_ folder: Folder) async throws {
    try FileManager.default.copyItem(
      atPath: folder.file("data.db"), toPath: folder.file("copy.db"))
    let engine = try SQLiteEngine(path: folder.file("copy.db"))
    archive = try await Archive(
      on: engine, ring: KeyFile(path: folder.file("keys.json")).load(), clock: HandClock(noon),
      randomness: { SystemRandomNumberGenerator() })
  }
}
