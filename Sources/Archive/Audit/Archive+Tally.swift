public import Time

/// What a stretch of the audit trail tells in numbers.
public struct TrailTally: Hashable, Sendable {
  /// The last event that was counted.
  public let through: Int64
  /// How often each thing was done.
  public let counts: [AuditEvent.Action: Int]
  /// When each thing was last done.
  public let latest: [AuditEvent.Action: Instant]
}

extension Archive {
  /// Counts events of the audit trail; nothing about a patient is read.
  ///
  /// - Parameters:
  ///   - actions: what to count.
  ///   - sequence: only events with larger numbers, so that nothing is counted twice.
  /// - Returns: the numbers.
  /// - Throws: ``ArchiveError``.
  public func tally(
    of actions: [AuditEvent.Action], after sequence: Int64
  ) async throws -> TrailTally {
    try await engine.read { [clinic] transaction in
      let head = try transaction.first(
        "SELECT audit_sequence FROM head WHERE clinic = $1", [.integer(clinic)])
      let marks = actions.indices.map { "$\($0 + 4)" }.joined(separator: ", ")
      let sql = """
        SELECT action, count(*), max(at) FROM audit
        WHERE clinic = $1 AND sequence > $2 AND sequence <= $3 AND action IN (\(marks))
        GROUP BY action
        """
      let through = try head?.integer(0) ?? 0
      let rows = try transaction.run(
        sql,
        [.integer(clinic), .integer(sequence), .integer(through)]
          + actions.map { .text($0.rawValue) })
      var counts: [AuditEvent.Action: Int] = [:]
      var latest: [AuditEvent.Action: Instant] = [:]
      for row in rows {
        guard let action = AuditEvent.Action(rawValue: try row.text(0)) else { continue }
        counts[action] = Int(clamping: try row.integer(1))
        latest[action] = Instant(milliseconds: try row.integer(2))
      }
      return TrailTally(through: through, counts: counts, latest: latest)
    }
  }

  /// When the oldest alert was raised since which nobody in a role has read the record.
  ///
  /// - Parameter role: whose reading counts.
  /// - Returns: the moment, or `nil` when every alert was followed by a reading.
  /// - Throws: ``ArchiveError``.
  public func oldestUnseenAlert(by role: String) async throws -> Instant? {
    try await engine.read { [clinic] transaction in
      var raised: [[UInt8]: [Int64]] = [:]
      let signals = "SELECT patient, raised FROM signal WHERE clinic = $1"
      try transaction.each(signals, [.integer(clinic)]) { row in
        raised[try row.bytes(0), default: []].append(try row.integer(1))
      }
      let reading = """
        SELECT at FROM audit WHERE clinic = $1 AND patient = $2 AND action = $3 AND role = $4
        ORDER BY sequence DESC LIMIT 1
        """
      var oldest: Int64?
      for (patient, moments) in raised {
        let last = try transaction.first(
          reading,
          [.integer(clinic), .bytes(patient), .text(AuditEvent.Action.read.rawValue), .text(role)])
        let seen = try last?.integer(0) ?? .min
        for moment in moments where moment > seen { oldest = min(oldest ?? moment, moment) }
      }
      return oldest.map(Instant.init(milliseconds:))
    }
  }
}
