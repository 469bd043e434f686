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
    let answer = server.send("\(getuid())") ? server.line() : nil
    guard answer == "" else {
      server.close()
      throw BadInput(
        folder.path, "the server could not copy the records: \(answer ?? "it has ended")",
        cure: "try again, or stop the server first")
    }
  }

  /// Moves the copy to a place where there is none.
  ///
  /// - Throws: ``BadInput`` when it cannot be written there.
  func move(to place: String) throws {
    defer { server.close() }
    if rename(folder.copy, place) == 0 { return }
    // Another disk: the server removes its copy.
    guard errno == EXDEV, let file = InputFile(argument: folder.copy) else {
      throw OutputFault.current(place)
    }
    try WholeFile(place).write { sink in
      try file.forEachChunk { (chunk: [UInt8]) throws in try sink.write(chunk) }
    }
  }

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
