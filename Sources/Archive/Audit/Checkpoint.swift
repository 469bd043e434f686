public import Time
internal import Vault

/// A signed statement of where an audit trail ended at a moment.
///
/// A chain of hashes alone does not show that its end was cut off; a checkpoint that is kept in
/// another place does.
public struct Checkpoint: Hashable, Sendable {
  /// The clinic.
  public let clinic: Int64
  /// The last event.
  public let sequence: Int64
  /// Its link in the chain.
  public let link: [UInt8]
  /// When it was signed.
  public let at: Instant
  /// The signature (Ed25519).
  public let signature: [UInt8]

  /// Takes up a checkpoint that was kept.
  ///
  /// - Parameters:
  ///   - clinic: the clinic.
  ///   - sequence: the last event.
  ///   - link: its link in the chain.
  ///   - at: when it was signed.
  ///   - signature: the signature.
  public init(
    clinic: Int64, sequence: Int64, link: [UInt8], at: Instant, signature: [UInt8]
  ) {
    self.clinic = clinic
    self.sequence = sequence
    self.link = link
    self.at = at
    self.signature = signature
  }

  init(
    clinic: Int64, sequence: Int64, link: [UInt8], at: Instant, signedBy ring: KeyRing
  ) throws(VaultError) {
    let message = Checkpoint.message(clinic, sequence, link, at)
    self.init(
      clinic: clinic, sequence: sequence, link: link, at: at, signature: try ring.sign(message))
  }

  func isSigned(by ring: KeyRing) throws(VaultError) -> Bool {
    try ring.isSignature(signature, of: Checkpoint.message(clinic, sequence, link, at))
  }

  private static func message(
    _ clinic: Int64, _ sequence: Int64, _ link: [UInt8], _ at: Instant
  ) -> [UInt8] {
    HashChain.link(
      after: link,
      columns: [clinic, sequence, at.milliseconds].map(SealedPlace.bytes(of:)))
  }
}
