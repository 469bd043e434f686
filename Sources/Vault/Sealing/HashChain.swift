internal import Crypto

extension KeyRing {
  /// The next link of a chain (HMAC-SHA-256): it follows from the link before it and from what it
  /// stands for, so that nothing in the middle can be changed, left out or put in without the end
  /// being another, and nobody without the key file can make a chain.
  ///
  /// - Parameters:
  ///   - previous: the link before it, 32 bytes.
  ///   - columns: what it stands for, in order; every column counts with its length.
  /// - Returns: the link, 32 bytes.
  public func link(after previous: [UInt8], columns: ColumnBytes) -> [UInt8] {
    var whole = ColumnBytes()
    whole.append("chain")
    whole.append(previous)
    whole.append(contentsOf: columns)
    return Array(HMAC<SHA256>.authenticationCode(for: whole.bytes, using: indexKey))
  }

  /// What tells this installation's rings from those of others, whatever epochs they hold.
  public var fingerprint: [UInt8] { lookup("ring", kind: "fingerprint") }
}

/// The ends of chains, and the fingerprint of what is signed.
public enum HashChain {
  /// What the first link follows.
  public static let root = [UInt8](repeating: 0, count: 32)

  /// A fingerprint of columns after another fingerprint (SHA-256).
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
