internal import Archive
internal import JSON
internal import Time
internal import Vault

/// The row of an account.
struct AccountRow: StoredRecord {
  static let table = "account"
  static let columns = [
    "id", "version", "roles", "state", "patient", "email", "password", "created", "changed",
    "sealed",
  ]
  static let keyCount = 1

  let id: AccountID
  var version: Int64 = 1
  var roles: Set<Role>
  var state = Account.State.invited
  /// The random key of the patient who owns it.
  var patient: [UInt8]?
  /// The look-up value of the e-mail.
  var email: [UInt8]?
  var password: String?
  let created: Instant
  var changed: Instant
  /// Name and e-mail, sealed under the account's key.
  var sealed: [UInt8]?

  /// Whether somebody asked for it by themselves and nobody of the staff has invited them since: an
  /// invited patient has a record.
  var isRequest: Bool { state == .invited && roles == [.patient] && patient == nil }

  init(id: AccountID, roles: Set<Role>, patient: [UInt8]?, at now: Instant) {
    self.id = id
    self.roles = roles
    self.patient = patient
    created = now
    changed = now
  }

  init(_ row: StoredRow) throws {
    id = AccountID(bytes: try row.bytes(0))
    version = try row.integer(1)
    guard let roles = Set<Role>(text: try row.text(2)) else {
      throw ArchiveError.damaged("an account has an unknown role")
    }
    self.roles = roles
    state = try row.word(3, as: Account.State.self)
    patient = try row.optionalBytes(4)
    email = try row.optionalBytes(5)
    password = row.isNull(6) ? nil : try row.text(6)
    created = try row.instant(7)
    changed = try row.instant(8)
    sealed = try row.optionalBytes(9)
  }

  var values: [StoredValue] {
    [
      .bytes(id.bytes), .integer(version), .text(roles.text), .text(state.rawValue),
      .optional(patient), .optional(email), password.map(StoredValue.text) ?? .null,
      .integer(created.milliseconds), .integer(changed.milliseconds), .optional(sealed),
    ]
  }
}

/// What is sealed of a person.
private struct SealedPerson: Codable {
  let email: String
  let name: String
}

extension AuditedTransaction {
  /// The account with an identifier.
  func account(_ id: AccountID) throws -> AccountRow {
    guard let row = try row(AccountRow.self, where: "id = $2", [.bytes(id.bytes)]) else {
      throw AccountsError.noAccount
    }
    return row
  }

  /// The account with an e-mail, in its normal form.
  func account(email: String) throws -> AccountRow? {
    try row(AccountRow.self, where: "email = $2", [.bytes(lookup(email, kind: "email"))])
  }

  /// Writes a changed account as its next version.
  func advance(_ row: AccountRow) throws {
    var row = row
    row.version &+= 1
    row.changed = now
    try update(row)
  }

  /// Makes an account with a key of its own.
  func add(_ person: Person, roles: Set<Role>, patient: [UInt8]?) throws -> AccountRow {
    let id = AccountID(bytes: randomBytes(16))
    let (key, wrapped) = try newKey()
    _ = try run(
      "INSERT INTO account_key (clinic, account, epoch, wrapped) VALUES ($1, $2, $3, $4)",
      [
        .integer(clinic), .bytes(id.bytes), .integer(Int64(wrapped.epoch)),
        .bytes(wrapped.bytes),
      ])
    var row = AccountRow(id: id, roles: roles, patient: patient, at: now)
    row.email = lookup(person.email, kind: "email")
    row.sealed = try seal(person, with: key, of: id)
    try insert(row)
    return row
  }

  /// The key of an account; nil when it was destroyed.
  func key(of account: AccountID) throws -> PatientKey? {
    let sql = "SELECT epoch, wrapped FROM account_key WHERE clinic = $1 AND account = $2"
    guard let row = try run(sql, [.integer(clinic), .bytes(account.bytes)]).first else {
      return nil
    }
    return try unwrap(
      WrappedKey(epoch: Int(clamping: try row.integer(0)), bytes: try row.bytes(1)))
  }

  /// The key of an account that is not deleted.
  func livingKey(of account: AccountID) throws -> PatientKey {
    guard let key = try key(of: account) else {
      throw ArchiveError.damaged("account \(account) has no key")
    }
    return key
  }

  func seal(_ person: Person, with key: PatientKey, of account: AccountID) throws -> [UInt8] {
    let text = try ValueEncoder()
      .encode(SealedPerson(email: person.email, name: person.name)).text()
    return try key.seal(Array(text.utf8), at: place("person", account))
  }

  /// Who owns an account; nil once name and e-mail were removed.
  func person(of row: AccountRow) throws -> Person? {
    guard let sealed = row.sealed else { return nil }
    let text = try livingKey(of: row.id).open(sealed, at: place("person", row.id))
    let person = try StrictDecoder().decode(
      SealedPerson.self, from: JSONValue(parsing: String(decoding: text, as: UTF8.self)))
    return try Person(email: person.email, name: person.name)
  }

  /// Where sealed bytes of an account stand.
  func place(_ table: String, _ account: AccountID, _ columns: [UInt8]...) -> SealedPlace {
    SealedPlace(
      table: table, row: account.bytes, named: "of account ",
      columns: [SealedPlace.bytes(of: clinic), account.bytes] + columns)
  }

  /// The account as it is shown.
  func shown(_ row: AccountRow) throws -> Account {
    Account(
      id: row.id, version: row.version, roles: row.roles, state: row.state,
      person: try person(of: row),
      patient: try row.patient.flatMap { try patient(under: $0)?.id }, created: row.created,
      changed: row.changed)
  }
}
