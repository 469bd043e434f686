internal import Crypto

/// A secret that is handed out once and recognised later: 256 random bits.
public struct Token: Sendable {
  /// The secret as text for a cookie or a link: 43 letters, digits, hyphens and underscores.
  public let text: String

  /// Makes a new token.
  ///
  /// - Parameter generator: the source of random bytes, which must be a cryptographic one.
  public init(using generator: inout some RandomNumberGenerator) {
    text = Base64URL.text(
      of: (0..<32).map { _ in UInt8.random(in: .min ... .max, using: &generator) })
  }

  /// Reads a token that somebody presents.
  ///
  /// - Parameter text: what was presented; anything but the form of a token gives `nil`.
  public init?(_ text: String) {
    guard text.utf8.count == 43, Base64URL.bytes(of: text)?.count == 32 else { return nil }
    self.text = text
  }

  /// What is stored in the token's stead (SHA-256): it recognises the token and does not give it
  /// away.
  public var digest: [UInt8] { Array(SHA256.hash(data: Array(text.utf8))) }
}
