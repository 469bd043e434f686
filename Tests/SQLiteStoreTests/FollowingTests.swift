import Archive
import PatientRecord
import TestKit
import Testing

@testable import SQLiteStore

/// The line of a reading that is on the disk a moment after the answer. That the real program does so
/// is shown by the campaign `trail-of-readings`, which sees every fsync.
struct FollowingTests {
  @Test func `lines of readings stand in the chain at once, and everything else goes on waiting`()
    async throws
  {
    let desk = try await Desk(waitsForReadings: false)
    _ = try await desk.archive.append([.sample(.note(sampleNote()), 1)], by: nurse)
    for _ in 0..<5 { _ = try await desk.archive.entries(of: .sample, by: nurse) }
    #expect(try await desk.engine.condition().synchronous == 2)
    #expect(try await desk.archive.latest(.read)?.sequence == 6)
    let checkpoint = try await desk.archive.checkpoint()
    #expect(checkpoint.sequence == 6)
    #expect(try await desk.archive.verifyTrail(against: [checkpoint]).faults.isEmpty)
    #expect(try await desk.archive.verify().faults.isEmpty)
  }

  @Test
  func `what was committed is brought to the disk once, and a log that is gone needs nothing`()
    async throws
  {
    let folder = try Folder()
    let follower = LogFollower(log: folder.file("log"))
    #expect(await follower.bring() == nil)
    follower.follow { _ in Issue.record("nothing failed") }
    #expect(await follower.bring() == nil)
  }

  @Test func `a disk that does not take the log is told of`() async throws {
    // No fsync can be had of this file.
    let follower = LogFollower(log: "/dev/null")
    let reason = await withCheckedContinuation { continuation in
      follower.follow { continuation.resume(returning: $0) }
    }
    #expect(reason == "the log could not be brought to the disk")
    #expect(await follower.bring() != nil)
  }

  private func sampleNote() throws -> Note {
    Note(text: try FreeText("a note"), audience: .everyone)
  }
}
