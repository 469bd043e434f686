internal import Crypto

extension KeyRing {
  /// Signs a checkpoint of the audit trail (Ed25519, RFC 8032).
  ///
  /// - Parameter message: the checkpoint.
  /// - Returns: the signature, 64 bytes.
  /// - Throws: an error when the key file's signing key is not one.
  public func sign(_ message: [UInt8]) throws(VaultError) -> [UInt8] {
    let key = try signingKey()
    do {
      return Array(try key.signature(for: message))
    } catch {
      throw .malformed("a checkpoint cannot be signed")
    }
  }

  /// Whether a signature was made by this installation.
  ///
  /// - Parameters:
  ///   - signature: the signature.
  ///   - message: the checkpoint it is said to sign.
  /// - Returns: whether it does.
  /// - Throws: an error when the key file's signing key is not one.
  public func isSignature(
    _ signature: [UInt8], of message: [UInt8]
  ) throws(VaultError) -> Bool {
    try signingKey().publicKey.isValidSignature(signature, for: message)
  }

  private func signingKey() throws(VaultError) -> Curve25519.Signing.PrivateKey {
    do {
      return try Curve25519.Signing.PrivateKey(rawRepresentation: signingSeed.bytes)
    } catch {
      throw .malformed("the signing key of the key file is not one; restore the key file")
    }
  }
}
