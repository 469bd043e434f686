public import Time

/// The identifier of an entry: a UUID of version 7 (RFC 9562), made by whoever makes the entry.
///
/// The same entry sent twice carries the same identifier and is stored once. Identifiers order by
/// the moment they were made, then at random.
public struct EntryID: Hashable, Sendable {
  /// The first eight bytes, most significant first: 48 bits of time, the version, 12 random bits.
  let high: UInt64
  /// The last eight bytes: the variant and 62 random bits.
  let low: UInt64

  /// Creates an identifier from bytes.
  ///
  /// - Parameter bytes: sixteen bytes of a UUID of version 7; anything else gives `nil`.
  public init?(bytes: [UInt8]) {
    guard bytes.count == 16 else { return nil }
    let high = bytes[..<8].reduce(0) { $0 << 8 | UInt64($1) }
    let low = bytes[8...].reduce(0) { $0 << 8 | UInt64($1) }
    self.init(high: high, low: low)
  }

  /// Creates an identifier for something that happens now.
  ///
  /// - Parameters:
  ///   - instant: the moment it is made; moments before 1970 count as 1970.
  ///   - generator: the source of the 74 random bits.
  public init(at instant: Instant, using generator: inout some RandomNumberGenerator) {
    let time = UInt64(max(0, instant.milliseconds)) & 0xFFFF_FFFF_FFFF
    let (first, second): (UInt64, UInt64) = (generator.next(), generator.next())
    high = time << 16 | 0x7000 | first & 0x0FFF
    low = 1 << 63 | second & 0x3FFF_FFFF_FFFF_FFFF
  }

  /// Keeps two halves that carry the version and the variant.
  init?(high: UInt64, low: UInt64) {
    guard high >> 12 & 0xF == 7, low >> 62 == 0b10 else { return nil }
    self.high = high
    self.low = low
  }

  /// The sixteen bytes, most significant first.
  public var bytes: [UInt8] {
    [high, low].flatMap { half in
      stride(from: 56, through: 0, by: -8).map { UInt8(truncatingIfNeeded: half >> UInt64($0)) }
    }
  }

  /// The moment the identifier was made, by the clock of its maker.
  public var instant: Instant { Instant(milliseconds: Int64(high >> 16)) }
}

extension EntryID: Comparable {
  public static func < (left: EntryID, right: EntryID) -> Bool {
    left.high != right.high ? left.high < right.high : left.low < right.low
  }
}
