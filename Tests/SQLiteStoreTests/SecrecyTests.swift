import Archive
import Foundation
import Knowledge
import PatientRecord
import TestKit
import Testing
import Time
import Vault

@testable import SQLiteStore

struct SecrecyTests {
  private let canary = "canary-7f3a"

  private func entry(_ number: Int, _ patient: PatientID) throws -> Entry {
    let text = try FreeText("\(canary) says \(patient)")
    return .sample(.note(Note(text: text, audience: .everyone)), number, patient: patient)
  }

  /// How often bytes occur in the files of a folder whose names begin with `prefix`.
  private func hits(_ needle: [UInt8], in folder: Folder, _ prefix: String = "data") throws -> Int {
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    let found = try names.filter { $0.hasPrefix(prefix) }.map { name in
      let data = try Data(contentsOf: URL(filePath: folder.file(name)))
      return data.count(of: needle)
    }
    return found.reduce(0, +)
  }

  @Test func `neither texts nor names stand in the files`() async throws {
    let desk = try await Desk()
    _ = try await desk.archive.append([entry(1, "anna.smith@example.org")], by: nurse)
    try desk.engine.close()
    #expect(try hits(Array(canary.utf8), in: desk.folder) == 0)
    #expect(try hits(Array("anna.smith".utf8), in: desk.folder) == 0)
    // What is not sealed is found: the search can find.
    #expect(try hits(Array("treatment".utf8), in: desk.folder) > 0)
  }

  @Test func `an erased record is gone from data and cannot come back from a backup`() async throws
  {
    let folder = try Folder()
    let desk = try await Desk(in: folder)
    _ = try await desk.archive.append([entry(1, "anna"), entry(2, "ben")], by: nurse)
    try await desk.engine.backup(to: folder.file("before.db"))
    let wrapped = try await desk.engine.read { transaction in
      try transaction.run("SELECT wrapped FROM patient ORDER BY rowid", []).map { try $0.bytes(0) }
    }
    #expect(
      try await desk.archive.erase("anna", by: nurse, keyFile: desk.keyFile) == 1)
    #expect(try await desk.archive.erase("nobody", by: nurse, keyFile: desk.keyFile) == nil)
    await #expect(throws: ArchiveError.erased) {
      try await desk.archive.entries(of: "anna", by: nurse)
    }
    await #expect(throws: ArchiveError.erased) {
      try await desk.archive.append([entry(3, "anna")], by: nurse)
    }
    #expect(try await desk.archive.entries(of: "ben", by: nurse).count == 1)
    #expect(try await desk.archive.patients(by: nurse) == ["ben"])
    #expect(try await desk.archive.verify().faults.isEmpty)
    try desk.engine.close()
    #expect(try hits(wrapped[0], in: folder) == 0)
    #expect(try hits(wrapped[1], in: folder) == 1)
    #expect(try hits(wrapped[0], in: folder, "before") == 1)

    let restored = try await Desk(in: folder, data: "before.db")
    #expect(try await restored.archive.patients(by: nurse) == ["ben"])
    await #expect(throws: ArchiveError.erased) {
      try await restored.archive.append([entry(3, "anna")], by: nurse)
    }
    #expect(try await restored.archive.verify().faults.isEmpty)
    #expect(try await restored.archive.verifyTrail().faults.isEmpty)
  }

  @Test func `after a rotation the old key opens nothing new, and a retired one nothing at all`()
    async throws
  {
    let folder = try Folder()
    let desk = try await Desk(in: folder)
    _ = try await desk.archive.append([entry(1, "anna"), entry(2, "ben")], by: nurse)
    let old = try desk.keyFile.load()
    try await desk.engine.backup(to: folder.file("before.db"))
    let count = try await desk.archive.rotateKeys(
      keyFile: desk.keyFile, by: nurse, keepsOlder: false)
    #expect(count == 2)
    #expect(try await desk.archive.verify().faults.isEmpty)
    await #expect(throws: ArchiveError.self, "an older copy of the key file") {
      try await Archive(
        on: desk.engine, ring: old, clock: FixedClock(now: noon),
        randomness: { SystemRandomNumberGenerator() })
    }
    let restored = try await Desk(in: folder, data: "before.db")
    #expect(try await restored.archive.verify().faults.count == 4)
  }

  @Test func `keys of other data are refused before anything is written`() async throws {
    let desk = try await Desk()
    _ = try await desk.archive.append([entry(1, "anna")], by: nurse)
    var random = SystemRandomNumberGenerator()
    await #expect(throws: ArchiveError.foreignKeys("it was made for other data")) {
      try await Archive(
        on: desk.engine, ring: KeyRing(at: noon, using: &random), clock: FixedClock(now: noon),
        randomness: { SystemRandomNumberGenerator() })
    }
  }

  @Test func `a rotation that was cut off is finished by the next`() async throws {
    let folder = try Folder()
    let desk = try await Desk(in: folder)
    _ = try await desk.archive.append([entry(1, "anna")], by: nurse)
    // The key file was written and the rows were not.
    let old = try desk.keyFile.load()
    var ring = old
    var random = SystemRandomNumberGenerator()
    ring.rotate(at: noon, using: &random)
    try desk.keyFile.save(ring, replacing: old)
    let again = try await Archive(
      on: desk.engine, ring: desk.keyFile.load(), clock: FixedClock(now: noon),
      randomness: { SystemRandomNumberGenerator() })
    #expect(try await again.entries(of: "anna", by: nurse).count == 1)
    #expect(
      try await again.rotateKeys(keyFile: desk.keyFile, by: nurse, keepsOlder: false) == 1)
    #expect(try await again.entries(of: "anna", by: nurse).count == 1)
    #expect(try desk.keyFile.load().epochs.map(\.number) == [3])
  }
}
