/// A 128-bit hash that is the same on every machine and in every run (FNV-1a; Fowler, Noll, Vo and
/// Eastlake, draft-eastlake-fnv).
///
/// It tells facts of a file apart; it keeps nothing secret.
struct StableHash: Sendable {
  private(set) var value: UInt128 = 0x6C62_272E_07BB_0142_62B8_2175_6295_C58D

  private static let prime: UInt128 = 1 << 88 | 0x13B

  mutating func combine(_ bytes: some Sequence<UInt8>) {
    for byte in bytes { value = (value ^ UInt128(byte)) &* Self.prime }
  }

  /// Adds a text with its length, so that neighbours cannot run into each other.
  mutating func combine(_ text: String) {
    combine(Int64(text.utf8.count))
    combine(text.utf8)
  }

  mutating func combine(_ number: Int64) {
    combine((0..<8).map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) })
  }

  mutating func combine(_ number: Double) {
    // The two zeros are one value.
    combine(Int64(bitPattern: (number == 0 ? 0 : number).bitPattern))
  }
}
