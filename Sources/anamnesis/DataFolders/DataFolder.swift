import Archive
import ArgumentParser
import Foundation
import SQLiteStore
import Vault

/// A folder in which records are kept: one data file, and its key file unless that is elsewhere.
struct DataFolder: ExpressibleByArgument {
  let path: String

  init?(argument: String) {
    guard !argument.isEmpty else { return nil }
    path = argument
  }

  static var defaultCompletionKind: CompletionKind { .directory }

  /// The data file.
  var records: String { "\(path)/records.db" }
  /// The signed checkpoints of the audit trail.
  var checkpoints: String { "\(path)/checkpoints.ndjson" }

  /// Reads the checkpoints that were kept.
  ///
  /// - Returns: the checkpoints in order; none when there is no file.
  /// - Throws: ``BadInput`` when a line cannot be read.
  func keptCheckpoints() throws -> [Checkpoint] {
    guard FileStatus(checkpoints) != nil, let file = InputFile(argument: checkpoints) else {
      return []
    }
    let lines = try file.text(limit: 1 << 28).split(separator: "\n")
    return try lines.enumerated().map { index, line in
      do {
        return try Checkpoint(text: String(line))
      } catch {
        throw BadInput("\(checkpoints), line \(index + 1)", error)
      }
    }
  }

  /// Adds a checkpoint.
  func keep(_ checkpoint: Checkpoint) throws {
    let file = open(checkpoints, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw OutputFault.current(checkpoints) }
    defer { close(file) }
    let line = Array("\(checkpoint.text)\n".utf8)
    let count = line.withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
    guard count == line.count, fsync(file) == 0 else { throw OutputFault.current(checkpoints) }
  }
}
