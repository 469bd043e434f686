internal import Accounts
internal import Archive
internal import PatientRecord
internal import Time

extension Installation {
  /// Reads the figures of the records and the accounts. They are numbers over all, about nobody.
  ///
  /// - Parameter metrics: where they are kept.
  public func watch(_ metrics: Metrics) {
    let counter = TrailCounter(archive)
    metrics.gauge(.auditSequence) { await counter.count()?.through }
    metrics.gauge(.loginFailures) { await counter.count()?.refused }
    metrics.gauge(.backupAge) {
      guard let last = await counter.count()?.backup else { return nil }
      return age(of: last)
    }
    metrics.gauge(.outboxPending) {
      (try? await accounts.pendingNotices()).map { Double($0.count) }
    }
    metrics.gauge(.riskAlertAge) {
      do {
        let oldest = try await archive.oldestUnseenAlert(by: Role.clinician.rawValue)
        return oldest.map(age) ?? 0
      } catch {
        return nil
      }
    }
  }

  private func age(of instant: Instant) -> Double {
    max(0, Double(clock.now.milliseconds - instant.milliseconds) / 1_000)
  }
}

/// Counts the trail as it grows: each event is looked at once.
private actor TrailCounter {
  struct Numbers {
    var through = 0.0
    var refused = 0.0
    var backup: Instant?
  }

  private let archive: Archive
  private var numbers = Numbers()
  private var counted: Int64 = 0

  init(_ archive: Archive) { self.archive = archive }

  /// The numbers now; nil when the trail cannot be read.
  func count() async -> Numbers? {
    let begin = counted
    guard let tally = try? await archive.tally(of: [.refuseSignIn, .finishBackup], after: begin)
    else {
      return nil
    }
    // Somebody else may have counted the same events meanwhile.
    guard begin == counted else { return numbers }
    counted = tally.through
    numbers.through = Double(tally.through)
    numbers.refused += Double(tally.counts[.refuseSignIn] ?? 0)
    numbers.backup = tally.latest[.finishBackup] ?? numbers.backup
    return numbers
  }
}
