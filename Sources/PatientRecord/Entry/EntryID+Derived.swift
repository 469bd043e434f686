extension EntryID {
  /// Creates the identifier of something that follows from an entry, always the same one.
  ///
  /// It carries the moment of the entry's own identifier, and in place of random bits the fingerprint
  /// of both names, so that whoever derives the same thing names it alike.
  ///
  /// - Parameters:
  ///   - entry: the entry that it follows from.
  ///   - name: what follows from it.
  public init(following entry: EntryID, as name: String) {
    var digest = RecordDigest()
    digest.add(entry.bytes)
    digest.add(Array(name.utf8))
    var bits = digest.bits
    self.init(at: entry.instant, using: &bits)
  }
}

extension RecordDigest {
  /// The fingerprint as the bits of an identifier.
  fileprivate var bits: FingerprintBits { FingerprintBits(rest: state) }
}

/// The two halves of a fingerprint, one after the other.
private struct FingerprintBits: RandomNumberGenerator {
  var rest: UInt128

  mutating func next() -> UInt64 {
    defer { rest >>= 64 }
    return UInt64(truncatingIfNeeded: rest)
  }
}
