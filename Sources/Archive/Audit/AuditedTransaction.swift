public import PatientRecord
public import Time
public import Vault

/// What a body may do within a transaction of an archive's other rows: read and change them, keep
/// secrets in them, and tell the audit trail.
///
/// The chain of the trail and the ring of keys stay within ``Archive``.
public struct AuditedTransaction {
  /// The clinic whose rows these are.
  public let clinic: Int64
  /// The moment of the transaction.
  public let now: Instant
  let archive: Archive
  let transaction: any Transaction

  init(_ archive: Archive, _ transaction: any Transaction) {
    self.archive = archive
    self.transaction = transaction
    clinic = archive.clinic
    now = archive.clock.now
  }

  /// Runs one statement.
  ///
  /// - Parameters:
  ///   - sql: the statement.
  ///   - values: its parameters in order.
  /// - Returns: the rows it gives.
  /// - Throws: ``ArchiveError``.
  public func run(_ sql: String, _ values: [StoredValue]) throws -> [StoredRow] {
    try transaction.run(sql, values)
  }

  /// Writes an event at the end of the audit trail.
  ///
  /// - Parameters:
  ///   - action: what is done.
  ///   - access: who does it.
  ///   - patient: the random key of the patient it is about, if it is about one.
  ///   - detail: how much or which, without names and clinical content.
  /// - Throws: ``ArchiveError``.
  public func audit(
    _ action: AuditEvent.Action, by access: Access, patient: [UInt8]? = nil, detail: String = ""
  ) throws {
    try transaction.audit(
      action, by: access, patient: patient, detail: detail, clinic: clinic, at: now,
      ring: archive.secrets)
  }

  /// Random bytes from the archive's source of secrets.
  ///
  /// - Parameter count: how many bytes, at least 0.
  /// - Returns: the bytes.
  public func randomBytes(_ count: Int) -> [UInt8] {
    var random = archive.randomness()
    return (0..<max(0, count)).map { _ in UInt8.random(in: .min ... .max, using: &random) }
  }

  /// A new secret for a cookie or a link.
  ///
  /// - Returns: the token.
  public func token() -> Token {
    var random = archive.randomness()
    return Token(using: &random)
  }
}

extension AuditedTransaction {
  /// The look-up value of a text that is stored sealed; see `KeyRing.lookup`.
  ///
  /// - Parameters:
  ///   - text: the text in the form in which it is compared.
  ///   - kind: what it identifies.
  /// - Returns: 32 bytes.
  public func lookup(_ text: String, kind: String) -> [UInt8] {
    archive.secrets.lookup(text, kind: kind)
  }

  /// What shows that a row was written by this installation; see `KeyRing.tag`.
  ///
  /// - Parameter place: the row and its columns.
  /// - Returns: 32 bytes.
  public func tag(of place: SealedPlace) -> [UInt8] { archive.secrets.tag(of: place) }

  /// Makes a key and wraps it for storing.
  ///
  /// - Returns: the key, and the key as it may be stored.
  /// - Throws: an error when the cryptographic library refuses.
  public func newKey() throws -> (key: PatientKey, wrapped: WrappedKey) {
    var random = archive.randomness()
    let key = PatientKey(using: &random)
    return (key, try archive.secrets.wrap(key))
  }

  /// Unwraps a stored key.
  ///
  /// - Parameter wrapped: the key as stored.
  /// - Returns: the key.
  /// - Throws: an error when its epoch is gone or its bytes were changed.
  public func unwrap(_ wrapped: WrappedKey) throws -> PatientKey {
    try archive.secrets.unwrap(wrapped)
  }
}

extension AuditedTransaction {
  /// The random key under which a patient's rows stand.
  ///
  /// - Parameter patient: whose.
  /// - Returns: 16 bytes, or `nil` when the patient is unknown.
  /// - Throws: ``ArchiveError/erased`` when the record was erased.
  public func key(of patient: PatientID) throws -> [UInt8]? {
    try archive.find(patient, in: transaction)?.patient
  }

  /// The random key of a patient, who is entered when they are unknown.
  ///
  /// - Parameters:
  ///   - patient: whom to enter.
  ///   - access: who enters them.
  /// - Returns: 16 bytes.
  /// - Throws: ``ArchiveError/erased`` when the record was erased.
  public func enrol(_ patient: PatientID, by access: Access) throws -> [UInt8] {
    if let key = try key(of: patient) { return key }
    let row = try archive.add(patient, archive.lookup(patient), in: transaction)
    try audit(.enrol, by: access, patient: row.patient)
    return row.patient
  }

  /// The patient whose rows stand under a random key, with the key they are sealed with.
  ///
  /// - Parameter key: the random key.
  /// - Returns: the patient, or `nil` when there is none or their record was erased.
  /// - Throws: an error when the row was changed.
  public func patient(under key: [UInt8]) throws -> (id: PatientID, sealing: PatientKey)? {
    let sql = """
      SELECT patient, lookup, epoch, wrapped, identity FROM patient
      WHERE clinic = $1 AND patient = $2 AND wrapped IS NOT NULL
      """
    guard let row = try transaction.first(sql, [.integer(clinic), .bytes(key)]) else { return nil }
    let (id, sealing) = try archive.identity(of: row)
    return (id, sealing)
  }
}
