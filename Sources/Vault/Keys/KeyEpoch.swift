internal import Crypto
public import Time

/// A key-encryption key and the time of its birth.
///
/// Patients' keys are wrapped under the newest epoch; older epochs only unwrap. An epoch that is
/// taken out of the key file makes every key that is still wrapped under it worthless, in old backups
/// too.
public struct KeyEpoch: Sendable {
  /// Its number; a later epoch has a greater one.
  public let number: Int
  /// When it was made.
  public let created: Instant
  let key: SymmetricKey
}
