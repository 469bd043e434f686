import Archive
import Foundation
import Synchronization
import Testing

@testable import SQLiteStore

/// Whoever is told of commits.
struct CommitWatcherTests {
  @Test func `is told before and after each commit, by the same few calls however many there were`()
    async throws
  {
    let desk = try await Desk(waitsForReadings: false)
    // How deep in calls each moment was.
    let before = Mutex<[Int]>([])
    let after = Mutex<[Int]>([])
    desk.engine.watchCommits {
      let depth = Thread.callStackReturnAddresses.count
      before.withLock { $0.append(depth) }
      return {
        let depth = Thread.callStackReturnAddresses.count
        after.withLock { $0.append(depth) }
      }
    }
    for _ in 0..<40 { try await desk.engine.write { _ = try $0.first("SELECT 1") } }
    for moments in [before.withLock { $0 }, after.withLock { $0 }] {
      #expect(moments.count == 40)
      let (least, most) = (moments.min() ?? 0, moments.max() ?? 0)
      #expect(least > 0 && most < least + 20, "\(moments)")
    }
  }
}
