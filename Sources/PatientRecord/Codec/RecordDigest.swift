import JSON

/// A fingerprint of a set of entries, to tell whether something computed is still current.
///
/// It is the 128-bit FNV-1a hash (Fowler, Noll and Vo) of the entries' text in the order of their
/// identifiers, without the moments they were recorded. It is the same on every machine. It is not
/// cryptographic: it finds accidents, not forgeries.
public struct RecordDigest: Hashable, Sendable {
  private var state: UInt128

  init() {
    state = 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d
  }

  mutating func add(_ bytes: some Sequence<UInt8>) {
    for byte in bytes {
      state = (state ^ UInt128(byte)) &* 0x0000_0000_0100_0000_0000_0000_0000_013b
    }
  }

  mutating func add(_ entry: Entry) {
    // An entry that has no text still has its identifier.
    let text = try? RecordCodec.value(of: entry.recorded(at: nil)).bytes()
    add(text ?? entry.id.bytes)
    add([UInt8(ascii: "\n")])
  }
}

extension RecordDigest: CustomStringConvertible {
  /// 32 hexadecimal digits.
  public var description: String {
    let digits = String(state, radix: 16)
    return String(repeating: "0", count: 32 - digits.count) + digits
  }
}
