public import PatientRecord
internal import Time

extension Archive {
  /// What may be checked in the transaction in which notes are used; it throws when they may not be.
  public typealias TherapyCheck = @Sendable (AuditedTransaction) throws -> Void

  /// Stores a psychotherapy note for good, under its author's and patient's own key.
  ///
  /// - Parameters:
  ///   - note: the note.
  ///   - patient: whom it is about.
  ///   - access: its author.
  ///   - check: throws when they may not.
  /// - Returns: the note as stored, or `nil` when the patient is unknown.
  /// - Throws: ``ArchiveError``, or what `check` throws; nothing was stored then.
  public func write(
    _ note: TherapyNote, about patient: PatientID, by access: Access,
    unless check: @escaping TherapyCheck
  ) async throws -> TherapyNote? {
    try await engine.write { [self] transaction in
      try check(AuditedTransaction(self, transaction))
      guard let found = try find(patient, in: transaction)?.patient else { return nil }
      let folder =
        try therapyFolder(found, access.actor, in: transaction)
        ?? addTherapyFolder(found, access.actor, in: transaction)
      if let earlier = try earlier(note, in: folder, transaction) { return earlier }
      if let target = note.supersedes,
        try therapyRow(target, found, access.actor, in: transaction) == nil
      {
        throw ArchiveError.unknownNote(target)
      }
      let last = try therapyRows(
        found, access.actor, "ORDER BY number DESC LIMIT 1", in: transaction)
      let now = clock.now
      try TherapyNoteRow(
        note, of: folder, number: (last.first?.number ?? 0) &+ 1, written: now, clinic: clinic
      ).insert(in: transaction, clinic: clinic)
      try auditNotes(.writeTherapyNote, found, access, in: transaction)
      return TherapyNote(id: note.id, text: note.text, supersedes: note.supersedes, written: now)
    }
  }

  /// Lists an author's psychotherapy notes about a patient, which the audit trail tells in the same
  /// transaction.
  ///
  /// - Parameters:
  ///   - patient: whom they are about.
  ///   - access: their author; notes of others are not listed.
  ///   - before: only notes that were stored before this one; from the newest when `nil`.
  ///   - limit: how many at most, 1 to 1,000.
  ///   - check: throws when they may not.
  /// - Returns: the notes without what they say, newest first; none when `before` is unknown.
  /// - Throws: ``ArchiveError``, or what `check` throws.
  public func therapyNotes(
    about patient: PatientID, by access: Access, before: EntryID? = nil, limit: Int,
    unless check: @escaping TherapyCheck
  ) async throws -> [TherapyNoteLine] {
    try await engine.writeEssential { [self] transaction in
      try check(AuditedTransaction(self, transaction))
      guard let found = try find(patient, in: transaction)?.patient else { return [] }
      try auditNotes(.readTherapyNotes, found, access, in: transaction)
      var end = Int64.max
      if let before {
        guard let row = try therapyRow(before, found, access.actor, in: transaction) else {
          return []
        }
        end = row.number
      }
      let rows = try therapyRows(
        found, access.actor, "AND number < $4 ORDER BY number DESC LIMIT $5",
        [.integer(end), .integer(Int64(max(1, min(limit, 1_000))))], in: transaction)
      return try rows.map { try $0.line(supersededBy: correction(of: $0, in: transaction)) }
    }
  }

  /// Reads one psychotherapy note, which the audit trail tells in the same transaction.
  ///
  /// - Parameters:
  ///   - id: which.
  ///   - patient: whom it is about.
  ///   - access: its author; a note of somebody else is not found.
  ///   - check: throws when they may not.
  /// - Returns: the note, or `nil` when there is none.
  /// - Throws: ``ArchiveError``, or what `check` throws.
  public func therapyNote(
    _ id: EntryID, about patient: PatientID, by access: Access, unless check: @escaping TherapyCheck
  ) async throws -> TherapyNote? {
    try await engine.writeEssential { [self] transaction in
      try check(AuditedTransaction(self, transaction))
      guard let found = try find(patient, in: transaction)?.patient,
        let row = try therapyRow(id, found, access.actor, in: transaction),
        let folder = try therapyFolder(found, row.author, in: transaction)
      else { return nil }
      try auditNotes(.readTherapyNotes, found, access, in: transaction)
      var note = try row.note(with: folder.key, clinic: clinic)
      note.supersededBy = try correction(of: row, in: transaction)
      return note
    }
  }

  /// The note with an identifier, when it is already stored.
  private func earlier(
    _ note: TherapyNote, in folder: TherapyFolder, _ transaction: any Transaction
  ) throws -> TherapyNote? {
    guard let row = try therapyRow(note.id, folder.patient, folder.author, in: transaction) else {
      return nil
    }
    let stored = try row.note(with: folder.key, clinic: clinic)
    guard stored.text == note.text, stored.supersedes == note.supersedes else {
      throw ArchiveError.conflict(note.id)
    }
    return stored
  }

  private func therapyRow(
    _ id: EntryID, _ patient: [UInt8], _ author: String, in transaction: any Transaction
  ) throws -> TherapyNoteRow? {
    try therapyRows(patient, author, "AND id = $4", [.bytes(id.bytes)], in: transaction).first
  }

  /// The newest note that corrects another.
  private func correction(
    of row: TherapyNoteRow, in transaction: any Transaction
  ) throws -> EntryID? {
    try therapyRows(
      row.patient, row.author, "AND supersedes = $4 ORDER BY number DESC LIMIT 1",
      [.bytes(row.id)], in: transaction
    ).first.flatMap { EntryID(bytes: $0.id) }
  }

  private func auditNotes(
    _ action: AuditEvent.Action, _ patient: [UInt8], _ access: Access,
    in transaction: any Transaction
  ) throws {
    try transaction.audit(
      action, by: access, patient: patient, detail: "", clinic: clinic, at: clock.now,
      ring: secrets)
  }
}
