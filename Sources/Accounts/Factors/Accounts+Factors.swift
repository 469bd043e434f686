internal import Archive
internal import Synchronization
internal import Time
public import Vault

/// A second factor that waits for its first code.
public struct FactorSetUp: Hashable, Sendable {
  /// The secret as it is typed into an app.
  public let secret: String
  /// The address that an app reads as a picture.
  public let address: String
}

/// A second factor that is in use now.
public struct FactorConfirmed: Sendable {
  /// The session goes on under this token; the old one is void.
  public let signIn: SignIn
  /// Ten codes that work once each, to be kept on paper; they are shown this once.
  public let recoveryCodes: [String]
}

extension Accounts {
  /// Begins to set up a second factor; a factor in use stays until the new one is confirmed.
  ///
  /// - Parameter token: the session, which may be one that still lacks its second factor; where there
  ///   is a factor already, its owner has just shown that it is they.
  /// - Returns: the secret for the app.
  /// - Throws: ``AccountsError``, or an error of the archive.
  public func beginFactor(_ token: Token) async throws -> FactorSetUp {
    let actor = try await factorActor(token)
    return try await archive.change { [settings] transaction in
      let row = try transaction.account(actor.account)
      try transaction.requireProofForFactor(of: actor)
      let secret = transaction.randomBytes(20)
      let sealed = try transaction.livingKey(of: row.id)
        .seal(secret, at: transaction.place("factor", row.id))
      try transaction.remove(transaction.factor(of: row.id, isConfirmed: false))
      try transaction.insert(
        FactorRow(account: row.id, isConfirmed: false, step: -1, sealed: sealed))
      return try transaction.setUp(secret, of: row, issuer: settings.name)
    }
  }

  /// The second factor that was begun and waits for its first code, to be shown once more.
  ///
  /// - Parameter token: the session, as for ``beginFactor(_:)``.
  /// - Returns: the secret for the app; `nil` when none was begun.
  /// - Throws: ``AccountsError``, or an error of the archive.
  public func pendingFactor(_ token: Token) async throws -> FactorSetUp? {
    let actor = try await factorActor(token)
    return try await archive.look { [settings] transaction in
      try transaction.requireProofForFactor(of: actor)
      let row = try transaction.account(actor.account)
      guard let factor = try transaction.factor(of: row.id, isConfirmed: false) else { return nil }
      let secret = try transaction.livingKey(of: row.id)
        .open(factor.sealed, at: transaction.place("factor", row.id))
      return try transaction.setUp(secret, of: row, issuer: settings.name)
    }
  }

  /// Takes the new second factor into use by its first code.
  ///
  /// - Parameters:
  ///   - token: the session.
  ///   - code: what the app shows.
  ///   - address: where it came from.
  /// - Returns: the session under a new token, signed in, and the recovery codes.
  /// - Throws: ``AccountsError``, or an error of the archive.
  public func confirmFactor(
    _ token: Token, code: String, from address: String
  ) async throws -> FactorConfirmed {
    let actor = try await factorActor(token)
    let row = try await archive.look { try $0.account(actor.account) }
    let network = AddressBlock(address)
    try wait(limits.withLock { $0.tryCode(of: row.limitName, from: network, at: now) })
    let confirmed = try await archive.change { transaction in
      try transaction.requireProofForFactor(of: actor)
      guard let pending = try transaction.factor(of: row.id, isConfirmed: false),
        let step = try transaction.step(of: code, for: pending)
      else { throw AccountsError.wrongCode }
      try transaction.remove(pending)
      try transaction.remove(transaction.factor(of: row.id))
      try transaction.insert(
        FactorRow(account: row.id, isConfirmed: true, step: step, sealed: pending.sealed))
      let codes = try transaction.renewRecoveryCodes(of: row.id)
      try transaction.audit(.setFactor, by: .owner(row), patient: row.patient)
      if actor.stage == .settingUp {
        try transaction.audit(.signIn, by: .owner(row), patient: row.patient)
      }
      return FactorConfirmed(
        signIn: try transaction.advance(token, to: .full), recoveryCodes: codes)
    }
    limits.withLock { $0.succeed(row.limitName, from: network) }
    return confirmed
  }

