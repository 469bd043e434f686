/// Hands out the bits of a hash where random ones are asked for.
struct HashBits: RandomNumberGenerator {
  private var words: [UInt64]
  private var used = 0

  /// Spreads the hash over two words, each bit of which depends on all of it.
  ///
  /// - Parameter hash: the hash.
  init(hash: StableHash) {
    let low = Self.mixed(UInt64(truncatingIfNeeded: hash.value))
    let high = Self.mixed(UInt64(truncatingIfNeeded: hash.value >> 64) ^ low)
    words = [Self.mixed(low ^ high), high]
  }

  mutating func next() -> UInt64 {
    defer { used += 1 }
    return words[used % words.count]
  }

  /// The last step of SplitMix64 (Steele, Lea and Flood 2014), which loses nothing.
  private static func mixed(_ word: UInt64) -> UInt64 {
    var mixed = word
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
