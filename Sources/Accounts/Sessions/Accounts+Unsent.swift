internal import Archive
internal import Vault

extension Accounts {
  /// How the forms of an account name it: only this installation can make the name, and it does not
  /// tell whose it is.
  ///
  /// - Parameter account: whose forms.
  /// - Returns: 64 hexadecimal digits.
  /// - Throws: an error of the archive.
  public func formOwner(_ account: AccountID) async throws -> String {
    try await archive.look { $0.formOwner(account) }
  }

  /// Seals what somebody wrote who is signed out, to be kept by their browser until they are back.
  ///
  /// - Parameters:
  ///   - bytes: what they wrote.
  ///   - owner: the name that their form brought, see ``formOwner(_:)``.
  /// - Returns: bytes that nobody but this installation can open, for nobody but the owner.
  /// - Throws: an error when the cryptographic library refuses, or of the archive.
  public func seal(unsent bytes: [UInt8], for owner: String) async throws -> [UInt8] {
    try await archive.look { transaction in
      let (key, wrapped) = try transaction.newKey()
      let sealed = try key.seal(bytes, at: transaction.unsentPlace(owner))
      return SealedPlace.bytes(of: Int64(wrapped.epoch)) + wrapped.bytes + sealed
    }
  }

  /// Opens what ``seal(unsent:for:)`` gave.
  ///
  /// - Parameters:
  ///   - sealed: what the browser kept; anything may be given.
  ///   - account: who is signed in now.
  /// - Returns: what they wrote; nil when it is another's, was changed, or its key is gone.
  /// - Throws: an error of the archive.
  public func open(unsent sealed: [UInt8], for account: AccountID) async throws -> [UInt8]? {
    guard sealed.count > 48 else { return nil }
    let epoch = sealed.prefix(8).reduce(0 as UInt64) { $0 << 8 | UInt64($1) }
    let wrapped = WrappedKey(epoch: Int(clamping: epoch), bytes: Array(sealed[8..<48]))
    return try await archive.look { transaction in
      guard let key = try? transaction.unwrap(wrapped) else { return nil }
      let place = transaction.unsentPlace(transaction.formOwner(account))
      return try? key.open(Array(sealed[48...]), at: place)
    }
  }
}

extension AuditedTransaction {
  fileprivate func formOwner(_ account: AccountID) -> String {
    Hexadecimal.text(of: lookup(account.description, kind: "form owner"))
  }

  fileprivate func unsentPlace(_ owner: String) -> SealedPlace {
    SealedPlace(
      table: "unsent form", row: "of somebody",
      columns: [SealedPlace.bytes(of: clinic), Array(owner.utf8)])
  }
}
