internal import Synchronization

#if canImport(Glibc)
  private import Glibc
#else
  private import Darwin
#endif

/// Room on the disk that is kept for the audit trail, so that records can be read, and are audited,
/// when nothing else can be stored any more.
///
/// It is a file of 8 MiB beside the data file: a full log (4 MB) and some ten thousand lines of the
/// trail. On a full disk it is given up; it is made again when there is twice its room.
final class DiskReserve: Sendable {
  /// How large it is, in bytes.
  static let size = 8 << 20
  /// With less room than this, in bytes, a data file cannot even be opened for sure.
  private static let tight = 1 << 20

  private let path: String
  private let isHeld: Mutex<Bool>

  /// Takes up what stands beside a data file, and gives it up at once where the disk is full.
  ///
  /// - Parameter path: the data file.
  init(beside path: String) {
    self.path = path + ".reserve"
    var status = stat()
    let exists = stat(self.path, &status) == 0 && status.st_size == DiskReserve.size
    isHeld = Mutex(exists)
    if exists, available < DiskReserve.tight { release() }
  }

  /// Whether there is room for more: the reserve is there, made now if the disk has room again.
  func take() -> Bool {
    isHeld.withLock { isHeld in
      if isHeld { return true }
      guard available >= 2 * DiskReserve.size else { return false }
      // Where such a file cannot be made, the free room has to do.
      isHeld = make()
      return true
    }
  }

  /// Gives the room up.
  func release() {
    isHeld.withLock { isHeld in
      isHeld = false
      _ = unlink(path)
    }
  }

  /// The room that is left on the disk, in bytes; all the world where nobody can tell.
  private var available: Int {
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
    var status = statvfs()
    guard statvfs(folder, &status) == 0 else { return .max }
    let (bytes, overflows) = Int(clamping: status.f_bavail)
      .multipliedReportingOverflow(by: Int(clamping: status.f_frsize))
    return overflows ? .max : bytes
  }

  private func make() -> Bool {
    let file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard file >= 0 else { return false }
    defer { close(file) }
    #if canImport(Glibc)
      let isMade = posix_fallocate(file, 0, off_t(DiskReserve.size)) == 0
    #else
      let zeros = [UInt8](repeating: 0, count: DiskReserve.size)
      let isMade = write(file, zeros, zeros.count) == zeros.count
    #endif
    if !isMade { _ = unlink(path) }
    return isMade
  }
}
