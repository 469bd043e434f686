import Archive
import Foundation
import SQLiteStore

/// A copy of the records that a running server made in their folder.
struct ServedCopy {
  private let folder: DataFolder
  private let server: LocalSocket

  /// Asks the server that has a folder open for a copy, and waits until it is made.
  ///
  /// - Returns: `nil` when no server answers there.
  /// - Throws: ``BadInput`` with the server's words when it could not.
  init?(of folder: DataFolder) throws {
    guard let server = LocalSocket.connected(to: folder.desk) else { return nil }
    self.folder = folder
    self.server = server
    let answer = server.send("copy") ? server.line() : nil
    guard answer == "" else {
      server.close()
      throw BadInput(
        folder.path, "the server could not copy the records: \(answer ?? "it has ended")",
        cure: "try again, or stop the server first")
    }
  }

  /// Moves the copy to a place where there is none.
  ///
  /// - Throws: ``BadInput`` when the server has removed it, or it cannot be written there.
  func move(to place: String) throws {
    if rename(folder.copy, place) == 0 { return }
    let fault = errno
    guard FileStatus(folder.copy) != nil else {
      throw BadInput(
        folder.path, "the server ended before its copy was taken away",
        cure: "start it and try again, or back up while it is stopped")
    }
    errno = fault
    guard fault == EXDEV, let file = InputFile(argument: folder.copy) else {
      throw OutputFault.current(place)
    }
    try WholeFile(place).write { sink in
      try file.forEachChunk { (chunk: [UInt8]) throws in try sink.write(chunk) }
    }
    ServedCopy.remove(from: folder)
  }

  /// Tells the server that the backup is whole, so that it writes that down.
  ///
  /// - Throws: ``BadInput`` when it did not.
  func finish() throws {
    let answer = server.send(ServedCopy.made) ? server.line() : nil
    guard answer == "" else {
      throw BadInput(
        folder.path,
        "the backup is whole, but the server did not write that down: "
          + (answer ?? "it has ended"),
        cure: "make another one while it runs, so that its age is told")
    }
  }

  /// Leaves the server.
  func close() { server.close() }

  /// What the server is told when the backup is whole.
  static let made = "made"

  /// Removes what was not taken away.
  static func remove(from folder: DataFolder) {
    for ending in [""] + SQLiteEngine.companions { unlink(folder.copy + ending) }
  }
}

extension DataFolder {
  /// Where a running server is asked for a copy of the records.
  var desk: String { "\(path)/backup.socket" }
  /// Where it makes the copy.
  var copy: String { "\(path)/records.db.copy" }
}
