internal import Archive
internal import Synchronization
internal import Time
public import Vault

extension Accounts {
  /// Signs somebody in by e-mail and password.
  ///
  /// An unknown e-mail, a wrong password and a disabled account give the same error after the same
  /// work.
  ///
  /// - Parameters:
  ///   - credentials: what they sent.
  ///   - address: where it came from.
  /// - Returns: a session; a second factor may still be due or have to be set up.
  /// - Throws: ``AccountsError``, or an error of the archive.
  public func signIn(_ credentials: Credentials, from address: String) async throws -> SignIn {
    let network = AddressBlock(address)
    try wait(limits.withLock { $0.tryNetwork(network, at: now) })
    // Before the session begins, which otherwise would be ended with those of before.
    try await endWhatTheClockRevives()
    let found = try await find(credentials.email)
    let hasCode = try await passPauses(found, credentials, network)
    if found.row == nil, Fault.breaks(.tellUnknown) { throw AccountsError.wrongCredentials }
    let hash = found.row?.signInHash ?? work.decoy
    let verdict = try await compare(credentials.password, hash)
    guard verdict.matches, let row = found.row, row.signInHash != nil else {
      try await refuse(found.row, "password")
      throw AccountsError.wrongCredentials
    }
    let renewed = verdict.isOutdated ? try await self.hash(credentials.password) : nil
    let outcome = try await archive.change { [self] transaction in
      try begin(row, credentials, network, hasCode: hasCode, renewed: renewed, in: transaction)
    }
    guard let outcome else { throw AccountsError.wrongCode }
    if outcome.stage == .full { limits.withLock { $0.succeed(found.name, from: network) } }
    return outcome
  }

  /// Shows the second factor: a code of the app, or a recovery code.
  ///
  /// - Parameters:
  ///   - token: the session that the password began; it ends.
  ///   - code: what was typed.
  ///   - address: where it came from.
  /// - Returns: a new session, signed in.
  /// - Throws: ``AccountsError``, or an error of the archive.
  public func passSecondFactor(
    _ token: Token, code: String, from address: String
  ) async throws -> SignIn {
    let session = try await session(token)
    guard session.actor.stage == .password else { throw AccountsError.signedOut }
    let network = AddressBlock(address)
    let row = try await archive.look { try $0.account(session.actor.account) }
    let name = row.limitName
    try wait(limits.withLock { $0.tryCode(of: name, from: network, at: now) })
    let outcome = try await archive.change { transaction -> SignIn? in
      let access = Access.owner(row)
      guard try transaction.takeCode(code, of: row.id, by: access) else {
        try transaction.audit(.refuseSignIn, by: access, patient: row.patient, detail: "code")
        return nil
      }
      try transaction.audit(.signIn, by: access, patient: row.patient)
      return try transaction.advance(token, to: .full)
    }
    guard let outcome else { throw AccountsError.wrongCode }
    limits.withLock { $0.succeed(name, from: network) }
    return outcome
  }

  /// Whether a correct code passed the pause there is; throws when there is one and no code.
  private func passPauses(
    _ found: Found, _ credentials: Credentials, _ network: AddressBlock
  ) async throws -> Bool {
    let pause = limits.withLock { $0.tryPassword(of: found.name, from: network, at: now) }
    guard pause != nil, !Fault.breaks(.endlessTries) else { return false }
    guard let code = credentials.code, let row = found.row, row.signInHash != nil,
      limits.withLock({ $0.tryCode(of: found.name, from: network, at: now) }) == nil
    else {
      try wait(pause)
      return false
    }
    let isRight = try await archive.change { transaction in
      try transaction.takeCode(code, of: row.id, by: .owner(row))
    }
    if !isRight { try wait(pause) }
    return true
  }

  /// Begins a session for an account whose password was right; nil when a code was wrong.
  private func begin(
    _ found: AccountRow, _ credentials: Credentials, _ network: AddressBlock, hasCode: Bool,
    renewed: String?, in transaction: AuditedTransaction
  ) throws -> SignIn? {
    var row = try transaction.account(found.id)
    // What was compared must still be what counts.
    guard row.signInHash == found.signInHash else { throw AccountsError.wrongCredentials }
    if let renewed {
      row.password = renewed
      try transaction.update(row)
    }
    var stage = Session.Stage.full
    if try transaction.hasFactor(row.id), !hasCode {
      stage = .password
      if let code = credentials.code {
        let wait = limits.withLock {
          $0.tryCode(of: row.limitName, from: network, at: transaction.now)
        }
        guard try wait == nil && transaction.takeCode(code, of: row.id, by: .owner(row)) else {
          try transaction.audit(
            .refuseSignIn, by: .owner(row), patient: row.patient, detail: "code")
          return nil
        }
        stage = .full
      }
    } else if row.roles.isStaff, !hasCode {
      stage = .settingUp
    }
    if stage == .full { try transaction.audit(.signIn, by: .owner(row), patient: row.patient) }
    return try transaction.beginSession(of: row.id, stage: stage, device: credentials.device)
  }

  private func refuse(_ row: AccountRow?, _ what: String) async throws {
    try await archive.change { transaction in
      try transaction.audit(
        .refuseSignIn, by: row.map(Access.owner) ?? .nobody, patient: row?.patient, detail: what)
    }
  }

  /// Throws when there is a pause to be waited for.
  func wait(_ milliseconds: Int64?) throws(AccountsError) {
    guard let milliseconds else { return }
    throw .delayed(seconds: Int(clamping: (milliseconds + 999) / 1000))
  }
}

/// What an e-mail leads to: perhaps an account, and in any case a name for its tries.
struct Found: Sendable {
  let row: AccountRow?
  let name: [UInt8]
}

extension AccountRow {
  /// The hash that a password is held against; nil when nobody can sign in.
  var signInHash: String? { state == .active ? password : nil }

  /// What tries are counted under.
  var limitName: [UInt8] { email ?? id.bytes }
}

extension Accounts {
  /// Looks for the account of an e-mail.
  func find(_ email: String) async throws -> Found {
    let normal = Person.normal(email) ?? "not an e-mail"
    return try await archive.look { transaction in
      Found(
        row: try transaction.account(email: normal),
        name: transaction.lookup(normal, kind: "email"))
    }
  }

  func hash(_ password: String) async throws -> String {
    try await pool.run { [work] in try work.hash(password) }
  }

  /// Holds a password against a hash; what no password can be is not hashed at its length.
  func compare(
    _ password: String, _ hash: String
  ) async throws -> (matches: Bool, isOutdated: Bool) {
    let isPossible = password.utf8.count <= PasswordRule.mostBytes
    return try await pool.run { [work] in
      let verdict = try work.compare(isPossible ? password : "", hash)
      return (verdict.matches && isPossible, verdict.isOutdated)
    }
  }
}
