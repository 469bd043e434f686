/// The escapes of JSON texts.
enum JSONEscape {
  static func isNeeded(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || byte == 0x7F
  }

  /// Adds a byte of a text, escaped where that is needed.
  static func append(_ byte: UInt8, to bytes: inout [UInt8]) {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"):
      bytes.append(UInt8(ascii: "\\"))
      bytes.append(byte)
    case 0x08: bytes.append(json: "\\b")
    case 0x09: bytes.append(json: "\\t")
    case 0x0A: bytes.append(json: "\\n")
    case 0x0C: bytes.append(json: "\\f")
    case 0x0D: bytes.append(json: "\\r")
    case 0..<0x20, 0x7F:
      let digits = String(byte, radix: 16)
      bytes.append(json: digits.utf8.count == 1 ? "\\u000" : "\\u00")
      bytes.append(contentsOf: digits.utf8)
    default: bytes.append(byte)
    }
  }
}
