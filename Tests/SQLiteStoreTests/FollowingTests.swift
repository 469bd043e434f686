import Archive
import PatientRecord
import Synchronization
import TestKit
import Testing

@testable import SQLiteStore

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The line of a reading that is on the disk a moment after the answer. That the real program does so
/// is shown by the campaigns `trail-of-readings`, which sees every fsync, and `log-that-fails`.
struct FollowingTests {
  @Test func `lines of readings stand in the chain at once, and everything else goes on waiting`()
    async throws
  {
    let desk = try await Desk(waitsForReadings: false)
    _ = try await desk.archive.append([.sample(.note(sampleNote()), 1)], by: nurse)
    for _ in 0..<5 { _ = try await desk.archive.entries(of: .sample, by: nurse) }
    #expect(try await desk.engine.condition().synchronous == 2)
    let often = try await desk.engine.write {
      try $0.first("PRAGMA wal_autocheckpoint")?.integer(0)
    }
    #expect(often == 1000)
    #expect(try await desk.archive.latest(.read)?.sequence == 6)
    let checkpoint = try await desk.archive.checkpoint()
    #expect(checkpoint.sequence == 6)
    #expect(try await desk.archive.verifyTrail(against: [checkpoint]).faults.isEmpty)
    #expect(try await desk.archive.verify().faults.isEmpty)
  }

  @Test func `while lines do not wait the log is not moved into the file`() async throws {
    let desk = try await Desk(waitsForReadings: false)
    let often = Mutex<[Int64]>([])
    for weight in [ChangeWeight.reading, .ordinary] {
      let body: @Sendable (any Transaction) throws -> Void = { transaction in
        let found = try transaction.first("PRAGMA wal_autocheckpoint")?.integer(0) ?? -1
        often.withLock { $0.append(found) }
      }
      if weight == .reading {
        try await desk.engine.writeSoon(body)
      } else {
        try await desk.engine.write(body)
      }
    }
    #expect(often.withLock { $0 } == [0, 1000])
  }

  @Test func `a log that cannot be opened is refused at once`() throws {
    let folder = try Folder()
    #expect(throws: ArchiveError.self) { try LogFollower(log: folder.file("log")) }
  }

  @Test func `a disk that does not take the log is told of, and not asked again`() async throws {
    // No fsync can be had of this file.
    let calls = Mutex(0)
    let follower = try LogFollower(log: "/dev/null") { file in
      calls.withLock { $0 += 1 }
      return fsync(file)
    }
    let reason = await withCheckedContinuation { continuation in
      follower.follow(1) { continuation.resume(returning: $0) }
    }
    #expect(reason == "the log could not be brought to the disk")
    #expect(await follower.bring() == reason)
    #expect(follower.bringAtOnce() == reason)
    #expect(calls.withLock { $0 } == 1)
  }

  @Test func `whoever waits asks the disk even when nothing was counted`() async throws {
    let calls = Mutex(0)
    let follower = try LogFollower(log: "/dev/null") { _ in
      calls.withLock { $0 += 1 }
      return 0
    }
    // A commit is seen by everybody before it is counted.
    #expect(await follower.bring() == nil)
    #expect(calls.withLock { $0 } == 1)
  }

  @Test func `a call that was interrupted is made again`() async throws {
    let calls = Mutex(0)
    let follower = try LogFollower(log: "/dev/null") { _ in
      errno = EINTR
      return calls.withLock { calls in
        calls += 1
        return calls < 3 ? -1 : 0
      }
    }
    #expect(await follower.bring() == nil)
    #expect(calls.withLock { $0 } == 3)
  }

  @Test func `many commits without waiting are followed by one that waits`() throws {
    let follower = try LogFollower(log: "/dev/null") { _ in 0 }
    for _ in 0..<LogFollower.longest / 4 {
      #expect(!follower.isBehind)
      follower.follow(1) { _ in }
    }
    #expect(follower.isBehind)
    follower.rest()
    #expect(!follower.isBehind)
  }

  @Test func `a disk that hangs holds one thread, and later commits wait for it`() async throws {
    let hang = Mutex(())
    let calls = Mutex(0)
    let follower = try LogFollower(log: "/dev/null") { _ in
      calls.withLock { $0 += 1 }
      return hang.withLock { _ in 0 }
    }
    let most = hang.withLock { _ in
      for _ in 0..<100 {
        follower.follow(1) { _ in }
        usleep(2000)
      }
      // However slow the machine is, the oldest line only grows older.
      usleep(UInt32(LogFollower.patience) * 1000)
      return (calls.withLock { $0 }, follower.isBehind)
    }
    #expect(most.0 <= 1)
    #expect(most.1)
    #expect(await follower.bring() == nil)
    #expect(!follower.isBehind)
  }

  private func sampleNote() throws -> Note {
    Note(text: try FreeText("a note"), audience: .everyone)
  }
}
