import JSON

extension EntryID: LosslessStringConvertible {
  /// Reads the usual text of a UUID.
  ///
  /// - Parameter text: 32 hexadecimal digits in groups of 8, 4, 4, 4 and 12 separated by hyphens;
  ///   other versions than 7 give `nil`.
  public init?(_ text: String) {
    var halves: (UInt64, UInt64) = (0, 0)
    var position = 0
    for byte in text.utf8 {
      position += 1
      if EntryID.isHyphen(position) {
        guard byte == UInt8(ascii: "-") else { return nil }
        continue
      }
      guard position <= 36, let digit = EntryID.digit(byte) else { return nil }
      if position <= 18 {
        halves.0 = halves.0 << 4 | digit
      } else {
        halves.1 = halves.1 << 4 | digit
      }
    }
    guard position == 36 else { return nil }
    self.init(high: halves.0, low: halves.1)
  }

  /// The usual text, in lower case.
  public var description: String {
    String(unsafeUninitializedCapacity: 36) { buffer in
      var written = 0
      for nibble in 0..<32 {
        let half = nibble < 16 ? high : low
        let digit = UInt8(truncatingIfNeeded: half >> UInt64(60 - nibble % 16 * 4)) & 0xF
        buffer[written] = digit < 10 ? 48 + digit : 87 + digit
        written += 1
        if EntryID.isHyphen(written + 1) {
          buffer[written] = UInt8(ascii: "-")
          written += 1
        }
      }
      return written
    }
  }

  /// Tells whether a hyphen stands at a position, counted from 1.
  private static func isHyphen(_ position: Int) -> Bool {
    position == 9 || position == 14 || position == 19 || position == 24
  }

  private static func digit(_ byte: UInt8) -> UInt64? {
    switch byte {
    case 48...57: UInt64(byte - 48)
    case 65...70: UInt64(byte - 55)
    case 97...102: UInt64(byte - 87)
    default: nil
    }
  }
}

extension EntryID: Codable {
  public init(from decoder: any Decoder) throws {
    let text = try decoder.singleValueContainer().decode(String.self)
    guard let id = EntryID(text) else {
      throw FieldError("", "\"\(text.excerpt)\" is no UUID of version 7")
    }
    self = id
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
