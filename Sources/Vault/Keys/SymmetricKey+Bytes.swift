internal import Crypto

extension SymmetricKey {
  /// A key of 256 random bits.
  static func random(using generator: inout some RandomNumberGenerator) -> SymmetricKey {
    SymmetricKey(data: (0..<32).map { _ in UInt8.random(in: .min ... .max, using: &generator) })
  }

  /// The key's bytes, for writing the key file and for nothing else.
  var bytes: [UInt8] { withUnsafeBytes(Array.init) }
}
