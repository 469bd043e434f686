internal import Crypto
public import Time

/// The secrets of one installation: everything that is needed to read its data file, and nothing of
/// the data.
///
/// A ring is kept in a key file apart from the data and its backups (``KeyFile``).
public struct KeyRing: Sendable {
  /// The key-encryption keys, oldest first; never empty.
  public internal(set) var epochs: [KeyEpoch]
  /// Makes look-up values of identifiers that are stored sealed.
  let indexKey: SymmetricKey
  /// Goes into every password hash, so that a stolen data file alone is no use to a guesser.
  let pepper: SymmetricKey
  /// Signs checkpoints of the audit trail.
  let signingSeed: SymmetricKey
  /// Look-up values of patients whose record was erased: a data file that is restored from an older
  /// backup is held against them, so that nobody comes back.
  public internal(set) var erased: Set<[UInt8]> = []

  /// Makes new secrets.
  ///
  /// - Parameters:
  ///   - instant: the moment they are made.
  ///   - generator: the source of random bytes, which must be a cryptographic one.
  public init(at instant: Instant, using generator: inout some RandomNumberGenerator) {
    epochs = [KeyEpoch(number: 1, created: instant, key: .random(using: &generator))]
    indexKey = .random(using: &generator)
    pepper = .random(using: &generator)
    signingSeed = .random(using: &generator)
  }

  init(
    epochs: [KeyEpoch], indexKey: SymmetricKey, pepper: SymmetricKey,
    signingSeed: SymmetricKey, erased: Set<[UInt8]> = []
  ) {
    self.epochs = epochs
    self.indexKey = indexKey
    self.pepper = pepper
    self.signingSeed = signingSeed
    self.erased = erased
  }

  /// The number of the epoch under which keys are wrapped now.
  public var newest: Int { epochs[epochs.count - 1].number }

  /// Adds an epoch, which becomes the newest.
  ///
  /// - Parameters:
  ///   - instant: the moment it is made.
  ///   - generator: the source of random bytes, which must be a cryptographic one.
  public mutating func rotate(
    at instant: Instant, using generator: inout some RandomNumberGenerator
  ) {
    epochs.append(
      KeyEpoch(number: newest + 1, created: instant, key: .random(using: &generator)))
  }

  /// Destroys all epochs but the newest.
  ///
  /// Call it only when every living patient's key is wrapped under the newest epoch: what is not is
  /// lost for good.
  public mutating func retireOlderEpochs() {
    epochs.removeFirst(epochs.count - 1)
  }

  /// Remembers for good that a patient's record was erased.
  ///
  /// - Parameter lookup: the patient's look-up value.
  public mutating func bury(_ lookup: [UInt8]) { erased.insert(lookup) }

  func epoch(_ number: Int) throws(VaultError) -> KeyEpoch {
    guard let epoch = epochs.first(where: { $0.number == number }) else {
      throw .epochGone(number)
    }
    return epoch
  }
}
