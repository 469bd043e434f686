internal import Archive
internal import Time
internal import Vault

/// The row of a session.
struct SessionRow: StoredRecord {
  static let table = "session"
  static let columns = [
    "digest", "handle", "account", "stage", "created", "seen", "proved", "secret", "sealed",
  ]
  static let keyCount = 1

  var digest: [UInt8]
  /// Names the session in lists; it opens nothing.
  let handle: [UInt8]
  let account: AccountID
  var stage: Session.Stage
  let created: Instant
  var seen: Instant
  /// When its owner last showed that it is they.
  var proved: Instant
  /// What the tokens of its forms are made from.
  var secret: [UInt8]
  /// The device, sealed under the account's key.
  let sealed: [UInt8]

  init(
    _ token: Token, handle: [UInt8], account: AccountID, stage: Session.Stage, at now: Instant,
    secret: [UInt8], sealed: [UInt8]
  ) {
    digest = token.digest
    self.handle = handle
    self.account = account
    self.stage = stage
    created = now
    seen = now
    proved = now
    self.secret = secret
    self.sealed = sealed
  }

  init(_ row: StoredRow) throws {
    digest = try row.bytes(0)
    handle = try row.bytes(1)
    account = AccountID(bytes: try row.bytes(2))
    stage = try row.word(3, as: Session.Stage.self)
    created = try row.instant(4)
    seen = try row.instant(5)
    proved = try row.instant(6)
    secret = try row.bytes(7)
    sealed = try row.bytes(8)
  }

  var values: [StoredValue] {
    [
      .bytes(digest), .bytes(handle), .bytes(account.bytes), .text(stage.rawValue),
      .integer(created.milliseconds), .integer(seen.milliseconds),
      .integer(proved.milliseconds), .bytes(secret), .bytes(sealed),
    ]
  }
}
