/// Bytes as hexadecimal digits in lower case.
public enum Hexadecimal {
  private static let zero = UInt8(ascii: "0")
  private static let ten = UInt8(ascii: "a") - 10

  /// Writes bytes.
  ///
  /// - Parameter bytes: the bytes.
  /// - Returns: two digits for each.
  public static func text(of bytes: [UInt8]) -> String {
    String(unsafeUninitializedCapacity: bytes.count * 2) { digits in
      for (index, byte) in bytes.enumerated() {
        digits[2 * index] = digit(byte >> 4)
        digits[2 * index + 1] = digit(byte & 15)
      }
      return bytes.count * 2
    }
  }

  /// Reads what ``text(of:)`` writes.
  ///
  /// - Parameter text: digits in lower case, an even number of them; anything else gives `nil`.
  /// - Returns: the bytes.
  public static func bytes(of text: String) -> [UInt8]? {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count / 2)
    var high: UInt8?
    for digit in text.utf8 {
      guard let value = value(of: digit) else { return nil }
      if let first = high {
        bytes.append(first << 4 | value)
        high = nil
      } else {
        high = value
      }
    }
    return high == nil ? bytes : nil
  }

  private static func digit(_ value: UInt8) -> UInt8 { value + (value < 10 ? zero : ten) }

  private static func value(of digit: UInt8) -> UInt8? {
    switch digit {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - zero
    case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - ten
    default: nil
    }
  }
}
