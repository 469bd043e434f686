internal import Crypto

/// The key under which everything secret of one patient is sealed.
///
/// It is stored only wrapped. Destroying the wrapped key makes everything sealed under it unreadable.
public struct PatientKey: Sendable {
  let key: SymmetricKey

  /// Makes a new key.
  ///
  /// - Parameter generator: the source of random bytes, which must be a cryptographic one.
  public init(using generator: inout some RandomNumberGenerator) {
    key = .random(using: &generator)
  }

  init(key: SymmetricKey) { self.key = key }
}

/// A patient's key as it is stored: encrypted under a key-encryption key (AES key wrap, RFC 3394).
public struct WrappedKey: Hashable, Sendable {
  /// The epoch of the key-encryption key.
  public let epoch: Int
  /// The wrapped key, 40 bytes.
  public let bytes: [UInt8]

  /// Creates a wrapped key from what was stored.
  ///
  /// - Parameters:
  ///   - epoch: the epoch of the key-encryption key.
  ///   - bytes: the wrapped key.
  public init(epoch: Int, bytes: [UInt8]) {
    self.epoch = epoch
    self.bytes = bytes
  }
}

extension KeyRing {
  /// Wraps a key under the newest epoch.
  ///
  /// - Parameter key: the key.
  /// - Returns: the key as it may be stored.
  /// - Throws: an error when the cryptographic library refuses.
  public func wrap(_ key: PatientKey) throws(VaultError) -> WrappedKey {
    do {
      let wrapped = try AES.KeyWrap.wrap(key.key, using: epoch(newest).key)
      return WrappedKey(epoch: newest, bytes: Array(wrapped))
    } catch let error as VaultError {
      throw error
    } catch {
      throw .malformed("a patient's key cannot be wrapped")
    }
  }

  /// Unwraps a key.
  ///
  /// - Parameter wrapped: the key as stored.
  /// - Returns: the key.
  /// - Throws: an error when its epoch is gone or its bytes were changed.
  public func unwrap(_ wrapped: WrappedKey) throws(VaultError) -> PatientKey {
    let epoch = try epoch(wrapped.epoch)
    do {
      return PatientKey(key: try AES.KeyWrap.unwrap(wrapped.bytes, using: epoch.key))
    } catch {
      throw .notAuthentic("a patient's key")
    }
  }
}
