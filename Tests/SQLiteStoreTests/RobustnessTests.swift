import Archive
import Foundation
import GRDB
import PatientRecord
import TestKit
import Testing
import Time
import Vault

@testable import SQLiteStore

/// What the store does when the disk, another process or too many callers stand against it.
struct RobustnessTests {
  private func note(_ number: Int) throws -> Entry {
    let text = try FreeText(String(repeating: "written down ", count: 400))
    return .sample(.note(Note(text: text, audience: .everyone)), number)
  }

  /// Lets the file grow no further, as a full disk does.
  private func limit(_ desk: Desk, pages: Int64?) async throws {
    try await desk.engine.writeEssential { transaction in
      let count = try transaction.first("PRAGMA page_count")?.integer(0) ?? 0
      _ = try transaction.run("PRAGMA max_page_count = \(pages.map { count + $0 } ?? 1 << 30)", [])
    }
  }

  @Test func `a full disk is named, nothing is half stored, and room lets writing go on`()
    async throws
  {
    let desk = try await Desk()
    _ = try await desk.archive.append([note(1)], by: nurse)
    try await limit(desk, pages: 6)
    var stored = 1
    await #expect {
      for number in 2..<40 {
        _ = try await desk.archive.append([note(number)], by: nurse)
        stored += 1
      }
    } throws: { error in
      if case .full? = error as? ArchiveError { true } else { false }
    }
    try await limit(desk, pages: nil)
    _ = try await desk.archive.append([note(99)], by: nurse)
    #expect(try await desk.archive.entries(of: .sample, by: nurse).count == stored + 1)
    #expect(try await desk.archive.verify().faults.isEmpty)
  }

  @Test func `room is kept for the trail, and given up only when the disk is full`() async throws {
    let desk = try await Desk()
    _ = try await desk.archive.append([note(1)], by: nurse)
    let reserve = desk.folder.file("data.db.reserve")
    let size = try FileManager.default.attributesOfItem(atPath: reserve)[.size] as? Int
    #expect(size == DiskReserve.size)
    try await limit(desk, pages: 0)
    // Many small entries fill the last page; then the reading's own line does not fit either.
    var isFull = false
    for _ in 0..<200 where !isFull {
      do {
        _ = try await desk.archive.entries(of: .sample, by: nurse)
      } catch ArchiveError.full {
        isFull = true
      }
    }
    // SQLite was told to stop whatever the disk has, so this time even the room kept is no use.
    #expect(isFull)
    try await limit(desk, pages: nil)
    #expect(try await desk.archive.entries(of: .sample, by: nurse).count == 1)
    #expect(FileManager.default.fileExists(atPath: reserve), "it is made again")
  }

  @Test func `whoever finds its lock removed writes no more`() async throws {
    let desk = try await Desk()
    _ = try await desk.archive.append([note(1)], by: nurse)
    try FileManager.default.removeItem(atPath: desk.folder.file("data.db.lock"))
    await #expect {
      _ = try await desk.archive.append([note(2)], by: nurse)
    } throws: {
      "\($0)".contains("lock of the data file was removed")
    }
    // A lock of that name put there again is another lock.
    try Data().write(to: URL(filePath: desk.folder.file("data.db.lock")))
    await #expect(throws: ArchiveError.self) {
      _ = try await desk.archive.append([note(3)], by: nurse)
    }
    #expect(throws: ArchiveError.self) { try desk.engine.close() }
  }

  @Test func `more than can wait are refused by name, and all others are stored`() async throws {
    let desk = try await Desk()
    let engine = desk.engine
    let count = GroupCommitter.waitingLimit + 1500
    let outcomes = await withTaskGroup(of: ArchiveError?.self) { group in
      for number in 0..<count {
        group.addTask {
          do {
            try await engine.write { transaction in
              if number < 8 { Thread.sleep(forTimeInterval: 0.05) }
              _ = try transaction.first("SELECT 1")
            }
            return nil
          } catch {
            return error as? ArchiveError ?? .refused("\(error)")
          }
        }
      }
      return await group.reduce(into: []) { $0.append($1) }
    }
    let refused = outcomes.compactMap(\.self)
    #expect(
      refused.allSatisfy { if case .busy = $0 { true } else { false } }, "\(refused.prefix(3))")
    #expect(outcomes.count == count)
    // Afterwards there is room again.
    _ = try await desk.archive.append([note(1)], by: nurse)
  }

  @Test func `changes of keys at the same time follow each other`() async throws {
    let desk = try await Desk()
    _ = try await desk.archive.append([note(1)], by: nurse)
    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 0..<6 {
        group.addTask {
          _ = try await desk.archive.rotateKeys(
            keyFile: desk.keyFile, by: nurse, keepsOlder: false)
        }
      }
      try await group.waitForAll()
    }
    #expect(try desk.keyFile.load().epochs.map(\.number) == [7])
    #expect(try await desk.archive.entries(of: .sample, by: nurse).count == 1)
    #expect(try await desk.archive.verify().faults.isEmpty)
  }

  @Test func `what is done with the whole stands in the trail, and what is deleted is wiped`()
    async throws
  {
    let desk = try await Desk()
    _ = try await desk.archive.append([note(1)], by: nurse)
    _ = try await desk.archive.trail(of: .sample, by: nurse)
    try await desk.archive.note(.backup, by: nurse, detail: "copy")
    #expect(try await desk.archive.latest(.backup)?.access == nurse)
    #expect(try await desk.archive.latest(.restore) == nil)
    let trail = try await desk.archive.trail(of: .sample, by: nurse)
    #expect(trail.map(\.action) == [.trail, .trail, .append])
    let condition = try await desk.engine.condition()
    #expect(condition.synchronous == 2 && condition.secureDelete == 1)
    #expect(condition.layout == Schema.layout)
    // The control: a connection that was merely opened may not wipe.
    let plain = try DatabaseQueue(path: desk.folder.file("plain.db"))
    try await plain.write { try $0.execute(sql: "PRAGMA secure_delete = 0") }
    #expect(try await plain.read { try Int.fetchOne($0, sql: "PRAGMA secure_delete") } == 0)
  }
}
