internal import JSON
public import Time
public import Vault

/// What a backup holds, signed by the installation that made it.
///
/// A backup whose file was changed, or put together from two, does not agree with its manifest.
public struct BackupManifest: Hashable, Sendable {
  /// When the backup was made.
  public let created: Instant
  /// The layout of its tables.
  public let layout: Int
  /// The fingerprint of its data file.
  public let digest: [UInt8]
  /// Where its audit trail ended.
  public let checkpoint: Checkpoint
  let signature: [UInt8]

  private static let version = 1

  /// Describes a backup.
  ///
  /// - Parameters:
  ///   - digest: the fingerprint of its data file.
  ///   - checkpoint: where its audit trail ended; its time is the backup's.
  ///   - ring: the secrets of the installation.
  /// - Throws: an error when it cannot be signed.
  public init(digest: [UInt8], checkpoint: Checkpoint, signedBy ring: KeyRing) throws(VaultError) {
    created = checkpoint.at
    layout = Schema.layout
    self.digest = digest
    self.checkpoint = checkpoint
    signature = try ring.sign(
      BackupManifest.message(layout: layout, digest: digest, checkpoint: checkpoint))
  }

  /// Whether this installation signed the manifest as it stands.
  ///
  /// - Parameter ring: the secrets of the installation.
  /// - Returns: whether it did.
  /// - Throws: an error when the key file's signing key is not one.
  public func isSigned(by ring: KeyRing) throws(VaultError) -> Bool {
    let message = BackupManifest.message(layout: layout, digest: digest, checkpoint: checkpoint)
    guard try ring.isSignature(signature, of: message) else { return false }
    return try checkpoint.isSigned(by: ring)
  }

  private static func message(layout: Int, digest: [UInt8], checkpoint: Checkpoint) -> [UInt8] {
    HashChain.link(
      after: digest,
      columns: [SealedPlace.bytes(of: Int64(layout)), checkpoint.link, checkpoint.signature])
  }
}

extension BackupManifest {
  /// The manifest as JSON.
  public var text: String {
    JSONValue.object([
      "version": .number(BackupManifest.version), "layout": .number(layout),
      "digest": .string(Hexadecimal.text(of: digest)), "checkpoint": checkpoint.json,
      "signature": .string(Hexadecimal.text(of: signature)),
    ]).text()
  }

  /// Reads a manifest.
  ///
  /// - Parameter text: what ``text`` wrote.
  /// - Throws: ``ArchiveError/damaged(_:)`` when it has another form.
  public init(text: String) throws(ArchiveError) {
    guard let value = try? JSONValue(parsing: text),
      case .number(let version)? = value["version"], version.integer == BackupManifest.version,
      case .number(let number)? = value["layout"], let layout = number.integer,
      let digest = value.hexadecimal("digest"), let signature = value.hexadecimal("signature"),
      let checkpoint = value["checkpoint"].flatMap(Checkpoint.init)
    else { throw .damaged("the backup's manifest has an unknown form") }
    created = checkpoint.at
    self.layout = layout
    self.digest = digest
    self.checkpoint = checkpoint
    self.signature = signature
  }
}
