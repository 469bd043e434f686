public import PatientRecord
internal import Time
public import Vault

extension Archive {
  /// Erases a patient's record for good: their key is destroyed, their rows are deleted, and so are
  /// the psychotherapy notes about them with their keys.
  ///
  /// The key file is told first, so that a backup from before cannot bring the record back. What was
  /// done to the record stays in the audit trail, under the patient's random key.
  ///
  /// - Parameters:
  ///   - patient: whose record.
  ///   - access: who erases it.
  ///   - keyFile: the key file of this archive.
  /// - Returns: how many entries were erased, or `nil` when the patient is unknown.
  /// - Throws: ``ArchiveError``, or an error of the key file.
  public func erase(
    _ patient: PatientID, by access: Access, keyFile: KeyFile
  ) async throws -> Int? {
    let lookup = lookup(patient)
    let isKnown = try await engine.read { [self] transaction in
      try find(patient, in: transaction) != nil
    }
    guard isKnown else { return nil }
    return try await changingKeys {
      var buried = secrets
      buried.bury(lookup)
      try keep(buried, in: keyFile)
      Fault.point(.midErasure)
      return try await engine.writeEssential { [self] transaction in
        try erase(lookup, by: access, in: transaction)
      }
    }
  }

  /// Erases again whoever the key file calls erased: the data may come from an older backup.
  func eraseBuried() async throws {
    let buried = secrets.erased
    if buried.isEmpty { return }
    try await engine.writeEssential { [self] transaction in
      let access = Access(actor: "system", role: "system", purpose: "erasure after a restore")
      for lookup in buried.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
        _ = try erase(lookup, by: access, in: transaction)
      }
    }
  }

  /// Erases the patient with a look-up value, unless that was done.
  private func erase(
    _ lookup: [UInt8], by access: Access, in transaction: any Transaction
  ) throws -> Int? {
    let sql = """
      SELECT patient FROM patient WHERE clinic = $1 AND lookup = $2 AND wrapped IS NOT NULL
      """
    guard let row = try transaction.first(sql, [.integer(clinic), .bytes(lookup)]) else {
      return nil
    }
    let patient = try row.bytes(0)
    let values: [StoredValue] = [.integer(clinic), .bytes(patient)]
    let count =
      try transaction.first(
        "SELECT count(*) FROM entry WHERE clinic = $1 AND patient = $2", values)?.integer(0) ?? 0
    let notes = Fault.breaks(.notesStay) ? [] : ["therapy_note", "therapy_key"]
    for table in ["entry", "signal"] + notes {
      _ = try transaction.run(
        "DELETE FROM \(table) WHERE clinic = $1 AND patient = $2", values)
    }
    _ = try transaction.run(
      """
      UPDATE patient SET epoch = NULL, wrapped = NULL, identity = NULL, erased = $1
      WHERE clinic = $2 AND patient = $3
      """, [.integer(count)] + values)
    try transaction.audit(
      .erase, by: access, patient: patient, detail: AuditEvent.detail(entries: count),
      clinic: clinic,
      at: clock.now, ring: secrets)
    return Int(clamping: count)
  }
}
