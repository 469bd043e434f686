import Foundation

/// A file that appears under its name only when it is complete: it is written beside its place and
/// then moved there. It can be read by its owner alone, since it holds what patients said.
struct WholeFile {
  /// Where it will stand.
  let place: URL
  /// Where it is written.
  let partial: String
  /// What it is called in messages.
  let name: String

  /// Plans a file.
  ///
  /// - Parameter path: its path; the name of a link stays, what it points to is replaced.
  init(_ path: String) {
    name = path
    place = URL(filePath: path).resolvingSymlinksInPath()
    partial =
      place.deletingLastPathComponent()
      .appending(path: ".\(place.lastPathComponent).\(getpid()).partial").path
  }

  /// Writes the file; when `body` throws, nothing is left behind.
  ///
  /// - Parameter body: writes to the sink.
  /// - Throws: ``BadInput`` when the file cannot be written, and what `body` throws.
  func write(_ body: (inout ByteSink) throws -> Void) throws {
    let descriptor = open(partial, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw OutputFault.current(name) }
    do {
      defer { close(descriptor) }
      var sink = ByteSink(descriptor: descriptor, name: name)
      try body(&sink)
      try sink.flush()
      guard fsync(descriptor) == 0 else { throw OutputFault.current(name) }
      guard rename(partial, place.path) == 0,
        FolderEntry.synchronize(place.deletingLastPathComponent().path)
      else { throw OutputFault.current(name) }
    } catch {
      unlink(partial)
      throw error
    }
  }
}

/// The names in a folder.
enum FolderEntry {
  /// Makes the names in a folder survive a power cut; a system that cannot is taken as it is.
  static func synchronize(_ folder: String) -> Bool {
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return errno == EACCES }
    defer { close(descriptor) }
    return fsync(descriptor) == 0 || errno == EINVAL
  }
}

/// Why an output cannot be written, as the system said last.
enum OutputFault {
  static func current(_ path: String) -> BadInput {
    switch errno {
    case ENOENT: BadInput(path, "its folder does not exist", cure: "create the folder first")
    case ENOTDIR: BadInput(path, "its folder is a file", cure: "name another folder")
    case EACCES, EPERM, EROFS:
      BadInput(path, "its folder may not be written to", cure: "name another folder")
    default: BadInput(path, SystemFault.current, cure: "write to another place")
    }
  }
}
