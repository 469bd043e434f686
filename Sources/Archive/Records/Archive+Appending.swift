public import PatientRecord
internal import Time
internal import Vault

extension Archive {
  /// Stores entries for good, all or none.
  ///
  /// An entry that is already there is stored once. The signals of an entry are stored with it, in
  /// one transaction with the line of the audit trail.
  ///
  /// - Parameters:
  ///   - entries: what to store.
  ///   - access: who stores it.
  /// - Returns: the entries as stored, with the moment they were recorded, in the order given.
  /// - Throws: ``ArchiveError``; nothing was stored then.
  public func append(_ entries: [Entry], by access: Access) async throws -> [Entry] {
    try await append(entries, by: access) { _ in }
  }

  /// Stores entries for good, all or none, unless a check in the same transaction refuses.
  ///
  /// - Parameters:
  ///   - entries: what to store.
  ///   - access: who stores it.
  ///   - check: throws when they may not; it sees the state in which the entries are stored.
  /// - Returns: the entries as stored, with the moment they were recorded, in the order given.
  /// - Throws: ``ArchiveError``, or what `check` throws; nothing was stored then.
  public func append(
    _ entries: [Entry], by access: Access,
    unless check: @escaping @Sendable (AuditedTransaction) throws -> Void
  ) async throws -> [Entry] {
    let drafts = try entries.map(Draft.init)
    if drafts.isEmpty { return [] }
    return try await engine.write { [self] transaction in
      try check(AuditedTransaction(self, transaction))
      return try store(drafts, by: access, in: transaction)
    }
  }

  private func store(
    _ drafts: [Draft], by access: Access, in transaction: any Transaction
  ) throws -> [Entry] {
    let now = clock.now
    var sequence = try transaction.head(of: clinic).sequence
    var patients: [PatientID: PatientRow] = [:]
    var counts: [PatientID: Int] = [:]
    var stored: [Entry] = []
    for draft in drafts {
      let patient = try patients[draft.entry.patient] ?? patientRow(of: draft, in: transaction)
      patients[draft.entry.patient] = patient
      if let earlier = try earlier(draft, of: patient, in: transaction) {
        stored.append(earlier)
        continue
      }
      sequence &+= 1
      let signals = signalRule(draft.entry)
      try EntryRow(
        draft, sequence: sequence, recorded: now, signals: signals.count, for: patient,
        clinic: clinic
      ).insert(in: transaction, clinic: clinic)
      try store(signals, of: draft.entry, patient, at: now, in: transaction)
      counts[draft.entry.patient, default: 0] += 1
      stored.append(draft.entry.recorded(at: now))
    }
    _ = try transaction.run(
      "UPDATE head SET sequence = $1 WHERE clinic = $2", [.integer(sequence), .integer(clinic)])
    for (patient, count) in counts.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      try transaction.audit(
        .append, by: access, patient: patients[patient]?.patient,
        detail: AuditEvent.detail(entries: Int64(count)),
        clinic: clinic, at: now, ring: secrets)
    }
    return stored
  }

  private func patientRow(of draft: Draft, in transaction: any Transaction) throws -> PatientRow {
    try find(draft.entry.patient, in: transaction)
      ?? add(draft.entry.patient, lookup(draft.entry.patient), in: transaction)
  }

  /// The entry with a draft's identifier, when it is already stored.
  private func earlier(
    _ draft: Draft, of patient: PatientRow, in transaction: any Transaction
  ) throws -> Entry? {
    let sql = "\(EntryRow.selection) WHERE clinic = $1 AND id = $2"
    let values: [StoredValue] = [.integer(clinic), .bytes(draft.entry.id.bytes)]
    guard let found = try transaction.first(sql, values) else { return nil }
    let row = try EntryRow(found)
    guard row.patient == patient.patient else { throw ArchiveError.conflict(draft.entry.id) }
    var decoder = EntryDecoder()
    let entry = try row.entry(with: patient.key, clinic: clinic, by: &decoder)
    guard entry.recorded(at: nil) == draft.entry else {
      throw ArchiveError.conflict(draft.entry.id)
    }
    return entry
  }
}
