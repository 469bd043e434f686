public import PatientRecord
internal import Time
internal import Vault

/// A part of a record.
public struct RecordPart: Hashable, Sendable {
  /// Entries in the order they were stored.
  public let entries: [Entry]
  /// The entry after which the next part begins; `nil` at the end.
  public let next: EntryID?
}

extension Archive {
  /// Reads a part of a record; that it was read stands in the audit trail before anything is returned.
  ///
  /// - Parameters:
  ///   - patient: whose record.
  ///   - after: the entry after which to go on; from the first when `nil`.
  ///   - limit: how many entries at most, 1 to 10,000.
  ///   - kinds: what kinds of facts; all when empty.
  ///   - access: who reads it.
  /// - Returns: the part, or `nil` when the patient is unknown or has no such entry.
  /// - Throws: ``ArchiveError/erased``, or an error that names the row that was changed.
  public func part(
    of patient: PatientID, after: EntryID? = nil, limit: Int, kinds: Set<Fact.Kind> = [],
    by access: Access
  ) async throws -> RecordPart? {
    guard try await tellOfReading(patient, by: access, detail: "part") != nil else { return nil }
    return try await engine.read { [self] transaction in
      // Looked up anew: a record that was erased meanwhile is not read.
      guard let found = try find(patient, in: transaction) else { return nil }
      var start: Int64 = 0
      if let after {
        guard let place = try place(of: after, found, in: transaction) else { return nil }
        start = place
      }
      return try part(of: found, after: start, limit, kinds, in: transaction)
    }
  }

  /// Reads one entry, which the audit trail tells in the same transaction.
  ///
  /// - Parameters:
  ///   - id: which entry.
  ///   - patient: whose record it stands in.
  ///   - access: who reads it.
  /// - Returns: the entry, or `nil` when it is not in this record.
  /// - Throws: ``ArchiveError/erased``, or an error that names the row that was changed.
  public func entry(
    _ id: EntryID, of patient: PatientID, by access: Access
  ) async throws -> Entry? {
    let ring = secrets
    return try await telling(by: access) { [self] transaction in
      guard let found = try find(patient, in: transaction) else { return nil }
      let sql = "\(EntryRow.selection) WHERE clinic = $1 AND id = $2"
      guard let stored = try transaction.first(sql, [.integer(clinic), .bytes(id.bytes)]) else {
        return nil
      }
      let row = try EntryRow(stored)
      guard row.patient == found.patient else { return nil }
      try transaction.audit(
        .read, by: access, patient: found.patient, detail: AuditEvent.detail(entries: 1),
        clinic: clinic, at: clock.now, ring: ring)
      var decoder = EntryDecoder()
      return try row.entry(with: found.key, clinic: clinic, by: &decoder)
    }
  }

  /// The place of an entry in the order of storing; nil when it is not in the record.
  private func place(
    of id: EntryID, _ patient: PatientRow, in transaction: any Transaction
  ) throws -> Int64? {
    let sql = "SELECT sequence FROM entry WHERE clinic = $1 AND id = $2 AND patient = $3"
    let values: [StoredValue] = [.integer(clinic), .bytes(id.bytes), .bytes(patient.patient)]
    return try transaction.first(sql, values)?.integer(0)
  }

  private func part(
    of patient: PatientRow, after start: Int64, _ limit: Int, _ kinds: Set<Fact.Kind>,
    in transaction: any Transaction
  ) throws -> RecordPart {
    let limit = max(1, min(limit, 10_000))
    var sql = "\(EntryRow.selection) WHERE clinic = $1 AND patient = $2 AND sequence > $3"
    var values: [StoredValue] = [.integer(clinic), .bytes(patient.patient), .integer(start)]
    if !kinds.isEmpty {
      let names = kinds.map(\.rawValue).sorted()
      let marks = names.indices.map { "$\($0 + 4)" }.joined(separator: ", ")
      sql += " AND kind IN (\(marks))"
      values += names.map(StoredValue.text)
    }
    sql += " ORDER BY sequence LIMIT $\(values.count + 1)"
    values.append(.integer(Int64(limit) + 1))
    var rows: [EntryRow] = []
    try transaction.each(sql, values) { rows.append(try EntryRow($0)) }
    let hasMore = rows.count > limit
    let page = RecordPage(rows: Array(rows.prefix(limit)), key: patient.key, clinic: clinic)
    let entries = try page.opened()
    return RecordPart(entries: entries, next: hasMore ? entries.last?.id : nil)
  }
}
