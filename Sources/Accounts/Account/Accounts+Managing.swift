internal import Archive
internal import PatientRecord
internal import Time

extension Accounts {
  /// All accounts.
  ///
  /// - Parameter actor: an admin.
  /// - Returns: the accounts, oldest first.
  /// - Throws: ``AccountsError``, or an error of the archive.
  public func accounts(by actor: Actor) async throws -> [Account] {
    try require(.manageAccounts, actor)
    return try await archive.look { transaction in
      try transaction.rows(AccountRow.self, by: "created, id").map(transaction.shownToAdmin)
    }
  }

  /// One account.
  ///
  /// - Parameters:
  ///   - id: which.
  ///   - actor: its owner, or an admin.
  /// - Returns: the account; an admin who is not its owner does not see whose record it opens.
  /// - Throws: ``AccountsError``, or an error of the archive.
  public func account(_ id: AccountID, by actor: Actor) async throws -> Account {
    try require(id == actor.account ? .ownAccount : .manageAccounts, actor)
    return try await archive.look { transaction in
      let row = try transaction.account(id)
      return try id == actor.account ? transaction.shown(row) : transaction.shownToAdmin(row)
    }
  }

  /// Changes name and e-mail of an account, unless somebody else changed it meanwhile.
  ///
  /// - Parameters:
  ///   - id: which.
  ///   - version: the version that was seen.
  ///   - person: name and e-mail from now on.
  ///   - actor: its owner, or an admin. Another e-mail is set only by somebody who has just shown that
  ///     it is they, and makes links that were sent to the old one void.
  /// - Returns: the account as it is now.
  /// - Throws: ``AccountsError/changedMeanwhile(version:)`` and others, or an error of the archive.
  public func change(
    _ id: AccountID, version: Int64, to person: Person, by actor: Actor
  ) async throws -> Account {
    try require(id == actor.account ? .ownAccount : .manageAccounts, actor)
    return try await archive.change { transaction in
      var row = try transaction.account(id, version: version)
      let email = transaction.lookup(person.email, kind: "email")
      if email != row.email {
        guard SessionClock.isRecent(actor.proved, now: transaction.now) else {
          throw AccountsError.proofNeeded
        }
        guard try transaction.account(email: person.email) == nil else {
          throw AccountsError.emailTaken
        }
        row.email = email
        try transaction.voidLinks(.reset, of: id)
      }
      row.sealed = try transaction.seal(person, with: transaction.livingKey(of: id), of: id)
      try transaction.audit(
        .changeAccount, by: actor.access(for: "account"), patient: row.patient, detail: "\(id)")
      return try transaction.shown(transaction.advanced(row))
    }
  }

  /// Gives a member of the staff another role; their sessions end.
  ///
  /// - Parameters:
  ///   - id: which account.
  ///   - version: the version that was seen.
  ///   - role: the role from now on, not that of a patient.
  ///   - actor: an admin who has just shown that it is they.
  /// - Returns: the account as it is now.
  /// - Throws: ``AccountsError``, or an error of the archive.
  public func change(
    _ id: AccountID, version: Int64, to role: Role, by actor: Actor
  ) async throws -> Account {
    try require(.changeRoles, actor)
    return try await archive.change { transaction in
      var row = try transaction.account(id, version: version)
      guard role != .patient, row.roles.isStaff else {
        throw AccountsError.invalid(
          field: "role", reason: "patients stay patients, and staff are invited as staff")
      }
      if role != .admin { try transaction.requireOtherAdmin(than: row) }
      row.roles = [role]
      let access = actor.access(for: "account")
      try transaction.endSessions(of: id, by: access)
      try transaction.audit(.changeAccount, by: access, detail: "\(id) as \(row.roles.text)")
      return try transaction.shownToAdmin(transaction.advanced(row))
    }
  }

  /// Disables or enables an account; a disabled account's sessions end at once.
  ///
  /// - Parameters:
  ///   - isEnabled: whether its owner can sign in from now on.
  ///   - id: which account, one that was accepted.
  ///   - version: the version that was seen.
  ///   - actor: an admin who has just shown that it is they.
  /// - Returns: the account as it is now.
  /// - Throws: ``AccountsError``, or an error of the archive.
  public func set(
    enabled isEnabled: Bool, _ id: AccountID, version: Int64, by actor: Actor
  ) async throws -> Account {
    try require(.changeRoles, actor)
    return try await archive.change { transaction in
      var row = try transaction.account(id, version: version)
      guard row.state == (isEnabled ? .disabled : .active) else { throw AccountsError.noAccount }
      if !isEnabled { try transaction.requireOtherAdmin(than: row) }
      row.state = isEnabled ? .active : .disabled
      let access = actor.access(for: "account")
      try transaction.endSessions(of: id, by: access)
      try transaction.voidLinks(.reset, of: id)
      try transaction.audit(
        isEnabled ? .enableAccount : .disableAccount, by: access, patient: row.patient,
        detail: "\(id)")
      return try transaction.shownToAdmin(transaction.advanced(row))
    }
  }
}

extension AuditedTransaction {
  /// The account with an identifier, as the version that somebody saw.
  func account(_ id: AccountID, version: Int64) throws -> AccountRow {
    let row = try account(id)
    guard row.state != .deleted else { throw AccountsError.noAccount }
    guard row.version == version || Fault.breaks(.ignoreVersion) else {
      throw AccountsError.changedMeanwhile(version: row.version)
    }
    return row
  }

  /// Writes a changed account as its next version, and gives it as it is then.
  func advanced(_ row: AccountRow) throws -> AccountRow {
    try advance(row)
    return try account(row.id)
  }

  /// Somebody must stay who can manage accounts.
  func requireOtherAdmin(than row: AccountRow) throws {
    guard row.roles.contains(.admin), row.state == .active else { return }
    let others = try rows(AccountRow.self, where: "state = $2", [.text("active")])
      .filter { $0.id != row.id && $0.roles.contains(.admin) }
    if others.isEmpty { throw AccountsError.lastAdmin }
  }

  /// The account without whose record it opens: that is no matter for who runs the system.
  func shownToAdmin(_ row: AccountRow) throws -> Account {
    Account(
      id: row.id, version: row.version, roles: row.roles, state: row.state,
      person: try person(of: row), patient: nil, created: row.created, changed: row.changed)
  }
}
