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
    let found = try await engine.read { [self] transaction in
      try find(patient, in: transaction)
    }
    guard let found else { return [] }
    try await note(.read, by: access, patient: found.patient, detail: "record")
    return try await engine.read { [self] transaction in
      var entries: [Entry] = []
      let sql = "\(EntryRow.selection) WHERE clinic = $1 AND patient = $2 ORDER BY sequence"
      try transaction.each(sql, [.integer(clinic), .bytes(found.patient)]) { row in
        entries.append(try EntryRow(row).entry(with: found.key, clinic: clinic))
      }
      return entries
    }
  }

  /// Lists the patients whose record is kept.
  ///
  /// - Parameter access: who asks.
  /// - Returns: their identifiers in order.
  /// - Throws: an error when a row was changed.
  public func patients(by access: Access) async throws -> [PatientID] {
    try await note(.list, by: access, patient: nil, detail: "patients")
    let patients = try await engine.read { [self] transaction in
      var patients: [PatientID] = []
      let sql = """
        SELECT patient, lookup, epoch, wrapped, identity FROM patient
        WHERE clinic = $1 AND wrapped IS NOT NULL
        """
      try transaction.each(sql, [.integer(clinic)]) { row in
        patients.append(try identifier(of: row))
      }
      return patients
    }
    return patients.sorted { $0.rawValue < $1.rawValue }
  }

  /// The identifier that a row of patients hides.
  func identifier(of row: StoredRow) throws -> PatientID {
    let wrapped = WrappedKey(epoch: Int(clamping: try row.integer(2)), bytes: try row.bytes(3))
    let identity = try secrets.unwrap(wrapped).open(
      row.bytes(4), at: identityPlace(row.bytes(0), row.bytes(1)))
    return PatientID(rawValue: String(decoding: identity, as: UTF8.self))
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
    try await note(action, by: access, patient: nil, detail: detail)
  }

  /// Writes a line of the audit trail by itself.
  func note(
    _ action: AuditEvent.Action, by access: Access, patient: [UInt8]?, detail: String
  ) async throws {
    let ring = secrets
    try await engine.writeEssential { [clinic, clock] transaction in
      try transaction.audit(
        action, by: access, patient: patient, detail: detail, clinic: clinic, at: clock.now,
        ring: ring)
    }
  }
}
