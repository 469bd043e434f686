internal import Archive
internal import Time
internal import Vault

/// The row of a membership in a care team.
struct MembershipRow: StoredRecord {
  static let table = "membership"
  static let columns = ["patient", "account", "starts", "ends"]
  static let keyCount = 2

  let patient: [UInt8]
  let account: AccountID
  var starts: Instant
  var ends: Instant?

  init(patient: [UInt8], account: AccountID, starts: Instant, ends: Instant?) {
    self.patient = patient
    self.account = account
    self.starts = starts
    self.ends = ends
  }

  init(_ row: StoredRow) throws {
    patient = try row.bytes(0)
    account = AccountID(bytes: try row.bytes(1))
    starts = try row.instant(2)
    ends = try row.optionalInstant(3)
  }

  var values: [StoredValue] {
    [
      .bytes(patient), .bytes(account.bytes), .integer(starts.milliseconds),
      .moment(ends?.milliseconds),
    ]
  }

  /// Whether it holds at a moment: from its start on, up to and without its end.
  func holds(at now: Instant) -> Bool { starts <= now && ends.map { now < $0 } ?? true }
}

/// The row of a consent given or withdrawn; rows are only ever added, and the last one counts.
struct ConsentRow: StoredRecord {
  static let table = "consent"
  static let columns = ["patient", "kind", "number", "given", "at", "account"]
  static let keyCount = 3

  let patient: [UInt8]
  let kind: Consent.Kind
  let number: Int64
  let isGiven: Bool
  let at: Instant
  let account: AccountID

  init(
    patient: [UInt8], kind: Consent.Kind, number: Int64, isGiven: Bool, at: Instant,
    account: AccountID
  ) {
    self.patient = patient
    self.kind = kind
    self.number = number
    self.isGiven = isGiven
    self.at = at
    self.account = account
  }

  init(_ row: StoredRow) throws {
    patient = try row.bytes(0)
    kind = try row.word(1, as: Consent.Kind.self)
    number = try row.integer(2)
    isGiven = try row.integer(3) == 1
    at = try row.instant(4)
    account = AccountID(bytes: try row.bytes(5))
  }

  var values: [StoredValue] {
    [
      .bytes(patient), .text(kind.rawValue), .integer(number), .integer(isGiven ? 1 : 0),
      .integer(at.milliseconds), .bytes(account.bytes),
    ]
  }
}

/// The row of a record opened in an emergency.
struct BreakGlassRow: StoredRecord {
  static let table = "break_glass"
  static let columns = ["id", "patient", "account", "opened", "reason", "reviewer", "reviewed"]
  static let keyCount = 1

  let id: [UInt8]
  let patient: [UInt8]
  let account: AccountID
  let opened: Instant
  /// The reason, sealed under the patient's key.
  let reason: [UInt8]
  var reviewer: AccountID?
  var reviewed: Instant?

  init(id: [UInt8], patient: [UInt8], account: AccountID, opened: Instant, reason: [UInt8]) {
    self.id = id
    self.patient = patient
    self.account = account
    self.opened = opened
    self.reason = reason
  }

  init(_ row: StoredRow) throws {
    id = try row.bytes(0)
    patient = try row.bytes(1)
    account = AccountID(bytes: try row.bytes(2))
    opened = try row.instant(3)
    reason = try row.bytes(4)
    reviewer = try row.optionalBytes(5).map(AccountID.init(bytes:))
    reviewed = try row.optionalInstant(6)
  }

  var values: [StoredValue] {
    [
      .bytes(id), .bytes(patient), .bytes(account.bytes), .integer(opened.milliseconds),
      .bytes(reason), .optional(reviewer?.bytes), .moment(reviewed?.milliseconds),
    ]
  }

  /// When it closes by itself.
  var closes: Instant { Instant(milliseconds: opened.milliseconds + BreakGlass.duration) }

  /// Whether the record is open at a moment; a clock that was set back does not open it again.
  func holds(at now: Instant) -> Bool {
    (0..<BreakGlass.duration).contains(now.milliseconds - opened.milliseconds)
  }
}

/// The row of a notice that waits to be delivered.
struct NoticeRow: StoredRecord {
  static let table = "notice"
  static let columns = ["id", "kind", "subject", "created", "delivered"]
  static let keyCount = 1

  let id: [UInt8]
  let kind: Notice.Kind
  let subject: [UInt8]
  let created: Instant
  var delivered: Instant?

  init(id: [UInt8], kind: Notice.Kind, subject: [UInt8], created: Instant) {
    self.id = id
    self.kind = kind
    self.subject = subject
    self.created = created
  }

  init(_ row: StoredRow) throws {
    id = try row.bytes(0)
    kind = try row.word(1, as: Notice.Kind.self)
    subject = try row.bytes(2)
    created = try row.instant(3)
    delivered = try row.optionalInstant(4)
  }

  var values: [StoredValue] {
    [
      .bytes(id), .text(kind.rawValue), .bytes(subject), .integer(created.milliseconds),
      .moment(delivered?.milliseconds),
    ]
  }
}
