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
  /// What was committed and does not stand in the data file yet.
  var log: String { "\(records)-wal" }
  /// The signed checkpoints of the audit trail.
  var checkpoints: String { "\(path)/checkpoints.ndjson" }

  /// Stands there while the folder is made, so that making it can go on where it was cut off.
  private var mark: String { "\(path)/unfinished" }

  /// Whether making it was cut off.
  var isUnfinished: Bool { FileStatus(mark) != nil }

  /// Says that it is being made.
  func begin() throws {
    let file = open(mark, O_WRONLY | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw OutputFault.current(mark) }
    close(file)
    guard FolderEntry.synchronize(path) else { throw OutputFault.current(mark) }
  }

  /// Says that it is made.
  func finish() throws {
    guard unlink(mark) == 0 || errno == ENOENT, FolderEntry.synchronize(path) else {
      throw OutputFault.current(mark)
    }
  }

  /// Whether nothing is in it, or it is not there.
  var isEmpty: Bool {
    guard FileManager.default.fileExists(atPath: path) else { return true }
    return (try? FileManager.default.contentsOfDirectory(atPath: path).isEmpty) ?? false
  }

  /// A folder for a while, in the place for such.
  static func temporary() throws -> DataFolder {
    let name = "anamnesis-demo-\(UUID().uuidString.prefix(8).lowercased())"
    let path = FileManager.default.temporaryDirectory.appendingPathComponent(name).path
    guard let folder = DataFolder(argument: path) else {
      throw BadInput(path, "the folder cannot be made", cure: "name one by --data")
    }
    return folder
  }

  /// Removes the folder with all that is in it.
  func remove() { try? FileManager.default.removeItem(atPath: path) }

  /// Makes the folder, for its owner's eyes alone.
  func make() throws {
    do {
      try FileManager.default.createDirectory(
        atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    } catch {
      throw BadInput(path, "the folder cannot be made", cure: "name another place")
    }
    let parent = URL(filePath: path).resolvingSymlinksInPath().deletingLastPathComponent()
    guard FolderEntry.synchronize(parent.path) else { throw OutputFault.current(path) }
  }

  /// Reads the checkpoints that were kept.
  ///
  /// - Returns: the checkpoints in order, and a fault for each line that is none.
  /// - Throws: ``BadInput`` when the file cannot be read.
  func keptCheckpoints() throws -> (checkpoints: [Checkpoint], faults: [String]) {
    guard FileStatus(checkpoints) != nil, let file = InputFile(argument: checkpoints) else {
      return ([], [])
    }
    var kept: [Checkpoint] = []
    var faults: [String] = []
    let lines = try file.text(limit: 1 << 28).split(separator: "\n")
    for (index, line) in lines.enumerated() {
      do {
        kept.append(try Checkpoint(text: String(line)))
      } catch {
        faults.append("\(checkpoints), line \(index + 1) is no checkpoint")
      }
    }
    return (kept, faults)
  }

  /// Adds a checkpoint.
  func keep(_ checkpoint: Checkpoint) throws {
    let isNew = FileStatus(checkpoints) == nil
    let file = open(
      checkpoints, O_WRONLY | O_APPEND | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw OutputFault.current(checkpoints) }
    defer { close(file) }
    let end = lseek(file, 0, SEEK_END)
    // A blank line costs nothing, and a line that was cut off stays by itself.
    let line = Array("\n\(checkpoint.text)\n".utf8)
    let count = line.withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
    guard count == line.count, fsync(file) == 0 else {
      let fault = OutputFault.current(checkpoints)
      ftruncate(file, end)
      throw fault
    }
    guard !isNew || FolderEntry.synchronize(path) else { throw OutputFault.current(checkpoints) }
  }
}
