/// Bytes as text without padding, for links and cookies (RFC 4648 section 5).
public enum Base64URL {
  private static let alphabet = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)

  /// Writes bytes as text.
  ///
  /// - Parameter bytes: the bytes.
  /// - Returns: letters, digits, hyphens and underscores.
  public static func text(of bytes: [UInt8]) -> String {
    var digits: [UInt8] = []
    var pending = 0
    var bits = 0
    for byte in bytes {
      pending = pending << 8 | Int(byte)
      bits += 8
      while bits >= 6 {
        bits -= 6
        digits.append(alphabet[pending >> bits & 63])
      }
      pending &= (1 << bits) - 1
    }
    if bits > 0 { digits.append(alphabet[pending << (6 - bits) & 63]) }
    return String(decoding: digits, as: UTF8.self)
  }

  /// Reads the bytes of a text.
  ///
  /// - Parameter text: the text; anything may be given.
  /// - Returns: its bytes; nil when it has another form than ``text(of:)`` writes.
  public static func bytes(of text: String) -> [UInt8]? {
    var bytes: [UInt8] = []
    var pending = 0
    var bits = 0
    for digit in text.utf8 {
      guard let value = alphabet.firstIndex(of: digit) else { return nil }
      pending = pending << 6 | value
      bits += 6
      if bits >= 8 {
        bits -= 8
        bytes.append(UInt8(pending >> bits))
        pending &= (1 << bits) - 1
      }
    }
    guard bits < 6, pending == 0 else { return nil }
    return bytes
  }
}
