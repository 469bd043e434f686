internal import JSON

#if canImport(Glibc)
  private import Glibc
#else
  private import Darwin
#endif

/// The file that holds a ``KeyRing``; it stands apart from the data and is backed up apart from it.
///
/// Only its owner may read it. It is replaced as a whole: after a crash either the old ring is there
/// or the new one.
public struct KeyFile: Sendable {
  /// Where it is.
  public let path: String

  /// Names a key file.
  ///
  /// - Parameter path: where it is or will be.
  public init(path: String) { self.path = path }

  /// Whether there is a file.
  public var exists: Bool { access(path, F_OK) == 0 }

  /// Reads the ring.
  ///
  /// - Returns: the ring.
  /// - Throws: an error when there is no file, others may read it, or it is damaged.
  public func load() throws(VaultError) -> KeyRing {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw fault("cannot be opened: \(reason())", "restore the key file of this data")
    }
    defer { close(descriptor) }
    try refuseWhenOthersMayRead(descriptor)
    let bytes = try contents(of: descriptor)
    do {
      return try KeyRing(text: String(decoding: bytes, as: UTF8.self))
    } catch {
      let field = error.path.isEmpty ? "" : "\(error.path): "
      throw fault(field + error.reason, "restore the key file from its backup")
    }
  }

  /// Writes the ring so that it survives a power cut.
  ///
  /// What the path leads to by links is replaced, not the link.
  ///
  /// - Parameters:
  ///   - ring: what to keep.
  ///   - old: the ring that the file must still hold; nil when there must be no file yet.
  /// - Throws: an error when the file holds another ring, or cannot be written.
  public func save(_ ring: KeyRing, replacing old: KeyRing?) throws(VaultError) {
    let place = resolved
    let folder = try lockedFolder(of: place)
    defer { close(folder) }
    if let old {
      guard try load().text() == old.text() else {
        throw fault("was changed by another process meanwhile", "start the command again")
      }
    } else if exists {
      throw fault("is there already", "name another file")
    }
    let bytes = Array(try ring.text().utf8)
    let partial = place + ".new"
    unlink(partial)
    let descriptor = open(
      partial, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw unwritable() }
    var written = 0
    while written < bytes.count {
      let count = bytes[written...].withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
      if count <= 0 { break }
      written += count
    }
    let isComplete = written == bytes.count && fsync(descriptor) == 0
    close(descriptor)
    guard isComplete, rename(partial, place) == 0, fsync(folder) == 0 else {
      let error = unwritable()
      unlink(partial)
      throw error
    }
  }

  private func refuseWhenOthersMayRead(_ descriptor: Int32) throws(VaultError) {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else {
      throw fault("cannot be examined: \(reason())", "check the disk")
    }
    guard status.st_mode & 0o077 == 0 else {
      throw fault("others than its owner may use it", "chmod 600 \(path)")
    }
  }

  private func contents(of descriptor: Int32) throws(VaultError) -> [UInt8] {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = chunk.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
      if count == 0 { return bytes }
      guard count > 0 else { throw fault("cannot be read: \(reason())", "check the disk") }
      bytes += chunk[..<count]
      guard bytes.count <= 1 << 20 else {
        throw fault("is longer than a key file can be", "restore the key file from its backup")
      }
    }
  }

  /// The folder of the file, held for this process: between the look at the old ring and the new one
  /// in its place nobody else may write. It also makes the new name durable.
  private func lockedFolder(of place: String) throws(VaultError) -> Int32 {
    let folder = place.lastIndex(of: "/").map { String(place[...$0]) } ?? "."
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw unwritable() }
    while flock(descriptor, LOCK_EX) != 0 {
      guard errno == EINTR else {
        let error = unwritable()
        close(descriptor)
        throw error
      }
    }
    return descriptor
  }

  /// Where the file really is.
  private var resolved: String {
    guard let found = realpath(path, nil) else { return path }
    defer { free(found) }
    return String(cString: found)
  }

  private func unwritable() -> VaultError {
    fault("cannot be written: \(reason())", "check the folder's owner and the free space")
  }

  private func fault(_ reason: String, _ cure: String) -> VaultError {
    .keyFile(path: path, reason: reason, cure: cure)
  }

  private func reason() -> String { String(cString: strerror(errno)) }
}
