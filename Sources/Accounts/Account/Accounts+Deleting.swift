internal import Archive
internal import Time

/// What is kept when an account is deleted, in plain words for its owner.
public enum DeletionNotice {
  /// What a patient is told before they delete their account.
  public static let patient = [
    "You are signed out everywhere, and nobody can sign in with this account again.",
    "Your name and e-mail are removed from it at once.",
    "Your record is not deleted with the account: the law has clinics keep it for years, often ten.",
    "You keep the right to a copy of your record.",
    "What you wrote for yourself, and what no law keeps, can be erased: ask your clinic.",
    "It tells you what it must keep and until when, and closes that part.",
    "The list of who did what with your record stays, without your name.",
    "Older backups hold your data until they are destroyed.",
  ]

  /// What a member of the staff is told before they delete their account.
  public static let staff = [
    "You are signed out everywhere, and nobody can sign in with this account again.",
    "Your e-mail, password and second factor are removed at once.",
    "Your name stays beside what you did, since patients may ask who looked at their record.",
    "Records that you wrote in stay as they are.",
    "Older backups hold your data until they are destroyed.",
  ]

  /// What the owner of an account is told.
  ///
  /// - Parameter roles: what they act as.
  /// - Returns: the sentences in order.
  public static func sentences(for roles: Set<Role>) -> [String] {
    roles.isStaff ? staff : patient
  }
}

extension Accounts {
  /// Deletes an account for good. Its sessions end at once; the record, where there is one, is left to
  /// a decision of its own.
  ///
  /// - Parameters:
  ///   - id: which.
  ///   - actor: its owner or an admin, who has just shown that it is they.
  /// - Throws: ``AccountsError``, or an error of the archive.
  public func delete(_ id: AccountID, by actor: Actor) async throws {
    try require(id == actor.account ? .deleteOwnAccount : .changeRoles, actor)
    try await archive.change { transaction in
      var row = try transaction.account(id)
      guard row.state != .deleted else { throw AccountsError.noAccount }
      try transaction.requireOtherAdmin(than: row)
      let access = actor.access(for: "account")
      let patient = row.patient
      for kind in [LinkRow.Kind.invitation, .reset] { try transaction.voidLinks(kind, of: id) }
      for isConfirmed in [false, true] {
        try transaction.remove(transaction.factor(of: id, isConfirmed: isConfirmed))
      }
      try transaction.removeRecoveryCodes(of: id)
      try transaction.leaveTeams(id)
      row.sealed = try transaction.remains(of: row)
      row.state = .deleted
      row.email = nil
      row.password = nil
      row.patient = nil
      try transaction.endSessions(of: id, by: access)
      if row.sealed == nil { try transaction.destroyKey(of: id) }
      try transaction.advance(row)
      try transaction.audit(.deleteAccount, by: access, patient: patient, detail: "\(id)")
    }
  }
}

extension AuditedTransaction {
  /// What stays sealed of a deleted account's owner: the name of staff who had accepted.
  fileprivate func remains(of row: AccountRow) throws -> [UInt8]? {
    guard row.roles.isStaff, row.state != .invited, let person = try person(of: row) else {
      return nil
    }
    let nameAlone = try Person(email: "deleted@deleted", name: person.name)
    return try seal(nameAlone, with: livingKey(of: row.id), of: row.id)
  }

  fileprivate func destroyKey(of account: AccountID) throws {
    _ = try run(
      "DELETE FROM account_key WHERE clinic = $1 AND account = $2",
      [.integer(clinic), .bytes(account.bytes)])
  }

  fileprivate func leaveTeams(_ account: AccountID) throws {
    let rows = try rows(MembershipRow.self, where: "account = $2", [.bytes(account.bytes)])
    for var row in rows where row.holds(at: now) || now < row.starts {
      row.ends = now
      try update(row)
    }
  }
}
