internal import Archive
internal import Time
internal import Vault

/// The row of a link that works once: an invitation, a new password, or setting up.
struct LinkRow: StoredRecord {
  enum Kind: String {
    /// Makes the first account.
    case setUp
    /// Lets somebody set the password of a new account.
    case invitation
    /// Lets somebody set a new password.
    case reset
  }

  static let table = "link"
  static let columns = ["digest", "kind", "account", "created", "expires"]
  static let keyCount = 1

  let digest: [UInt8]
  let kind: Kind
  let account: AccountID?
  let created: Instant
  let expires: Instant

  init(_ token: Token, _ kind: Kind, account: AccountID?, created: Instant, expires: Instant) {
    digest = token.digest
    self.kind = kind
    self.account = account
    self.created = created
    self.expires = expires
  }

  init(_ row: StoredRow) throws {
    digest = try row.bytes(0)
    kind = try row.word(1, as: Kind.self)
    account = try row.optionalBytes(2).map(AccountID.init(bytes:))
    created = try row.instant(3)
    expires = try row.instant(4)
  }

  var values: [StoredValue] {
    [
      .bytes(digest), .text(kind.rawValue), .optional(account?.bytes),
      .integer(created.milliseconds), .integer(expires.milliseconds),
    ]
  }
}

extension AuditedTransaction {
  /// Makes a link; earlier ones of its kind for the account are void.
  func link(_ kind: LinkRow.Kind, for account: AccountID?, hours: Int64) throws -> Link {
    try voidLinks(kind, of: account)
    let token = token()
    let expires = Instant(milliseconds: now.milliseconds + hours * 3_600_000)
    try insert(LinkRow(token, kind, account: account, created: now, expires: expires))
    return Link(token: token, account: account, expires: expires)
  }

  /// The link that a token stands for, if it still works.
  func living(_ token: Token, _ kinds: LinkRow.Kind...) throws -> LinkRow {
    guard let link = try row(LinkRow.self, where: "digest = $2", [.bytes(token.digest)]),
      kinds.contains(link.kind), link.created <= now, now < link.expires
    else { throw AccountsError.deadLink }
    return link
  }

  /// Ends links before their time.
  func voidLinks(_ kind: LinkRow.Kind, of account: AccountID?) throws {
    let condition = account == nil ? "account IS NULL" : "account = $3"
    let values = [StoredValue.text(kind.rawValue)] + (account.map { [.bytes($0.bytes)] } ?? [])
    for link in try rows(LinkRow.self, where: "kind = $2 AND \(condition)", values) {
      try delete(link)
    }
  }
}
