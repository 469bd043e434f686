import Care
import Foundation

/// Reviews every record of a folder.
struct FolderReview: Sendable {
  let folder: RecordFolder
  let request: ReviewRequest
  /// Where reports go; `nil` for one line each on the standard output.
  let output: ReportFolder?
  let threads: Int
  let skipsBadLines: Bool
  let canReplace: Bool
  let showsProgress: Bool

  /// Does the work.
  ///
  /// - Returns: what to tell about it.
  /// - Throws: ``BadInput`` when folders cannot be used, and ``ClosedPipe``.
  func run() throws -> FolderSummary {
    let start = ContinuousClock.now
    let content = try folder.content()
    let records = content.records
    let replaced = try output?.prepare(for: records, canReplace: canReplace) ?? 0
    let ledger = RunLedger(total: records.count)
    let interruption = Interruption { ledger.stop() }
    defer { withExtendedLifetime(interruption) {} }
    var summary = FolderSummary(others: content.others, replaced: replaced)
    var progress = Progress(of: "people", every: 1, isShown: showsProgress)
    try OrderedWork(count: records.count, threads: threads).run { index in
      outcome(of: records[index], ledger)
    } deliver: { outcome in
      try ledger.deliver { done in
        progress.end()
        try tell(outcome)
        summary.add(outcome)
        progress.reached(done)
      }
    }
    progress.end()
    summary.elapsed = start.duration(to: .now)
    return summary
  }

  private func outcome(
    of record: RecordFolder.RecordFile, _ ledger: RunLedger
  ) -> RecordOutcome {
    let complaints = RecordOutcome.Complaints()
    do {
      let review = try request.review(
        RecordInput(
          record.file, patient: nil, skipsBadLines: skipsBadLines, complain: complaints.add))
      let tally = ReviewTally(review)
      guard let output else {
        return RecordOutcome(complaints, .line(request.line(of: review), tally))
      }
      let text = request.text(of: review)
      try ledger.write(output.file(for: record)) { try $0.write(text) }
      return RecordOutcome(complaints, .written(tally))
    } catch {
      return RecordOutcome(complaints, .failed(error))
    }
  }

  private func tell(_ outcome: RecordOutcome) throws {
    for complaint in outcome.complaints { StandardError.write("\(complaint)\n") }
    switch outcome.end {
    case .written: break
    case .line(let line, _): try OutputTarget.standardOutput.write { try $0.writeLine(line) }
    case .failed(let cause as BadInput): StandardError.write("\(cause)\n")
    // A fault of the program itself is not one of the record: it ends the run.
    case .failed(let fault): throw fault
    }
  }
}
