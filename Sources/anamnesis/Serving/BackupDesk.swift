import Archive
import Foundation
import SQLiteStore
import Synchronization

/// Where a running server copies its records for `anamnesis backup`: one process alone may have them
/// open, so whoever wants a copy asks that process.
///
/// Whoever comes says who they are, is told when the copy stands in the data folder, takes it away and
/// leaves; what was not taken away is removed. One copy is made at a time.
final class BackupDesk: Sendable {
  private let folder: DataFolder
  private let open: OpenData
  private let socket: LocalSocket
  private let isClosed = Mutex(false)

  /// Opens the desk.
  ///
  /// - Returns: `nil` when there can be none, since the path of the folder is too long.
  init?(_ folder: DataFolder, _ open: OpenData) {
    guard let socket = LocalSocket.listening(at: folder.desk) else { return nil }
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
    guard let line = caller.line(while: { isOpen && ContinuousClock.now < end }),
      let user = UInt32(line)
    else { return }
    let done = DispatchSemaphore(value: 0)
    let answer = Mutex("")
    Task {
      let words = await copy(for: user)
      answer.withLock { $0 = words }
      done.signal()
    }
    done.wait()
    guard caller.send(answer.withLock { $0 }) else { return }
    // The copy is theirs until they leave.
    _ = caller.line(while: { isOpen })
  }

  /// Copies the records as they are at one moment.
  ///
  /// - Returns: nothing, or what went wrong.
  private func copy(for user: UInt32) async -> String {
    do {
      let access = Access(actor: "uid-\(user)", role: "operator", purpose: "operations")
      try await open.archive.note(.backup, by: access, detail: "copy while served")
      try await open.engine.backup(to: folder.copy)
      return ""
    } catch {
      return "\(error)"
    }
  }
}
