/// A fingerprint of a set of entries, to tell whether something computed is still current.
///
/// It is the 128-bit FNV-1a hash (Fowler, Noll and Vo) of what the entries say, in the order of
/// their identifiers, without the moments they were recorded. It is the same on every machine. It
/// is not cryptographic: it finds accidents, not forgeries.
public struct RecordDigest: Hashable, Sendable {
  private(set) var state: UInt128

  init() {
    state = 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d
  }

  init(of entries: [Entry]) {
    self.init()
    let order = entries.indices.map { (id: entries[$0].id, index: $0) }.sorted { $0.id < $1.id }
    let encoder = DigestEncoder()
    for (_, index) in order { add(encoder.bytes(of: entries[index])) }
  }

  mutating func add(_ bytes: [UInt8]) {
    for byte in bytes {
      state = (state ^ UInt128(byte)) &* 0x0000_0000_0100_0000_0000_0000_0000_013b
    }
  }
}

extension RecordDigest: CustomStringConvertible {
  /// 32 hexadecimal digits.
  public var description: String {
    let digits = String(state, radix: 16)
    return String(repeating: "0", count: 32 - digits.count) + digits
  }
}
