internal import Crypto

/// A chain of hashes: each link is the SHA-256 of the link before it and of what it stands for, so
/// that nothing in the middle can be changed, left out or put in without the end being another.
public enum HashChain {
  /// What the first link follows.
  public static let root = [UInt8](repeating: 0, count: 32)

  /// The next link.
  ///
  /// - Parameters:
  ///   - previous: the link before it, 32 bytes.
  ///   - columns: what it stands for, in order; every column counts with its length.
  /// - Returns: the link, 32 bytes.
  public static func link(after previous: [UInt8], columns: [[UInt8]]) -> [UInt8] {
    var hash = SHA256()
    hash.update(data: previous)
    for column in columns {
      hash.update(data: SealedPlace.bytes(of: Int64(column.count)))
      hash.update(data: column)
    }
    return Array(hash.finalize())
  }
}
