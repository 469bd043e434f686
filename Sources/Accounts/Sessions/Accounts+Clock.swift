internal import Archive
internal import Synchronization
internal import Time

extension Accounts {
  /// Ends every session when the clock was set back by more than it may be: which of them would have
  /// ended meanwhile cannot be known.
  ///
  /// The clock is held against the last moment that was seen; after a start, against the end of the
  /// audit trail.
  func endSessionsWhenClockWentBack() async throws {
    if latest.withLock({ $0 }) == nil {
      let last = try await archive.look { try $0.lastEvent() }
      latest.withLock { $0 = $0 ?? last }
    }
    let now = now
    let wentBack = latest.withLock { latest in
      guard let seen = latest else {
        latest = now
        return false
      }
      let wentBack = seen.milliseconds - now.milliseconds > SessionClock.tolerance
      if wentBack || seen < now { latest = now }
      return wentBack
    }
    guard wentBack else { return }
    try await archive.change { transaction in
      for row in try transaction.rows(SessionRow.self) { try transaction.delete(row) }
      try transaction.audit(.signOut, by: .nobody, detail: "the clock was set back")
    }
  }
}

extension AuditedTransaction {
  /// When the last event of the audit trail happened.
  fileprivate func lastEvent() throws -> Instant? {
    try run(
      "SELECT at FROM audit WHERE clinic = $1 ORDER BY sequence DESC LIMIT 1",
      [.integer(clinic)]
    ).first?.instant(0)
  }
}
