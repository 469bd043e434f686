import Foundation

/// What the system knows of a file that exists.
struct FileStatus {
  private let status: stat

  /// Asks for a file.
  ///
  /// - Parameter path: its path; links are followed. `nil` comes of a file that does not exist.
  init?(_ path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    self.status = status
  }

  var isFolder: Bool { status.st_mode & S_IFMT == S_IFDIR }

  var isRegular: Bool { status.st_mode & S_IFMT == S_IFREG }

  /// Its size in bytes.
  var size: Int { Int(clamping: status.st_size) }

  /// Whether nobody but its owner may do anything with it.
  var isClosedToOthers: Bool { status.st_mode & 0o077 == 0 }

  /// Whether two paths lead to one regular file.
  func isSameFile(as other: FileStatus) -> Bool {
    isRegular && status.st_dev == other.status.st_dev && status.st_ino == other.status.st_ino
  }
}
