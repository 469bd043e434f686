public import PatientRecord
internal import Time
internal import Vault

extension Archive {
  /// Reads the record of a patient.
  ///
  /// That it was read stands in the audit trail before anything is returned.
  ///
  /// - Parameters:
  ///   - patient: whose record.
  ///   - access: who reads it.
  /// - Returns: all their entries in the order they were stored; none when the patient is unknown.
  /// - Throws: ``ArchiveError/erased``, or an error that names the row that was changed.
  public func entries(of patient: PatientID, by access: Access) async throws -> [Entry] {
    guard var span = try await beginReading(patient, by: access) else { return [] }
    var pages = OpenedPages()
    try await withThrowingTaskGroup(of: OpenedPages.Page.self) { group in
      while !span.isRead {
        let page = try await page(of: &span, size: Archive.pageSize)
        let place = pages.begin()
        group.addTask { (place, Result { try page.opened() }) }
        if pages.waiting > OpenedPages.limit, let opened = try await group.next() {
          pages.take(opened)
        }
      }
      for try await opened in group { pages.take(opened) }
    }
    return try pages.entries()
  }

  /// Reads the record of a patient page by page.
  ///
  /// - Parameters:
  ///   - patient: whose record.
  ///   - access: who reads it.
  ///   - size: how many entries a page has, at least 1.
  /// - Returns: the pages; nothing is read before the first is asked for.
  public func pages(
    of patient: PatientID, by access: Access, size: Int = pageSize
  ) -> RecordPages {
    RecordPages(archive: self, patient: patient, access: access, size: max(1, size))
  }

  /// How many entries a page has if nothing else is said.
  public static let pageSize = 1000

  /// Writes into the trail that a record is read, and says how far it goes.
  ///
  /// - Returns: what is to be read, or `nil` when the patient is unknown.
  func beginReading(_ patient: PatientID, by access: Access) async throws -> RecordSpan? {
    guard let key = try await tellOfReading(patient, by: access, detail: "record") else {
      return nil
    }
    let last = try await engine.read { [clinic] transaction in
      let sql = "SELECT max(sequence) FROM entry WHERE clinic = $1 AND patient = $2"
      guard let row = try transaction.first(sql, [.integer(clinic), .bytes(key)]), !row.isNull(0)
      else { return Int64(0) }
      return try row.integer(0)
    }
    return RecordSpan(patient: patient, through: last)
  }

  /// Writes into the trail that a patient's record is read.
  ///
  /// - Returns: the random key under which their rows stand; `nil` when they are unknown.
  func tellOfReading(
    _ patient: PatientID, by access: Access, detail: String
  ) async throws -> [UInt8]? {
    try await look(telling: access) { transaction in
      let key = try transaction.key(of: patient)
      if let key { try transaction.audit(.read, by: access, patient: key, detail: detail) }
      return key
    }
  }

  /// Reads the next rows of a record.
  ///
  /// The patient is looked up anew each time, so that a record that was erased meanwhile is not
  /// taken for one that has ended, and its key is not used again.
  func page(of span: inout RecordSpan, size: Int) async throws -> RecordPage {
    let wanted = span
    let page = try await engine.read { [self] transaction in
      guard let found = try find(wanted.patient, in: transaction) else { throw ArchiveError.erased }
      let sql = """
        \(EntryRow.selection) WHERE clinic = $1 AND patient = $2 AND sequence > $3 \
        AND sequence <= $4 ORDER BY sequence LIMIT $5
        """
      let values: [StoredValue] = [
        .integer(clinic), .bytes(found.patient), .integer(wanted.after), .integer(wanted.through),
        .integer(Int64(size)),
      ]
      var rows: [EntryRow] = []
      try transaction.each(sql, values) { rows.append(try EntryRow($0)) }
      return RecordPage(rows: rows, key: found.key, clinic: clinic)
    }
    let isLast = page.rows.count < size
    span.after = isLast ? span.through : page.rows.last?.sequence ?? span.through
    return page
  }

  /// Lists the patients whose record is kept.
  ///
  /// - Parameter access: who asks.
  /// - Returns: their identifiers in order.
  /// - Throws: an error when a row was changed.
  public func patients(by access: Access) async throws -> [PatientID] {
    try await tell(.list, by: access, patient: nil, detail: "patients")
    let patients = try await engine.read { [self] transaction in
      var patients: [PatientID] = []
      let sql = """
        SELECT patient, lookup, epoch, wrapped, identity FROM patient
        WHERE clinic = $1 AND wrapped IS NOT NULL
        """
      try transaction.each(sql, [.integer(clinic)]) { row in
        patients.append(try identity(of: row).patient)
      }
      return patients
    }
    return patients.sorted { $0.rawValue < $1.rawValue }
  }

  /// The identifier that a row of patients hides, and the key under which they are sealed.
  func identity(of row: StoredRow) throws -> (patient: PatientID, key: PatientKey) {
    let wrapped = WrappedKey(epoch: Int(clamping: try row.integer(2)), bytes: try row.bytes(3))
    let key = try secrets.unwrap(wrapped)
    let identity = try key.open(row.bytes(4), at: identityPlace(row.bytes(0), row.bytes(1)))
    return (PatientID(rawValue: String(decoding: identity, as: UTF8.self)), key)
  }

  /// Writes into the audit trail what is done with the data as a whole.
  ///
  /// - Parameters:
  ///   - action: what is done.
  ///   - access: who does it.
  ///   - detail: how much or which, without clinical content.
  /// - Throws: ``ArchiveError``.
  public func note(
    _ action: AuditEvent.Action, by access: Access, detail: String
  ) async throws {
    let ring = secrets
    try await engine.writeEssential { [clinic, clock] transaction in
      try transaction.audit(
        action, by: access, patient: nil, detail: detail, clinic: clinic, at: clock.now, ring: ring)
    }
  }

  /// Writes into the audit trail that something is read, before it is.
  func tell(
    _ action: AuditEvent.Action, by access: Access, patient: [UInt8]?, detail: String
  ) async throws {
    let ring = secrets
    try await telling(by: access) { [clinic, clock] transaction in
      try transaction.audit(
        action, by: access, patient: patient, detail: detail, clinic: clinic, at: clock.now,
        ring: ring)
    }
  }

  /// Writes the line of a reading. What is read in an emergency waits until it is on the disk;
  /// otherwise the engine may bring it there a moment later.
  func telling<Value: Sendable>(
    by access: Access, _ body: @escaping @Sendable (any Transaction) throws -> Value
  ) async throws -> Value {
    if access.isEmergency { return try await engine.writeEssential(body) }
    return try await engine.writeSoon(body)
  }
}
