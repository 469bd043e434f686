internal import Archive
internal import Synchronization
internal import Time
public import Vault

extension Accounts {
  /// How long a link for a new password works, in hours.
  public static let resetHours: Int64 = 24

  /// Changes one's own password; all other sessions end.
  ///
  /// - Parameters:
  ///   - old: the present password.
  ///   - new: the new one.
  ///   - actor: the owner.
  ///   - address: where it came from.
  /// - Throws: ``AccountsError``, or an error of the archive.
  public func changePassword(
    from old: String, to new: String, by actor: Actor, address: String
  ) async throws {
    try require(.ownAccount, actor)
    let (row, person) = try await owner(actor.account)
    let network = AddressBlock(address)
    try wait(limits.withLock { $0.tryPassword(of: row.limitName, from: network, at: now) })
    guard try await compare(old, row.signInHash ?? work.decoy).matches else {
      throw AccountsError.wrongCredentials
    }
    let hash = try await hash(of: new, for: person)
    try await archive.change { transaction in
      var current = try transaction.account(row.id)
      guard current.password == row.password, current.state == .active else {
        throw AccountsError.changedMeanwhile(version: current.version)
      }
      let access = actor.access(for: "account")
      current.password = hash
      try transaction.advance(current)
      try transaction.voidLinks(.reset, of: row.id)
      try transaction.endSessions(of: row.id, except: actor.session, by: access)
      try transaction.audit(.changePassword, by: access, patient: row.patient)
    }
  }

  /// Asks for a link by mail to set a new password.
  ///
  /// - Parameters:
  ///   - email: the e-mail.
  ///   - address: where it came from.
  /// - Returns: the letter to send after answering, or `nil` when nobody can sign in with this e-mail;
  ///   whoever asks is answered alike in both cases.
  /// - Throws: ``AccountsError/delayed(seconds:)``, or an error of the archive.
  public func requestReset(_ email: String, from address: String) async throws -> Letter? {
    try wait(limits.withLock { $0.tryNetwork(AddressBlock(address), at: now) })
    let found = try await find(email)
    return try await archive.change { transaction in
      guard let id = found.row?.id else {
        try transaction.audit(.offerReset, by: .nobody)
        return nil
      }
      let row = try transaction.account(id)
      try transaction.audit(.offerReset, by: .nobody, patient: row.patient, detail: "\(id)")
      guard row.signInHash != nil, let person = try transaction.person(of: row) else { return nil }
      let link = try transaction.link(.reset, for: id, hours: Accounts.resetHours)
      return Letter(address: person.email, occasion: .reset, link: link)
    }
  }

  /// Makes a link to set a new password, for an admin to hand over.
  ///
  /// The owner sees in the audit trail that it was made.
  ///
  /// - Parameters:
  ///   - account: whose password.
  ///   - actor: the admin, who has just shown that it is they.
  /// - Returns: the link.
  /// - Throws: ``AccountsError``, or an error of the archive.
  public func offerReset(of account: AccountID, by actor: Actor) async throws -> Link {
    try require(.changeRoles, actor)
    return try await archive.change { transaction in
      let row = try transaction.account(account)
      guard row.state == .active || row.state == .invited else { throw AccountsError.noAccount }
      let kind: LinkRow.Kind = row.state == .active ? .reset : .invitation
      try transaction.audit(
        .offerReset, by: actor.access(for: "account"), patient: row.patient, detail: "\(account)")
      return try transaction.link(kind, for: account, hours: Accounts.resetHours)
    }
  }

  /// Whether a link for a new password still works.
  ///
  /// - Parameter token: the link.
  /// - Throws: ``AccountsError/deadLink``, or an error of the archive.
  public func checkReset(_ token: Token) async throws {
    try await endWhatTheClockRevives()
    _ = try await archive.look { try $0.living(token, .reset) }
  }

  /// Sets a new password by a link; every session ends, and no pause of the account holds for the
  /// network that used the link. A second factor is still asked for at the next sign-in.
  ///
  /// - Parameters:
  ///   - token: the link; it works once.
  ///   - password: the new password.
  ///   - address: where it came from.
  /// - Throws: ``AccountsError``, or an error of the archive.
  public func reset(_ token: Token, password: String, from address: String) async throws {
    try await endWhatTheClockRevives()
    let id = try await archive.look { try $0.living(token, .reset).account }
    guard let id else { throw AccountsError.deadLink }
    let (row, person) = try await owner(id)
    let hash = try await hash(of: password, for: person)
    try await archive.change { transaction in
      try transaction.delete(transaction.living(token, .reset))
      var current = try transaction.account(id)
      guard current.state == .active else { throw AccountsError.deadLink }
      current.password = hash
      try transaction.advance(current)
      try transaction.endSessions(of: id, by: .owner(current))
      try transaction.audit(.resetPassword, by: .owner(current), patient: current.patient)
    }
    limits.withLock { $0.succeed(row.limitName, from: AddressBlock(address)) }
  }

  /// An account that is not deleted, and its owner.
  func owner(_ id: AccountID) async throws -> (row: AccountRow, person: Person) {
    try await archive.look { transaction in
      let row = try transaction.account(id)
      guard let person = try transaction.person(of: row) else { throw AccountsError.noAccount }
      return (row, person)
    }
  }
}
