import Archive
import Foundation
import Knowledge
import SQLiteStore
import Server
import Time
import Vault

/// The data folder of a running server.
struct ServedData: Sendable {
  let folder: DataFolder
  let keys: KeyFile
  let open: OpenData
  let desk: BackupDesk?

  /// Opens a folder.
  static func open(
    _ folder: DataFolder, keys: String?, _ knowledge: Knowledge, waitsForReadings: Bool
  ) async -> Result<ServedData, DataFault> {
    var options = DataOptions()
    options.data = folder
    options.keys = keys
    do {
      let open = try await options.open(
        knowledge: knowledge, waitsForReadings: waitsForReadings)
      let desk = BackupDesk.opened(folder, open)
      return .success(ServedData(folder: folder, keys: options.keyFile, open: open, desk: desk))
    } catch {
      return .failure(DataFault(error: error))
    }
  }

  /// Signs the end of the trail and lets go of the file.
  func close() async throws {
    desk?.close()
    try await folder.keep(open.archive.checkpoint())
    try open.engine.close()
  }

  /// Ends the process, in good order, when nothing more can be stored: after an fsync that failed
  /// nobody knows what the disk holds, and only the next process can find out.
  func endWhenStopped() {
    open.engine.whenStopped { kill(getpid(), SIGTERM) }
  }

  /// Reads the figures of the data.
  func watch(_ metrics: Metrics) {
    let log = folder.log
    metrics.gauge(.logSize) { FileStatus(log).map { Double($0.size) } }
    let engine = open.engine
    engine.watchCommits {
      let start = ContinuousClock.now
      return { metrics.observe(.commitTime, start.duration(to: .now)) }
    }
    metrics.gauge(.synchronous) { await engine.synchronous().map { Double($0) } }
  }
}

extension ServedData: Readiness {
  func checks() async -> [ReadinessCheck] {
    let synchronous = await open.engine.synchronous()
    let version = (try? await open.engine.libraryVersion()) ?? "unknown"
    return [
      await writing(), space(),
      ReadinessCheck(
        "keys", isWell: keys.exists, keys.exists ? "the key file is there" : "no key file"),
      ReadinessCheck(
        "synchronous", isWell: synchronous == 2, "\(synchronous.map { "\($0)" } ?? "unknown")"),
      ReadinessCheck("sqlite", isWell: true, version),
    ]
  }

  /// Writes to the disk and waits until it is safe there.
  private func writing() async -> ReadinessCheck {
    do {
      try await open.archive.probeWriting()
      return ReadinessCheck("writing", isWell: true, "a change was stored")
    } catch {
      return ReadinessCheck("writing", isWell: false, "nothing can be stored")
    }
  }

  private func space() -> ReadinessCheck {
    guard let share = FreeSpace(in: folder.path)?.share else {
      return ReadinessCheck("space", isWell: false, "the disk does not answer")
    }
    return ReadinessCheck(
      "space", isWell: share > 0.05, "\(Int(share * 100)) of 100 parts are free")
  }
}

extension SQLiteEngine {
  /// How writes reach the disk; 2 is FULL.
  fileprivate func synchronous() async -> Int? {
    let value = try? await write { try $0.first("PRAGMA synchronous")?.integer(0) }
    return (value ?? nil).map { Int($0) }
  }
}
