import Archive
import SQLiteStore

/// Where a backup comes from: records that this process has opened, or the server that has them open.
///
/// The audit trail tells twice of a backup: that a copy was begun, before anything is copied, and that
/// the backup was checked and signed. By the second alone its age is told.
enum BackupSource {
  case opened(OpenData)
  case served(ServedCopy)

  /// Opens the records, or asks the server that has them open for a copy.
  init(of folder: DataOptions) async throws {
    do {
      self = .opened(try await folder.open())
    } catch let error as ArchiveError {
      guard case .owned = error, let copy = try ServedCopy(of: folder.data) else { throw error }
      self = .served(copy)
    }
  }

  /// Puts a copy to a place where there is none.
  func copy(to place: String) async throws {
    switch self {
    case .opened(let open):
      try await open.archive.note(.backup, by: .commandLine(for: "operations"), detail: "copy")
      try await open.engine.backup(to: place)
    case .served(let copy): try copy.move(to: place)
    }
  }

  /// Has it written down that the backup is whole.
  func finish() async throws {
    switch self {
    case .opened(let open):
      try await open.archive.note(
        .finishBackup, by: .commandLine(for: "operations"), detail: "copy")
    case .served(let copy): try copy.finish()
    }
  }

  /// Lets go of the records.
  func close() throws {
    switch self {
    case .opened(let open): try open.engine.close()
    case .served(let copy): copy.close()
    }
  }
}
