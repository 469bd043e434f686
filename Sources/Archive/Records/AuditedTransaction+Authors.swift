public import PatientRecord

extension AuditedTransaction {
  /// Who wrote a stored entry.
  ///
  /// - Parameters:
  ///   - entry: the entry.
  ///   - patient: in whose record.
  /// - Returns: its author; `nil` when the record has no such entry.
  /// - Throws: ``ArchiveError``.
  public func author(of entry: EntryID, in patient: PatientID) throws -> Author? {
    guard let patient = try archive.find(patient, in: transaction) else { return nil }
    let sql = "\(EntryRow.selection) WHERE clinic = $1 AND id = $2"
    guard
      let found = try transaction.first(sql, [.integer(clinic), .bytes(entry.bytes)])
    else { return nil }
    let row = try EntryRow(found)
    guard row.patient == patient.patient else { return nil }
    var decoder = EntryDecoder()
    return try row.entry(with: patient.key, clinic: clinic, by: &decoder).author
  }
}
