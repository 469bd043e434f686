internal import Crypto

extension KeyRing {
  /// The look-up value of an identifier that is itself stored sealed (HMAC-SHA-256).
  ///
  /// Equal texts of one kind give equal values; without the key file nothing can be told from them.
  ///
  /// - Parameters:
  ///   - text: the identifier, in the form in which it is compared.
  ///   - kind: what it identifies, so that equal texts of two kinds do not look alike.
  /// - Returns: 32 bytes.
  public func lookup(_ text: String, kind: String) -> [UInt8] {
    let message = SealedPlace(table: kind, row: "", columns: [Array(text.utf8)]).bytes
    return Array(HMAC<SHA256>.authenticationCode(for: message, using: indexKey))
  }

  /// What shows that the columns of a row were written by this installation (HMAC-SHA-256).
  ///
  /// - Parameter place: the row and all its columns.
  /// - Returns: 32 bytes.
  public func tag(of place: SealedPlace) -> [UInt8] {
    let message = SealedPlace(table: "tag", row: "", columns: [place.bytes]).bytes
    return Array(HMAC<SHA256>.authenticationCode(for: message, using: indexKey))
  }
}
