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
  /// The most changes that may wait: a bound on memory, and about two seconds of work.
  static let waitingLimit = 4096

  private struct Queue {
    var waiting: [any PendingChange] = []
    var isDraining = false
    var fault: ArchiveError?
  }

  private let pool: DatabasePool
  private let owner: FileOwner
  private let reserve: DiskReserve
  private let queue = Mutex(Queue())
  /// Is told of each commit before it begins, and by what it gives then when it is on the disk.
  let watcher = Mutex<SQLiteEngine.CommitWatcher?>(nil)

  init(pool: DatabasePool, owner: FileOwner, reserve: DiskReserve) {
    self.pool = pool
    self.owner = owner
    self.reserve = reserve
  }

  /// Makes a change.
  ///
  /// - Parameters:
  ///   - isEssential: whether it may use the room that is kept for when the disk is full.
  ///   - body: the change.
  /// - Returns: what `body` returns.
  /// - Throws: ``ArchiveError``, or what `body` throws.
  func write<Value: Sendable>(
    isEssential: Bool, _ body: @escaping @Sendable (any Transaction) throws -> Value
  ) async throws -> Value {
    try await withCheckedThrowingContinuation { continuation in
      submit(
        Change(isEssential: isEssential, body: body) { continuation.resume(with: $0) })
    }
  }

  /// Why nothing more is accepted, if so.
  var stopped: ArchiveError? { queue.withLock { $0.fault } }

  private func submit(_ change: some PendingChange) {
    let (fault, starts) = queue.withLock { queue in
      if let fault = queue.fault { return (fault as ArchiveError?, false) }
      guard queue.waiting.count < GroupCommitter.waitingLimit else {
        return (.busy(waiting: queue.waiting.count), false)
      }
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
    while let batch = nextBatch() { settle(batch, in: database) }
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

  /// Commits changes and answers who waits. On a full disk the essential ones are tried once more, in
  /// the room that was kept for them.
  private func settle(_ batch: [any PendingChange], in database: Database) {
    let essential = batch.filter(\.isEssential)
    let isTight = !reserve.take()
    let tried = isTight ? essential : batch
    var fault = tried.isEmpty ? nil : commit(tried, into: database)
    if case .full? = fault, !isTight, !essential.isEmpty {
      reserve.release()
      fault = commit(essential, into: database)
      for change in essential { change.finish(fault) }
      fault = .full("what was left is kept for the audit trail")
    }
    for change in tried { change.finish(fault) }
    for change in batch { change.finish(.full("the disk has no room")) }
  }

  /// Accepts nothing more: after a failed fsync nobody knows what the disk holds.
  ///
  /// The connections stay open until the process ends. Closing the last one would move the log into
  /// the file, and the log may be another on the disk than in the eyes of the process.
  private func stop(_ reason: String) {
    let isFirst = queue.withLock { queue in
      defer { queue.fault = queue.fault ?? .stopped(reason) }
      return queue.fault == nil
    }
    if isFirst { _ = Unmanaged.passRetained(self) }
  }

  /// Runs and commits changes; the error is that of all of them together.
  private func commit(_ batch: [any PendingChange], into database: Database) -> ArchiveError? {
    if let stopped { return stopped }
    // Without its lock a second process could open the file: one look a commit, a microsecond.
    guard owner.holdsLock else {
      let reason = "the lock of the data file was removed"
      stop(reason)
      return .stopped(reason)
    }
    do {
      try database.execute(sql: "BEGIN IMMEDIATE")
      for change in batch { try run(change, in: database) }
    } catch {
      if database.isInsideTransaction { try? database.execute(sql: "ROLLBACK") }
      let fault = meaning(of: error)
      if case .stopped(let reason) = fault { stop(reason) }
      return fault
    }
    if Fault.breaks(.acknowledgeEarly) { for change in batch { change.finish(nil) } }
    return commit(in: database)
  }

  private func commit(in database: Database) -> ArchiveError? {
    do {
      Fault.point(.beforeCommit)
      let done = watcher.withLock { $0 }?()
      try database.execute(sql: "COMMIT")
      done?()
      Fault.point(.afterCommit)
      return nil
    } catch {
      if Fault.breaks(.forgiveDisk) { return nil }
      if database.isInsideTransaction { try? database.execute(sql: "ROLLBACK") }
      let fault = meaning(of: error)
      // A commit that was cut off may be on the disk all the same.
      guard case .stopped(let reason) = fault else { return fault }
      stop(reason)
      return .outcomeUnknown(reason)
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

  private func meaning(of error: any Error) -> ArchiveError {
    (error as? DatabaseError).map(ArchiveError.init) ?? error as? ArchiveError
      ?? .refused("\(error)")
  }
}

/// A change that waits to be committed.
private protocol PendingChange: Sendable {
  /// Whether it may use the room that is kept for when the disk is full.
  var isEssential: Bool { get }
  /// Runs the change; what went wrong, if anything did.
  func run(in transaction: SQLiteTransaction) -> (any Error)?
  /// Answers who waits, unless that was done: with the fault of the commit, or else with what the
  /// change gave.
  func finish(_ fault: ArchiveError?)
}

private final class Change<Value: Sendable>: PendingChange {
  let isEssential: Bool
  private let body: @Sendable (any Transaction) throws -> Value
  private let answer: @Sendable (Result<Value, any Error>) -> Void
  private let state = Mutex(State())

  private struct State {
    var result: Result<Value, any Error>?
    var isAnswered = false
  }

  init(
    isEssential: Bool, body: @escaping @Sendable (any Transaction) throws -> Value,
    answer: @escaping @Sendable (Result<Value, any Error>) -> Void
  ) {
    self.isEssential = isEssential
    self.body = body
    self.answer = answer
  }

  func run(in transaction: SQLiteTransaction) -> (any Error)? {
    let outcome = Result { try body(transaction) }
    state.withLock { $0.result = outcome }
    guard case .failure(let error) = outcome else { return nil }
    return error
  }

  func finish(_ fault: ArchiveError?) {
    let (outcome, isFirst) = state.withLock { state in
      defer { state.isAnswered = true }
      return (state.result, !state.isAnswered)
    }
    guard isFirst else { return }
    switch (outcome, fault) {
    case (.failure(let error)?, _): answer(.failure(error))
    case (_, let fault?): answer(.failure(fault))
    case (let outcome?, nil): answer(outcome)
    case (nil, nil): answer(.failure(ArchiveError.refused("the change was not run")))
    }
  }
}
