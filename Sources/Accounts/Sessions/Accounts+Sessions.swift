internal import Archive
internal import Synchronization
internal import Time
public import Vault

extension Accounts {
  /// The session that a request came with: one read of the database.
  ///
  /// Its use is written down once a minute at most. A session that has ended is removed when it is
  /// found, so that no clock can bring it back.
  ///
  /// - Parameter token: what the request carried.
  /// - Returns: the session; see its actor for how far signing in has come.
  /// - Throws: ``AccountsError/signedOut``, or an error of the archive.
  public func session(_ token: Token) async throws -> Session {
    try await endWhatTheClockRevives()
    let found = try await archive.look { try $0.session(token) }
    guard let found, let session = try await settle(found, token) else {
      throw AccountsError.signedOut
    }
    return session
  }

  /// Removes a session that has ended, and writes down the use of one that has not.
  ///
  /// - Returns: the session; `nil` when it has ended.
  func settle(_ found: FoundSession, _ token: Token) async throws -> Session? {
    guard let session = found.session else {
      try await archive.change(isEssential: true) { try $0.delete(found.row) }
      return nil
    }
    if now.milliseconds - found.row.seen.milliseconds >= SessionClock.noteEvery {
      // Whoever reads on a full disk is to be known still.
      try await archive.change(isEssential: true) { try $0.note(useOf: token) }
    }
    return session
  }

  /// Signs out: the session of a token ends.
  ///
  /// - Parameter token: what the request carried; one that stands for nothing changes nothing.
  /// - Throws: an error of the archive.
  public func signOut(_ token: Token) async throws {
    try await archive.change { transaction in
      guard let row = try transaction.sessionRow(token) else { return }
      try transaction.end(row, by: .owner(transaction.account(row.account)))
    }
  }

  /// The sessions of an account.
  ///
  /// - Parameter actor: whose.
  /// - Returns: those that have not ended, the last used first.
  /// - Throws: ``AccountsError``, or an error of the archive.
  public func sessions(of actor: Actor) async throws -> [SessionSummary] {
    try require(.ownAccount, actor)
    return try await archive.look { transaction in
      try transaction.sessions(of: actor.account)
        .filter { !$0.hasEnded(isStaff: actor.roles.isStaff, now: transaction.now) }
        .map { try transaction.summary(of: $0, for: actor) }
        .sorted { ($0.seen, $0.created) > ($1.seen, $1.created) }
    }
  }

  /// Ends one of an account's sessions.
  ///
  /// - Parameters:
  ///   - handle: its name in the list.
  ///   - actor: the owner.
  /// - Throws: ``AccountsError``, or an error of the archive.
  public func endSession(_ handle: SessionHandle, by actor: Actor) async throws {
    try require(.ownAccount, actor)
    try await archive.change { transaction in
      let rows = try transaction.sessions(of: actor.account)
      guard let row = rows.first(where: { $0.handle == handle.bytes }) else {
        throw AccountsError.notFound("session")
      }
      try transaction.end(row, by: actor.access(for: "account"))
    }
  }

  /// Ends all of an account's sessions but the one that asks.
  ///
  /// - Parameter actor: the owner.
  /// - Returns: how many ended.
  /// - Throws: ``AccountsError``, or an error of the archive.
  public func endOtherSessions(of actor: Actor) async throws -> Int {
    try require(.ownAccount, actor)
    return try await archive.change { transaction in
      try transaction.endSessions(
        of: actor.account, except: actor.session, by: actor.access(for: "account"))
    }
  }

  /// Shows again that it is the owner who asks, by password or by a code of the second factor.
  ///
  /// - Parameters:
  ///   - token: the session.
  ///   - secret: the password or the code.
  ///   - address: where it came from.
  /// - Throws: ``AccountsError``, or an error of the archive.
  public func prove(_ token: Token, with secret: String, from address: String) async throws {
    let session = try await session(token)
    guard session.actor.stage == .full else { throw AccountsError.signedOut }
    let row = try await archive.look { try $0.account(session.actor.account) }
    let (name, network) = (row.limitName, AddressBlock(address))
    try wait(limits.withLock { $0.tryPassword(of: name, from: network, at: now) })
    let isPassword = try await compare(secret, row.signInHash ?? work.decoy).matches
    let isProved = try await archive.change { transaction in
      let access = session.actor.access(for: "account")
      guard try isPassword || transaction.takeCode(secret, of: row.id, by: access),
        var current = try transaction.sessionRow(token)
      else {
        try transaction.audit(.refuseSignIn, by: access, patient: row.patient, detail: "proof")
        return false
      }
      current.proved = transaction.now
      try transaction.update(current)
      try transaction.audit(.prove, by: access, patient: row.patient)
      return true
    }
    if !isProved { throw AccountsError.wrongCredentials }
  }

  /// Removes what has ended: sessions, links. Called every minute, it also keeps a clock that is set
  /// back from reviving anything.
  ///
  /// - Returns: how many sessions and links were removed.
  /// - Throws: an error of the archive.
  @discardableResult
  public func sweep() async throws -> Int {
    try await endWhatTheClockRevives()
    // Found by reading, so that who writes meanwhile does not wait.
    let ended = try await archive.look { transaction in
      let sessions = try transaction.rows(SessionRow.self).filter { row in
        let isStaff = try transaction.account(row.account).roles.isStaff
        return row.hasEnded(isStaff: isStaff, now: transaction.now)
      }
      return (
        sessions: sessions,
        links: try transaction.rows(LinkRow.self).filter { $0.expires <= transaction.now }
      )
    }
    if ended.sessions.isEmpty, ended.links.isEmpty { return 0 }
    try await archive.change { transaction in
      for row in ended.sessions { try transaction.delete(row) }
      for link in ended.links { try transaction.delete(link) }
    }
    return ended.sessions.count + ended.links.count
  }
}
