public import PatientRecord
internal import Vault

extension Archive {
  /// Who looked at a patient's record, and what else was done with it.
  ///
  /// That it was asked stands in the trail, too, before anything is returned.
  ///
  /// - Parameters:
  ///   - patient: whose record.
  ///   - access: who asks.
  ///   - before: only events with smaller numbers; all when `nil`.
  ///   - limit: at most so many events.
  /// - Returns: the events, newest first; none when the patient is unknown.
  /// - Throws: ``ArchiveError``.
  public func trail(
    of patient: PatientID, by access: Access, before: Int64? = nil, limit: Int = .max
  ) async throws -> [AuditEvent] {
    let key = try await look(telling: access) { transaction in
      let key = try transaction.key(of: patient)
      if let key { try transaction.audit(.trail, by: access, patient: key, detail: "trail") }
      return key
    }
    guard let key else { return [] }
    return try await look { try $0.trail(of: key, before: before, limit: limit) }
  }

  /// The last event of the trail.
  ///
  /// - Parameter action: what was done; `nil` for anything.
  /// - Returns: the event, or `nil` when there was none.
  /// - Throws: ``ArchiveError``.
  public func latest(_ action: AuditEvent.Action?) async throws -> AuditEvent? {
    try await engine.read { [clinic] transaction in
      let condition = action == nil ? "" : "AND action = $2"
      let sql = """
        \(AuditEvent.selection) WHERE clinic = $1 \(condition) ORDER BY sequence DESC LIMIT 1
        """
      var values: [StoredValue] = [.integer(clinic)]
      if let action { values.append(.text(action.rawValue)) }
      return try transaction.first(sql, values).map(AuditEvent.init)
    }
  }

  /// The audit trail as a whole, a part at a time; that it was read stands in it, too.
  ///
  /// - Parameters:
  ///   - access: who asks.
  ///   - before: only events with smaller numbers; all when `nil`.
  ///   - limit: at most so many events.
  /// - Returns: the events, newest first.
  /// - Throws: ``ArchiveError``.
  public func trail(
    by access: Access, before: Int64? = nil, limit: Int
  ) async throws -> [AuditEvent] {
    try await note(.trail, by: access, detail: "all")
    return try await engine.read { [clinic] transaction in
      try transaction.run(
        """
        \(AuditEvent.selection) WHERE clinic = $1 AND sequence < $2 ORDER BY sequence DESC LIMIT $3
        """,
        [.integer(clinic), .integer(before ?? .max), .integer(Int64(clamping: limit))]
      ).map(AuditEvent.init)
    }
  }

  /// A signed statement of where the audit trail ends now, to be kept elsewhere; what it tells of is
  /// on the disk.
  ///
  /// - Returns: the checkpoint.
  /// - Throws: ``ArchiveError``.
  public func checkpoint() async throws -> Checkpoint {
    let head = try await engine.read { [clinic] transaction in
      let sql = "SELECT audit_sequence, audit_link FROM head WHERE clinic = $1"
      guard let row = try transaction.first(sql, [.integer(clinic)]) else {
        return (sequence: Int64(0), link: HashChain.root)
      }
      return (sequence: try row.integer(0), link: try row.bytes(1))
    }
    // A trail that a power cut shortened would look like one that somebody cut.
    try await engine.writeThrough()
    return try Checkpoint(
      clinic: clinic, sequence: head.sequence, link: head.link, at: clock.now, signedBy: secrets)
  }

  /// Describes a copy of the data.
  ///
  /// - Parameter digest: the fingerprint of the copy, which was made of what stands here.
  /// - Returns: its signed manifest.
  /// - Throws: ``ArchiveError``.
  public func manifest(ofCopyWith digest: [UInt8]) async throws -> BackupManifest {
    try BackupManifest(digest: digest, checkpoint: await checkpoint(), signedBy: secrets)
  }

  /// Follows the audit trail from its beginning and holds it against checkpoints.
  ///
  /// - Parameter checkpoints: what was signed and kept elsewhere.
  /// - Returns: what was found.
  /// - Throws: ``ArchiveError`` when the trail cannot be read.
  public func verifyTrail(against checkpoints: [Checkpoint] = []) async throws -> TrailReport {
    let ring = secrets
    return try await engine.read { [clinic] transaction in
      var check = TrailCheck(clinic: clinic, checkpoints: checkpoints, ring: ring)
      let sql = "\(AuditEvent.selection) WHERE clinic = $1 ORDER BY sequence"
      try transaction.each(sql, [.integer(clinic)], atOnce: 8000) { rows in try check.take(rows) }
      let head = try transaction.first(
        "SELECT audit_sequence, audit_link FROM head WHERE clinic = $1", [.integer(clinic)])
      return try check.finish(head: head)
    }
  }
}

extension AuditedTransaction {
  /// What was done with a patient's record. Whoever shows it tells the trail of it before.
  ///
  /// - Parameters:
  ///   - patient: the patient's random key.
  ///   - before: only events with smaller numbers; all when `nil`.
  ///   - limit: at most so many events.
  /// - Returns: the events, newest first.
  /// - Throws: ``ArchiveError``.
  public func trail(
    of patient: [UInt8], before: Int64? = nil, limit: Int = .max
  ) throws -> [AuditEvent] {
    let sql = """
      \(AuditEvent.selection)
      WHERE clinic = $1 AND patient = $2 AND sequence < $3 ORDER BY sequence DESC LIMIT $4
      """
    let values: [StoredValue] = [
      .integer(clinic), .bytes(patient), .integer(before ?? .max), .integer(Int64(clamping: limit)),
    ]
    var events: [AuditEvent] = []
    try transaction.each(sql, values) { events.append(try AuditEvent($0)) }
    return events
  }
}
