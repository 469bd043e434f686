internal import Archive
internal import Time
internal import Vault

/// The row of a token, and the session where it has not ended.
typealias FoundSession = (row: SessionRow, session: Session?)

extension SessionRow {
  func hasEnded(isStaff: Bool, now: Instant) -> Bool {
    SessionClock(isStaff: isStaff)
      .hasEnded(stage: stage, created: created, seen: seen, now: now)
  }
}

extension AuditedTransaction {
  func sessionRow(_ token: Token) throws -> SessionRow? {
    try row(SessionRow.self, where: "digest = $2", [.bytes(token.digest)])
  }

  func sessions(of account: AccountID) throws -> [SessionRow] {
    try rows(SessionRow.self, where: "account = $2", [.bytes(account.bytes)])
  }

  /// The row of a token, and the session where it has not ended.
  func session(_ token: Token) throws -> FoundSession? {
    guard let row = try sessionRow(token) else { return nil }
    let account = try account(row.account)
    guard account.state == .active, !row.hasEnded(isStaff: account.roles.isStaff, now: now) else {
      return (row, nil)
    }
    return (row, try session(row, of: account))
  }

  private func session(_ row: SessionRow, of account: AccountRow) throws -> Session {
    let handle = SessionHandle(bytes: row.handle)
    let clock = SessionClock(isStaff: account.roles.isStaff)
    let actor = Actor(
      account: account.id, roles: account.roles,
      patient: try account.patient.flatMap { try patient(under: $0)?.id }, session: handle,
      stage: row.stage, proved: row.proved)
    return Session(
      handle: handle, actor: actor, created: row.created, seen: row.seen,
      ends: Instant(milliseconds: row.created.milliseconds + clock.absolute),
      idleEnds: Instant(milliseconds: now.milliseconds + clock.idle),
      form: try FormSecret(row.secret))
  }

  /// Begins a session.
  func beginSession(
    of account: AccountID, stage: Session.Stage, device: String
  ) throws -> SignIn {
    let token = token()
    let handle = randomBytes(16)
    let sealed = try livingKey(of: account)
      .seal(Array(device.utf8), at: place("session", account, handle))
    try insert(
      SessionRow(
        token, handle: handle, account: account, stage: stage, at: now, secret: randomBytes(32),
        sealed: sealed))
    return SignIn(token: token, stage: stage, account: account)
  }

  /// Gives a session that went a step further a new token and a new secret; the old token is void.
  func advance(_ token: Token, to stage: Session.Stage) throws -> SignIn {
    guard var row = try sessionRow(token) else { throw AccountsError.signedOut }
    try delete(row)
    let renewed = self.token()
    row.digest = renewed.digest
    row.secret = randomBytes(32)
    row.stage = stage
    row.seen = now
    row.proved = now
    try insert(row)
    return SignIn(token: renewed, stage: stage, account: row.account)
  }

  /// Writes down that a session is used, unless it ended meanwhile.
  func note(useOf token: Token) throws {
    guard var row = try sessionRow(token), row.seen < now else { return }
    row.seen = now
    try update(row)
  }

  func summary(of row: SessionRow, for actor: Actor) throws -> SessionSummary {
    let device = try livingKey(of: row.account)
      .open(row.sealed, at: place("session", row.account, row.handle))
    let handle = SessionHandle(bytes: row.handle)
    return SessionSummary(
      handle: handle, device: String(decoding: device, as: UTF8.self), created: row.created,
      seen: row.seen, isThisOne: handle == actor.session)
  }

  /// Ends a session, and says so.
  func end(_ row: SessionRow, by access: Access) throws {
    if !Fault.breaks(.sessionsStay) { try delete(row) }
    try audit(.signOut, by: access)
  }

  /// Ends an account's sessions but perhaps one.
  @discardableResult
  func endSessions(
    of account: AccountID, except kept: SessionHandle? = nil, by access: Access
  ) throws -> Int {
    let rows = try sessions(of: account).filter { $0.handle != kept?.bytes }
    for row in rows { try delete(row) }
    if !rows.isEmpty { try audit(.signOut, by: access, detail: "sessions: \(rows.count)") }
    return rows.count
  }
}
