internal import Archive

#if canImport(Glibc)
  private import Glibc
#else
  private import Darwin
#endif

/// Holds a data file for one process, and makes it for its owner's eyes alone: a lock on a file beside it, which also names the process.
///
/// Two processes that write one SQLite file can damage it (SQLite before 3.51.3 has a race between a
/// write and a checkpoint from different connections), so a second one is refused.
final class FileOwner: Sendable {
  private let descriptor: Int32
  private let name: String

  /// - Parameters:
  ///   - path: the data file.
  ///   - creating: whether the file may be made when there is none.
  /// - Throws: ``ArchiveError/owned(path:process:)``, and an error when there is no such file.
  init(of path: String, creating: Bool) throws(ArchiveError) {
    name = path + ".lock"
    descriptor = open(name, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else {
      throw .notAnArchive(
        path: name, reason: "cannot be opened: \(String(cString: strerror(errno)))")
    }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 || Fault.breaks(.secondOwner) else {
      // The deinitialiser closes the file.
      throw .owned(path: path, process: FileOwner.process(in: descriptor))
    }
    try FileOwner.own(path, lock: descriptor, creating: creating)
    let text = Array("\(getpid())\n".utf8)
    ftruncate(descriptor, 0)
    _ = text.withUnsafeBytes { pwrite(descriptor, $0.baseAddress, $0.count, 0) }
  }

  deinit { close(descriptor) }

  /// Whether the lock that is held is still the one under its name. A lock that was removed keeps
  /// nobody out, so whoever finds it gone must stop writing.
  var holdsLock: Bool { FileOwner.isNamed(descriptor, name) }

  private static func isNamed(_ lock: Int32, _ name: String) -> Bool {
    var (held, named) = (stat(), stat())
    return fstat(lock, &held) == 0 && stat(name, &named) == 0 && held.st_ino == named.st_ino
      && held.st_dev == named.st_dev
  }

  /// Makes the data file its owner's alone; SQLite gives the files beside it the same rights.
  ///
  /// A link would lead around the lock, which stands beside the name and not beside the file.
  private static func own(
    _ path: String, lock: Int32, creating: Bool
  ) throws(ArchiveError) {
    let flags = O_RDWR | O_CLOEXEC | O_NOFOLLOW | (creating ? O_CREAT : 0)
    let data = open(path, flags, 0o600)
    guard data >= 0 else {
      throw .notAnArchive(
        path: path, reason: "cannot be opened: \(String(cString: strerror(errno)))")
    }
    defer { close(data) }
    guard isNamed(lock, path + ".lock") else {
      throw .notAnArchive(path: path, reason: "its lock was removed meanwhile")
    }
    var file = stat()
    guard fstat(data, &file) == 0, file.st_mode & S_IFMT == S_IFREG else {
      throw .notAnArchive(path: path, reason: "it is no file")
    }
    guard creating || file.st_size > 0 else {
      throw .notAnArchive(path: path, reason: "it is empty")
    }
    fchmod(data, 0o600)
  }

  /// Makes an empty file for its owner's eyes alone.
  static func makeFile(_ path: String) throws(ArchiveError) {
    let file = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard file >= 0 else {
      throw .notAnArchive(path: path, reason: "cannot be made: \(String(cString: strerror(errno)))")
    }
    close(file)
  }

  /// Gives a file that is complete its name, so that both survive a power cut.
  static func settle(_ partial: String, at path: String) throws(ArchiveError) {
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
    guard synchronize(partial), rename(partial, path) == 0, synchronize(folder) else {
      throw .notAnArchive(
        path: path, reason: "cannot be written: \(String(cString: strerror(errno)))")
    }
  }

  private static func synchronize(_ path: String) -> Bool {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return false }
    defer { close(file) }
    return fsync(file) == 0
  }

  /// The process that holds the lock, as it wrote it down.
  private static func process(in descriptor: Int32) -> Int32 {
    var bytes = [UInt8](repeating: 0, count: 16)
    let count = bytes.withUnsafeMutableBytes { pread(descriptor, $0.baseAddress, $0.count, 0) }
    let digits = bytes[..<max(0, count)].prefix { $0 >= 0x30 && $0 <= 0x39 }
    return Int32(String(decoding: digits, as: UTF8.self)) ?? 0
  }
}
