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
    // A step back is forgotten once the sessions are gone, not before: that may fail.
    let before = latest.withLock { latest -> Instant? in
      guard let seen = latest else {
        latest = now
        return nil
      }
      let wentBack = seen.milliseconds - now.milliseconds > SessionClock.tolerance
      if seen < now { latest = now }
      return wentBack ? seen : nil
    }
    guard let before else { return }
    try await archive.change(isEssential: true) { [self] transaction in
      // Who has signed in since somebody else saw the same step stays signed in.
      guard latest.withLock({ $0 }) == before else { return }
      for row in try transaction.rows(SessionRow.self) { try transaction.delete(row) }
      for link in try transaction.rows(LinkRow.self) where link.expires <= before {
        try transaction.delete(link)
      }
      try transaction.audit(.signOut, by: .nobody, detail: "the clock was set back")
    }
    latest.withLock { if $0 == before { $0 = now } }
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
