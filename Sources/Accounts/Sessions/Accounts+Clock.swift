internal import Archive
internal import Synchronization
internal import Time

extension Accounts {
  /// Ends every session when the clock was set back by more than it may be: which of them would have
  /// ended meanwhile cannot be known. Links that had ended by then stay ended.
  ///
  /// The clock is held against the last moment that was seen; after a start, against the end of the
  /// audit trail.
  func endWhatTheClockRevives() async throws {
    if Fault.breaks(.trustClock) { return }
    if latest.withLock({ $0 }) == nil {
      let last = try await archive.look { try $0.lastEvent() }
      latest.withLock { $0 = $0 ?? last }
    }
    let now = now
    let before = latest.withLock { latest -> Instant? in
      guard let seen = latest else {
        latest = now
        return nil
      }
      let wentBack = seen.milliseconds - now.milliseconds > SessionClock.tolerance
      if wentBack || seen < now { latest = now }
      return wentBack ? seen : nil
    }
    guard let before else { return }
    try await archive.change { transaction in
      for row in try transaction.rows(SessionRow.self) { try transaction.delete(row) }
      for link in try transaction.rows(LinkRow.self) where link.expires <= before {
        try transaction.delete(link)
      }
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
