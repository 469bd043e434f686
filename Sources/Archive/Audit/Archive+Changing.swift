public import PatientRecord
internal import Vault

extension Archive {
  /// Tells the archive's time.
  public var time: any Clock { clock }

  /// Reads rows that stand beside the record in one consistent state.
  ///
  /// - Parameter body: runs once or, after a transient fault, again.
  /// - Returns: what `body` returns.
  /// - Throws: ``ArchiveError``, or what `body` throws.
  public func look<Value: Sendable>(
    _ body: @escaping @Sendable (AuditedTransaction) throws -> Value
  ) async throws -> Value {
    try await engine.read { [self] in try body(AuditedTransaction(self, $0)) }
  }

  /// Looks at rows and tells the audit trail of it in the same transaction. Nothing is returned before
  /// the line stands in its place; in an emergency, before it is on the disk.
  ///
  /// - Parameters:
  ///   - access: who looks.
  ///   - body: looks and tells; it runs once or, after a transient fault, again.
  /// - Returns: what `body` returns.
  /// - Throws: ``ArchiveError``, or what `body` throws; then nothing was told.
  public func look<Value: Sendable>(
    telling access: Access, _ body: @escaping @Sendable (AuditedTransaction) throws -> Value
  ) async throws -> Value {
    try await telling(by: access) { [self] in try body(AuditedTransaction(self, $0)) }
  }

  /// Changes rows that stand beside the record, all or nothing, together with what the body tells the
  /// audit trail.
  ///
  /// - Parameters:
  ///   - isEssential: whether it may use the room that is kept for reading on a full disk.
  ///   - body: runs once or, after a transient fault, again.
  /// - Returns: what `body` returns.
  /// - Throws: ``ArchiveError``, or what `body` throws; then nothing was changed.
  public func change<Value: Sendable>(
    isEssential: Bool = false, _ body: @escaping @Sendable (AuditedTransaction) throws -> Value
  ) async throws -> Value {
    let change = { @Sendable [self] (transaction: any Transaction) in
      try body(AuditedTransaction(self, transaction))
    }
    return isEssential ? try await engine.writeEssential(change) : try await engine.write(change)
  }

  /// Hashes a password with this installation's pepper; it takes a tenth of a second and 32 MiB.
  ///
  /// - Parameter password: the password.
  /// - Returns: the hash as it is stored.
  /// - Throws: an error when the cryptographic library refuses.
  public func hash(ofPassword password: String) throws -> String {
    var random = randomness()
    return try PasswordHash(of: password, ring: secrets, using: &random).text
  }

  /// Whether a password is the one whose hash is stored; it takes as long as hashing.
  ///
  /// - Parameters:
  ///   - password: what was typed.
  ///   - hash: the stored hash.
  /// - Returns: whether it is, and whether the hash should be made anew.
  /// - Throws: an error when the stored hash has an unknown form.
  public func isPassword(
    _ password: String, of hash: String
  ) throws -> (matches: Bool, isOutdated: Bool) {
    let stored = try PasswordHash(hash)
    return (try stored.matches(password, ring: secrets), stored.isOutdated)
  }
}
