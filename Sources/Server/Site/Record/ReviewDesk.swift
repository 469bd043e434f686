internal import Care
internal import Knowledge
internal import NIOPosix
internal import PatientRecord
internal import Time

/// Computes reviews, few at one time and away from the threads that answer requests, and keeps the
/// latest: nothing changes in one until an entry comes or the hour is over.
actor ReviewDesk {
  private struct Name: Hashable {
    let patient: PatientID
    let audience: Audience
    let entries: Int
    let recorded: Instant?
    let hour: Int64
  }

  private static let capacity = 64

  private let knowledge: Knowledge
  private let limit = WorkLimit(places: 1, queue: 32)
  private var kept: [(name: Name, review: Task<Review, any Error>)] = []

  init(knowledge: Knowledge) { self.knowledge = knowledge }

  /// The review of a record.
  ///
  /// - Parameters:
  ///   - entries: the whole record.
  ///   - patient: whose.
  ///   - audience: who will read.
  ///   - now: the present moment.
  /// - Returns: the review.
  /// - Throws: ``Problem/busy`` when too many wait.
  func review(
    of entries: [Entry], _ patient: PatientID, for audience: Audience, at now: Instant
  ) async throws -> Review {
    let name = Name(
      patient: patient, audience: audience, entries: entries.count,
      recorded: entries.compactMap(\.recorded).max(), hour: now.milliseconds / 3_600_000)
    if let found = kept.first(where: { $0.name == name }) { return try await found.review.value }
    let task = Task { [limit, knowledge] in
      try await limit.run {
        try await NIOThreadPool.singleton.runIfActive {
          Review(
            entries: entries, patient: patient, at: now, using: knowledge,
            settings: ReviewSettings(audiences: [audience]))
        }
      }
    }
    kept.removeAll { $0.name.patient == patient && $0.name.audience == audience }
    kept.append((name, task))
    if kept.count > Self.capacity { kept.removeFirst() }
    do {
      return try await task.value
    } catch {
      kept.removeAll { $0.name == name }
      throw error
    }
  }
}
