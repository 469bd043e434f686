public import PatientRecord
internal import Time
internal import Vault

/// A part of a record.
public struct RecordPage: Hashable, Sendable {
  /// Entries in the order they were stored.
  public let entries: [Entry]
  /// The entry after which the next page begins; `nil` at the end.
  public let next: EntryID?
}

/// A record that was opened for reading; that it was stands in the audit trail.
public struct OpenRecord: Sendable {
  /// Whose record.
  public let patient: PatientID
  let archive: Archive

  /// Reads some entries.
  ///
  /// - Parameters:
  ///   - after: the entry after which to go on; from the first when `nil`.
  ///   - limit: how many at most, at least 1.
  ///   - kinds: what kinds of facts; all when empty.
  /// - Returns: the page, or `nil` when there is no such entry in the record.
  /// - Throws: ``ArchiveError``.
  public func page(
    after: EntryID? = nil, limit: Int, kinds: Set<Fact.Kind> = []
  ) async throws -> RecordPage? {
    try await archive.engine.read { [self] transaction in
      guard let found = try archive.find(patient, in: transaction) else { return nil }
      var start: Int64 = 0
      if let after {
        guard let place = try archive.place(of: after, found, in: transaction) else { return nil }
        start = place
      }
      return try archive.page(of: found, after: start, limit, kinds, in: transaction)
    }
  }
}

extension Archive {
  /// Opens a record for reading, which the audit trail tells before anything is read.
  ///
  /// - Parameters:
  ///   - patient: whose record.
  ///   - access: who reads it.
  ///   - part: what is read of it, without content.
  /// - Returns: the record, or `nil` when the patient is unknown.
  /// - Throws: ``ArchiveError/erased`` and others.
  public func open(
    _ patient: PatientID, by access: Access, for part: String = "record"
  ) async throws -> OpenRecord? {
    try await engine.write { [self] transaction in
      guard let found = try find(patient, in: transaction) else { return nil }
      try transaction.audit(
        .read, by: access, patient: found.patient, detail: part, clinic: clinic, at: clock.now,
        ring: secrets)
      return OpenRecord(patient: patient, archive: self)
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
  public func entry(_ id: EntryID, of patient: PatientID, by access: Access) async throws -> Entry?
  {
    try await engine.write { [self] transaction in
      guard let found = try find(patient, in: transaction) else { return nil }
      let sql = "\(EntryRow.selection) WHERE clinic = $1 AND id = $2"
      guard let stored = try transaction.first(sql, [.integer(clinic), .bytes(id.bytes)]) else {
        return nil
      }
      let row = try EntryRow(stored)
      guard row.patient == found.patient else { return nil }
      try transaction.audit(
        .read, by: access, patient: found.patient, detail: "entries: 1", clinic: clinic,
        at: clock.now, ring: secrets)
      return try row.entry(with: found.key, clinic: clinic)
    }
  }

  /// The place of an entry in the order of storing; nil when it is not in the record.
  fileprivate func place(
    of id: EntryID, _ patient: PatientRow, in transaction: any Transaction
  ) throws -> Int64? {
    let sql = "SELECT sequence FROM entry WHERE clinic = $1 AND id = $2 AND patient = $3"
    let values: [StoredValue] = [.integer(clinic), .bytes(id.bytes), .bytes(patient.patient)]
    return try transaction.first(sql, values)?.integer(0)
  }

  fileprivate func page(
    of patient: PatientRow, after start: Int64, _ limit: Int, _ kinds: Set<Fact.Kind>,
    in transaction: any Transaction
  ) throws -> RecordPage {
    let limit = max(1, min(limit, 100_000))
    var values: [StoredValue] = [
      .integer(clinic), .bytes(patient.patient), .integer(start),
    ]
    var sql = "\(EntryRow.selection) WHERE clinic = $1 AND patient = $2 AND sequence > $3"
    if !kinds.isEmpty {
      let names = kinds.map(\.rawValue).sorted()
      let marks = names.indices.map { "$\($0 + 4)" }.joined(separator: ", ")
      sql += " AND kind IN (\(marks))"
      values += names.map(StoredValue.text)
    }
    sql += " ORDER BY sequence LIMIT $\(values.count + 1)"
    values.append(.integer(Int64(limit) + 1))
    var entries: [Entry] = []
    var hasMore = false
    try transaction.each(sql, values) { row in
      guard entries.count < limit else {
        hasMore = true
        return
      }
      entries.append(try EntryRow(row).entry(with: patient.key, clinic: clinic))
    }
    return RecordPage(entries: entries, next: hasMore ? entries.last?.id : nil)
  }
}
