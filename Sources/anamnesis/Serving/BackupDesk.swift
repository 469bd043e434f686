import Archive
import Foundation
import SQLiteStore
import Synchronization

/// Where a running server copies its records for `anamnesis backup`: one process alone may have them
/// open, so whoever wants a copy asks that process.
///
/// Whoever comes asks, is told when the copy stands in the data folder, takes it away, says when the
/// backup is whole, and leaves; what was not taken away is removed. Who they are the system tells. One
/// copy is made at a time.
final class BackupDesk: Sendable {
  private let folder: DataFolder
  private let open: OpenData
  private let socket: LocalSocket
  private let isClosed = Mutex(false)

  /// Opens the desk; where there can be none, says why, and the records are served without.
  static func opened(_ folder: DataFolder, _ open: OpenData) -> BackupDesk? {
    do {
      return BackupDesk(folder, open, try LocalSocket.listening(at: folder.desk))
    } catch {
      StandardError.write("No backups while this is served: \(error).\n")
      return nil
    }
  }

  private init(_ folder: DataFolder, _ open: OpenData, _ socket: LocalSocket) {
    self.folder = folder
    self.open = open
    self.socket = socket
    ServedCopy.remove(from: folder)
    Thread.detachNewThread { [self] in serve() }
  }

  /// Takes nobody any more.
  func close() {
    isClosed.withLock { $0 = true }
    unlink(folder.desk)
  }

  private var isOpen: Bool { !isClosed.withLock { $0 } }

  private func serve() {
    while isOpen {
      guard let caller = socket.accepted(within: 500) else { continue }
      attend(caller)
      ServedCopy.remove(from: folder)
      caller.close()
    }
    socket.close()
  }

  private func attend(_ caller: LocalSocket) {
    let end = ContinuousClock.now + .seconds(5)
    guard caller.line(while: { isOpen && ContinuousClock.now < end }) != nil,
      let user = caller.user
    else { return }
    let access = Access(actor: "uid-\(user)", role: "operator", purpose: "operations")
    let answer = outcome { try await self.copy(for: access) }
    guard caller.send(isOpen ? answer : "it is being stopped") else { return }
    // The copy is theirs until they leave.
    guard caller.line(while: { isOpen }) == ServedCopy.made else { return }
    _ = caller.send(
      outcome {
        try await self.open.archive.note(.finishBackup, by: access, detail: "copy while served")
      })
  }

  /// Copies the records as they are at one moment, where there is room for it.
  private func copy(for access: Access) async throws {
    try FreeSpace.requireCopy(of: folder)
    try await open.archive.note(.backup, by: access, detail: "copy while served")
    try await open.engine.backup(to: folder.copy)
  }

  /// Waits for some work.
  ///
  /// - Returns: nothing, or what went wrong.
  private func outcome(of work: @escaping @Sendable () async throws -> Void) -> String {
    let done = DispatchSemaphore(value: 0)
    let answer = Mutex("")
    Task {
      do {
        try await work()
      } catch {
        answer.withLock { $0 = "\(error)" }
      }
      done.signal()
    }
    done.wait()
    return answer.withLock { $0 }
  }
}
