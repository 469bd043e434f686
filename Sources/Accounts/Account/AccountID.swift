internal import Vault

/// The random identifier of an account: 16 bytes, written as 32 hexadecimal digits.
public struct AccountID: Hashable, Sendable {
  /// Its 16 bytes.
  public let bytes: [UInt8]

  init(bytes: [UInt8]) { self.bytes = bytes }
}

extension AccountID: LosslessStringConvertible {
  /// Reads an identifier.
  ///
  /// - Parameter description: 32 hexadecimal digits in lower case; anything else gives `nil`.
  public init?(_ description: String) {
    guard let bytes = Hexadecimal.bytes(of: description), bytes.count == 16 else { return nil }
    self.bytes = bytes
  }

  public var description: String { Hexadecimal.text(of: bytes) }
}
