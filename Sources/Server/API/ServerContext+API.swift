internal import Accounts
internal import HTTPTypes
internal import Hummingbird
internal import Vault

extension ServerContext {
  /// A part of the path, decoded.
  ///
  /// - Throws: ``Problem/notFound`` when it is missing or no text.
  func part(_ name: String) throws -> String {
    guard let raw = parameters.get(name), let text = PercentText.decoded(raw[...]) else {
      throw Problem.notFound
    }
    return text
  }

  /// A part of the path as an identifier.
  func part<Value: LosslessStringConvertible>(_ name: String, as type: Value.Type) throws -> Value {
    guard let value = Value(try part(name)) else { throw Problem.notFound }
    return value
  }

  /// The secret of the session.
  func token(of request: Request) throws -> Token {
    guard let session = PresentedSession(request, isSecure: isSecure) else {
      throw Problem.signInFirst
    }
    return session.token
  }

  /// Whether nobody on the way can read what is sent: it is encrypted, or stays on this machine.
  var isPrivate: Bool { isSecure || client.isThisMachine }
}

extension ClientAddress {
  /// Whether it is this machine.
  var isThisMachine: Bool {
    bytes.isEmpty || (bytes.count == 4 && bytes[0] == 127)
      || (bytes.count == 16 && bytes.last == 1 && bytes.dropLast().allSatisfy { $0 == 0 })
  }
}

/// The escapes of addresses (RFC 3986).
enum PercentText {
  /// Undoes the escapes.
  ///
  /// - Returns: the text, or `nil` when an escape is cut off or the bytes are no UTF-8.
  static func decoded(_ text: Substring) -> String? {
    var bytes: [UInt8] = []
    var rest = text.utf8[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "%") else {
        bytes.append(byte)
        continue
      }
      guard let high = rest.popFirst().flatMap(digit), let low = rest.popFirst().flatMap(digit)
      else { return nil }
      bytes.append(high << 4 | low)
    }
    return String(validating: bytes, as: UTF8.self)
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    Character(UnicodeScalar(byte)).hexDigitValue.map { UInt8($0) }
  }
}

extension Problem {
  static let needsEncryption = Problem(
    .forbidden, "needs-encryption", title: "Please use an encrypted connection",
    detail: "Signing in works over HTTPS, or on the machine of the server itself.")
}
