internal import Crypto

extension PatientKey {
  /// Encrypts and authenticates bytes (AES-256-GCM with a random 96-bit nonce).
  ///
  /// - Parameters:
  ///   - bytes: what to hide.
  ///   - place: where they will stand; they open nowhere else.
  /// - Returns: nonce, ciphertext and tag: 28 bytes more than `bytes`.
  /// - Throws: an error when the cryptographic library refuses.
  public func seal(_ bytes: [UInt8], at place: SealedPlace) throws(VaultError) -> [UInt8] {
    do {
      let box = try AES.GCM.seal(bytes, using: key, authenticating: place.bytes)
      guard let combined = box.combined else {
        throw VaultError.malformed("bytes cannot be sealed")
      }
      return Array(combined)
    } catch {
      throw .malformed("bytes cannot be sealed")
    }
  }

  /// Opens what ``seal(_:at:)`` gave.
  ///
  /// - Parameters:
  ///   - sealed: nonce, ciphertext and tag.
  ///   - place: where they stand.
  /// - Returns: the bytes.
  /// - Throws: ``VaultError/notAuthentic(_:)`` when a bit was changed, or the bytes come from another
  ///   place or another patient.
  public func open(_ sealed: [UInt8], at place: SealedPlace) throws(VaultError) -> [UInt8] {
    do {
      let box = try AES.GCM.SealedBox(combined: sealed)
      return Array(try AES.GCM.open(box, using: key, authenticating: place.bytes))
    } catch {
      throw .notAuthentic(place.description)
    }
  }
}
