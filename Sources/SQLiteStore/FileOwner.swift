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

  init(of path: String) throws(ArchiveError) {
    let name = path + ".lock"
    descriptor = open(name, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else {
      throw .notAnArchive(
        path: name, reason: "cannot be opened: \(String(cString: strerror(errno)))")
    }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      // The deinitialiser closes the file.
      throw .owned(path: path, process: FileOwner.process(in: descriptor))
    }
    // SQLite gives the files beside the data the same rights as the data.
    let data = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard data >= 0 else {
      throw .notAnArchive(
        path: path, reason: "cannot be opened: \(String(cString: strerror(errno)))")
    }
    close(data)
    let text = Array("\(getpid())\n".utf8)
    ftruncate(descriptor, 0)
    _ = text.withUnsafeBytes { pwrite(descriptor, $0.baseAddress, $0.count, 0) }
  }

  deinit { close(descriptor) }

  /// The process that holds the lock, as it wrote it down.
  private static func process(in descriptor: Int32) -> Int32 {
    var bytes = [UInt8](repeating: 0, count: 16)
    let count = bytes.withUnsafeMutableBytes { pread(descriptor, $0.baseAddress, $0.count, 0) }
    let digits = bytes[..<max(0, count)].prefix { $0 >= 0x30 && $0 <= 0x39 }
    return Int32(String(decoding: digits, as: UTF8.self)) ?? 0
  }
}
