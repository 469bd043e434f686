internal import Crypto

/// A session's secret from which the token of its forms is made: a page of another site cannot know
/// it.
public struct FormSecret: Sendable {
  private let key: SymmetricKey

  /// Takes up a secret.
  ///
  /// - Parameter bytes: random bytes, at least 16.
  /// - Throws: an error when they are fewer.
  public init(_ bytes: [UInt8]) throws(VaultError) {
    guard bytes.count >= 16 else { throw .malformed("a form's secret has at least 16 bytes") }
    key = SymmetricKey(data: bytes)
  }

  /// The token that a form carries (HMAC-SHA-256 in base64url).
  public var token: String { Base64URL.text(of: code) }

  /// Whether a form that came back carries the token.
  ///
  /// - Parameter token: what the form carried; anything may be given.
  /// - Returns: whether it is the token; the time it takes does not tell how nearly.
  public func accepts(_ token: String) -> Bool {
    guard token.utf8.count == 43, let bytes = Base64URL.bytes(of: token) else { return false }
    return equalInConstantTime(bytes, code)
  }

  private var code: [UInt8] {
    Array(HMAC<SHA256>.authenticationCode(for: Array("form".utf8), using: key))
  }
}