  /// Makes ten new recovery codes; the old ones are void.
  ///
  /// - Parameter actor: the owner, who has just shown that it is they.
  /// - Returns: the codes, shown this once.
  /// - Throws: ``AccountsError``, or an error of the archive.
  public func renewRecoveryCodes(of actor: Actor) async throws -> [String] {
    try require(.ownAccount, actor)
    try requireProof(of: actor)
    return try await archive.change { transaction in
      guard try transaction.hasFactor(actor.account) else {
        throw AccountsError.notFound("second factor")
      }
      try transaction.audit(
        .setFactor, by: actor.access(for: "account"), detail: "recovery codes")
      return try transaction.renewRecoveryCodes(of: actor.account)
    }
  }

  /// Whether an account has a second factor, and how many recovery codes are left.
  ///
  /// - Parameter actor: the owner.
  /// - Returns: the number of recovery codes, or `nil` when there is no second factor.
  /// - Throws: ``AccountsError``, or an error of the archive.
  public func recoveryCodesLeft(of actor: Actor) async throws -> Int? {
    try require(.ownAccount, actor)
    return try await archive.look { transaction in
      guard try transaction.hasFactor(actor.account) else { return nil }
      return try transaction.rows(
        RecoveryRow.self, where: "account = $2", [.bytes(actor.account.bytes)]
      ).count
    }
  }

  /// Takes one's own second factor away; staff cannot.
  ///
  /// - Parameter actor: the owner, who has just shown that it is they.
  /// - Throws: ``AccountsError``, or an error of the archive.
  public func removeFactor(of actor: Actor) async throws {
    try require(.ownAccount, actor)
    try requireProof(of: actor)
    guard !actor.roles.isStaff else { throw AccountsError.refused(.role) }
    try await archive.change { transaction in
      try transaction.removeFactor(of: actor.account, by: actor.access(for: "account"))
    }
  }

  /// Takes somebody's second factor away who has lost it and all recovery codes; their sessions end,
  /// and staff set up another at the next sign-in.
  ///
  /// - Parameters:
  ///   - account: whose.
  ///   - actor: an admin who has just shown that it is they, and not for themselves.
  /// - Throws: ``AccountsError``, or an error of the archive.
  public func removeFactor(of account: AccountID, by actor: Actor) async throws {
    try require(.changeRoles, actor)
    guard account != actor.account else { throw AccountsError.refused(.role) }
    try await archive.change { transaction in
      let access = actor.access(for: "account")
      try transaction.removeFactor(of: account, by: access)
      try transaction.endSessions(of: account, by: access)
    }
  }

  /// Somebody who may set up a second factor: signed in, or held back for want of one.
  private func factorActor(_ token: Token) async throws -> Actor {
    let actor = try await session(token).actor
    guard actor.stage != .password else { throw AccountsError.refused(.signInUnfinished) }
    return actor
  }

  func requireProof(of actor: Actor) throws(AccountsError) {
    guard SessionClock.isRecent(actor.proved, now: now) else { throw .proofNeeded }
  }
}

extension AuditedTransaction {
  fileprivate func setUp(
    _ secret: [UInt8], of row: AccountRow, issuer: String
  ) throws -> FactorSetUp {
    FactorSetUp(
      secret: OneTimeCode.text(of: secret),
      address: OneTimeCode.address(
        secret: secret, issuer: issuer, label: try person(of: row)?.email ?? "\(row.id)"))
  }

  /// A second factor in use is only changed by somebody who has just shown that it is they.
  fileprivate func requireProofForFactor(of actor: Actor) throws {
    guard try hasFactor(actor.account) || actor.stage == .full else { return }
    guard actor.stage == .full, SessionClock.isRecent(actor.proved, now: now) else {
      throw AccountsError.proofNeeded
    }
  }

  fileprivate func removeFactor(of account: AccountID, by access: Access) throws {
    let row = try self.account(account)
    guard let factor = try factor(of: account) else {
      throw AccountsError.notFound("second factor")
    }
    try delete(factor)
    try removeRecoveryCodes(of: account)
    try audit(.removeFactor, by: access, patient: row.patient, detail: "\(account)")
  }
}
