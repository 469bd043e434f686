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
    var whenStopped: (@Sendable () -> Void)?
    /// Is told when a commit begins. It stands in a structure, since a function that is by itself in a
    /// mutex is wrapped once more with each look at it.
    var watcher: SQLiteEngine.CommitWatcher?
  }

  private let pool: DatabasePool
  private let owner: FileOwner
  private let reserve: DiskReserve
  /// Brings the lines of readings to the disk; `nil` where they wait for it.
  private let follower: LogFollower?
  private let queue = Mutex(Queue())

  init(pool: DatabasePool, owner: FileOwner, reserve: DiskReserve, follower: LogFollower?) {
    self.pool = pool
    self.owner = owner
    self.reserve = reserve
    self.follower = follower
  }

  /// Makes a change.
  ///
  /// - Parameters:
  ///   - weight: what may be done with it.
  ///   - body: the change.
  /// - Returns: what `body` returns.
  /// - Throws: ``ArchiveError``, or what `body` throws.
  func write<Value: Sendable>(
    _ weight: ChangeWeight, _ body: @escaping @Sendable (any Transaction) throws -> Value
  ) async throws -> Value {
    try await withCheckedThrowingContinuation { continuation in
      submit(Change(weight, body: body) { continuation.resume(with: $0) })
    }
  }

  /// Waits until everything that was committed is on the disk.
  ///
  /// - Throws: ``ArchiveError/stopped(_:)`` when it cannot be brought there.
  func writeThrough() async throws {
    guard let follower else { return }
    if let reason = await follower.bring() { stop(reason) }
    if let stopped { throw stopped }
  }

  /// Brings the log to the disk before it is moved into the file.
  ///
  /// - Throws: ``ArchiveError/stopped(_:)`` when it cannot be brought there, or nothing more is accepted.
  func settle() throws(ArchiveError) {
    if let reason = follower?.bringAtOnce() { stop(reason) }
    if let stopped { throw stopped }
  }

  /// Why nothing more is accepted, if so.
  var stopped: ArchiveError? { queue.withLock { $0.fault } }

  /// Has somebody told of each commit before it begins; what they give then is called after it.
  func watch(_ watcher: @escaping SQLiteEngine.CommitWatcher) {
    queue.withLock { $0.watcher = watcher }
  }

  /// Has somebody told once that nothing more is accepted; at once if that is so already.
  func whenStopped(_ tell: @escaping @Sendable () -> Void) {
    let isStopped = queue.withLock { queue in
      queue.whenStopped = tell
      return queue.fault != nil
    }
    if isStopped { tell() }
  }

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
    let essential = batch.filter(\.weight.isEssential)
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
    let (isFirst, tell) = queue.withLock { queue in
      defer { queue.fault = queue.fault ?? .stopped(reason) }
      return (queue.fault == nil, queue.whenStopped)
    }
    guard isFirst else { return }
    _ = Unmanaged.passRetained(self)
    tell?()
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
    if let follower, !follower.isBehind, batch.allSatisfy({ $0.weight == .reading }) {
      return follow(batch, by: follower, in: database)
    }
    let fault = run(batch, in: database)
    if fault == nil { follower?.rest() }
    return fault
  }

  /// Commits without waiting for the disk, and sees to it that what was committed gets there.
  ///
  /// SQLite must not move the log into the file meanwhile. It would bring the log to the disk first, and
  /// say nothing when that fails; after a commit that waited nothing is left that could fail so.
  private func follow(
    _ batch: [any PendingChange], by follower: LogFollower, in database: Database
  ) -> ArchiveError? {
    // Counted after the commit: what brings the log to the disk before would not have brought it.
    defer { follower.follow(batch.count) { [self] in stop($0) } }
    do {
      let often = Database.checkpointed
      try database.insist(
        on: "wal_autocheckpoint", Fault.breaks(.unsyncedCheckpoint) ? often : 0)
      try database.insist(on: "synchronous", 1)
      let fault = run(batch, in: database)
      try database.insist(on: "synchronous", Database.through)
      try database.insist(on: "wal_autocheckpoint", often)
      return fault
    } catch {
      // Whether the next change would wait for the disk is not known.
      let reason = "\(meaning(of: error))"
      stop(reason)
      return .stopped(reason)
    }
  }

  private func run(_ batch: [any PendingChange], in database: Database) -> ArchiveError? {
    do {
      try database.perform("BEGIN IMMEDIATE")
      for change in batch { try run(change, in: database) }
    } catch {
      if database.isInsideTransaction { try? database.perform("ROLLBACK") }
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
      let done = queue.withLock { $0.watcher }?()
      try database.perform("COMMIT")
      done?()
      Fault.point(.afterCommit)
      return nil
    } catch {
      if Fault.breaks(.forgiveDisk) { return nil }
      if database.isInsideTransaction { try? database.perform("ROLLBACK") }
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
    try database.perform("SAVEPOINT change")
    if let error = change.run(in: SQLiteTransaction(database: database)) {
      if case .stopped? = error as? ArchiveError { throw error }
      guard database.isInsideTransaction else { throw error }
      try database.perform("ROLLBACK TO change")
    }
    try database.perform("RELEASE change")
  }

  private func meaning(of error: any Error) -> ArchiveError {
    (error as? DatabaseError).map(ArchiveError.init) ?? error as? ArchiveError
      ?? .refused("\(error)")
  }
}
