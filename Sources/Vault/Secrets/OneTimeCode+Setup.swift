extension OneTimeCode {
  private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")

  /// A secret as people type it into an app: base32 without padding (RFC 4648 section 6).
  ///
  /// - Parameter secret: the secret.
  /// - Returns: its letters and digits.
  public static func text(of secret: [UInt8]) -> String {
    var text = ""
    var pending = 0
    var bits = 0
    for byte in secret {
      pending = (pending << 8 | Int(byte)) & 0xFFFF
      bits += 8
      while bits >= 5 {
        bits -= 5
        text.append(alphabet[pending >> bits & 31])
      }
    }
    if bits > 0 { text.append(alphabet[pending << (5 - bits) & 31]) }
    return text
  }

  /// The secret that people type into an app.
  ///
  /// - Parameter text: what ``text(of:)`` gave.
  /// - Returns: the secret; `nil` for anything but capital letters and the digits 2 to 7.
  public static func secret(of text: String) -> [UInt8]? {
    var bytes: [UInt8] = []
    var pending = 0
    var bits = 0
    for character in text {
      guard let digit = alphabet.firstIndex(of: character) else { return nil }
      pending = (pending << 5 | digit) & 0xFFFF
      bits += 5
      if bits >= 8 {
        bits -= 8
        bytes.append(UInt8(pending >> bits & 255))
      }
    }
    return bytes
  }

  /// The address that an app reads as a picture (`otpauth:`).
  ///
  /// - Parameters:
  ///   - secret: the secret.
  ///   - issuer: the name of the installation.
  ///   - label: what tells this account from the person's others.
  /// - Returns: the address; what is no letter, digit, hyphen, dot or underscore is percent-encoded.
  public static func address(secret: [UInt8], issuer: String, label: String) -> String {
    let issuer = encoded(issuer)
    return "otpauth://totp/\(issuer):\(encoded(label))?secret=\(text(of: secret))"
      + "&issuer=\(issuer)&algorithm=SHA1&digits=6&period=\(period)"
  }

  private static func encoded(_ text: String) -> String {
    text.utf8.map { byte in
      let character = Character(UnicodeScalar(byte))
      let isPlain = byte < 128 && (character.isLetter || character.isNumber)
      if isPlain || "-._".contains(character) { return String(character) }
      return (byte < 16 ? "%0" : "%") + String(byte, radix: 16, uppercase: true)
    }.joined()
  }
}
