internal import Crypto

#if canImport(Glibc)
  private import Glibc
#else
  private import Darwin
#endif

/// The fingerprint of a file (SHA-256, FIPS 180-4).
public enum FileDigest {
  /// Reads a file and gives its fingerprint; memory stays flat.
  ///
  /// - Parameter path: the file.
  /// - Returns: 32 bytes.
  /// - Throws: an error when the file cannot be read.
  public static func of(_ path: String) throws(VaultError) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw unreadable(path) }
    defer { close(descriptor) }
    var hash = SHA256()
    var chunk = [UInt8](repeating: 0, count: 1 << 20)
    while true {
      let count = chunk.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
      guard count >= 0 else { throw unreadable(path) }
      if count == 0 { return Array(hash.finalize()) }
      chunk.withUnsafeBytes {
        hash.update(bufferPointer: UnsafeRawBufferPointer(rebasing: $0[..<count]))
      }
    }
  }

  private static func unreadable(_ path: String) -> VaultError {
    .malformed("\(path): cannot be read: \(String(cString: strerror(errno)))")
  }
}
