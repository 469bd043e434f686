internal import Archive
internal import GRDB
internal import Synchronization

/// Commits changes that wait at the same time together: one fsync keeps them all.
///
/// Each change runs in a savepoint of its own, so that one that fails takes no other with it. Nobody
/// is answered before the commit that holds their change is on the disk.
final class GroupCommitter: Sendable {
  /// The most changes of one commit: a bound on how long the first of them waits.
  static let limit = 128

  private struct Queue {
    var waiting: [any PendingChange] = []
    var isDraining = false
    var fault: ArchiveError?
  }

  private let pool: DatabasePool
  private let queue = Mutex(Queue())

  init(pool: DatabasePool) { self.pool = pool }

  func write<Value: Sendable>(
    _ body: @escaping @Sendable (any Transaction) throws -> Value
  ) async throws -> Value {
    try await withCheckedThrowingContinuation { continuation in
      submit(Change(body: body) { continuation.resume(with: $0) })
    }
  }

  private func submit(_ change: some PendingChange) {
    let (fault, starts) = queue.withLock { queue in
      if let fault = queue.fault { return (fault as ArchiveError?, false) }
      queue.waiting.append(change)
      defer { queue.isDraining = true }
      return (nil, !queue.isDraining)
    }
    if let fault { return change.finish(fault) }
    if starts {
      pool.asyncWriteWithoutTransaction { [self] database in drain(into: database) }
    }
  }

  private func drain(into database: Database) {
    while let batch = nextBatch() {
      let fault = commit(batch, into: database)
      // After a failed fsync nobody knows what the disk holds: nothing more is accepted.
      if case .stopped = fault { queue.withLock { $0.fault = fault } }
      for change in batch { change.finish(fault) }
    }
  }

  private func nextBatch() -> [any PendingChange]? {
    queue.withLock { queue in
      guard !queue.waiting.isEmpty else {
        queue.isDraining = false
        return nil
      }
      let batch = Array(queue.waiting.prefix(GroupCommitter.limit))
      queue.waiting.removeFirst(batch.count)
      return batch
    }
  }

  /// Runs and commits changes; the error is that of all of them together.
  private func commit(_ batch: [any PendingChange], into database: Database) -> ArchiveError? {
    if let fault = queue.withLock({ $0.fault }) { return fault }
    do {
      try database.execute(sql: "BEGIN IMMEDIATE")
      for change in batch { try run(change, in: database) }
    } catch {
      if database.isInsideTransaction { try? database.execute(sql: "ROLLBACK") }
      return fault(error)
    }
    do {
      try database.execute(sql: "COMMIT")
      return nil
    } catch {
      if database.isInsideTransaction { try? database.execute(sql: "ROLLBACK") }
      let fault = fault(error)
      // A commit that was cut off may be on the disk all the same.
      if case .stopped(let reason) = fault {
        queue.withLock { $0.fault = fault }
        return .outcomeUnknown(reason)
      }
      return fault
    }
  }

  /// Runs one change in a savepoint of its own.
  ///
  /// - Throws: what ends all changes of the commit: a fault of the disk, or one after which SQLite has
  ///   rolled everything back by itself.
  private func run(_ change: any PendingChange, in database: Database) throws {
    try database.execute(sql: "SAVEPOINT change")
    if let error = change.run(in: SQLiteTransaction(database: database)) {
      if case .stopped? = error as? ArchiveError { throw error }
      guard database.isInsideTransaction else { throw error }
      try database.execute(sql: "ROLLBACK TO change")
    }
    try database.execute(sql: "RELEASE change")
  }

  private func fault(_ error: any Error) -> ArchiveError {
    (error as? DatabaseError).map(ArchiveError.init) ?? error as? ArchiveError
      ?? .refused("\(error)")
  }
}

/// A change that waits to be committed.
private protocol PendingChange: Sendable {
  /// Runs the change; what went wrong, if anything did.
  func run(in transaction: SQLiteTransaction) -> (any Error)?
  /// Answers who waits: with the fault of the commit, or else with what the change gave.
  func finish(_ fault: ArchiveError?)
}

private final class Change<Value: Sendable>: PendingChange {
  private let body: @Sendable (any Transaction) throws -> Value
  private let answer: @Sendable (Result<Value, any Error>) -> Void
  private let result = Mutex<Result<Value, any Error>?>(nil)

  init(
    body: @escaping @Sendable (any Transaction) throws -> Value,
    answer: @escaping @Sendable (Result<Value, any Error>) -> Void
  ) {
    self.body = body
    self.answer = answer
  }

  func run(in transaction: SQLiteTransaction) -> (any Error)? {
    let outcome = Result { try body(transaction) }
    result.withLock { $0 = outcome }
    guard case .failure(let error) = outcome else { return nil }
    return error
  }

  func finish(_ fault: ArchiveError?) {
    let outcome = result.withLock { $0 }
    switch (outcome, fault) {
    case (.failure(let error)?, _): answer(.failure(error))
    case (_, let fault?): answer(.failure(fault))
    case (let outcome?, nil): answer(outcome)
    case (nil, nil): answer(.failure(ArchiveError.refused("the change was not run")))
    }
  }
}
