public import Archive
private import Dispatch
internal import GRDB
internal import Synchronization

#if canImport(Glibc)
  private import Glibc
#else
  private import Darwin
#endif

/// The engine that keeps an archive in one SQLite file, open in one process.
///
/// Write-ahead log, `synchronous = FULL`: what was acknowledged survives a power cut. GRDB sets
/// `NORMAL` whenever it opens a pool, so `FULL` is set afterwards and read back.
public final class SQLiteEngine: Engine {
  private let owner: FileOwner
  private let pool: DatabasePool
  private let reserve: DiskReserve
  private let committer: GroupCommitter
  private let readers: Readers

  /// Opens a data file and brings its tables to today's layout.
  ///
  /// Before a layout is changed the file is copied to `PATH.layout-N`.
  ///
  /// - Parameters:
  ///   - path: where the file is or will be.
  ///   - creating: whether it is made when there is none. An archive that has gone must not be taken
  ///     for one that is empty.
  ///   - waitsForReadings: whether the line of a reading is on the disk before anything is handed
  ///     out; otherwise it follows 20 ms later, as soon as the disk takes it.
  /// - Throws: ``ArchiveError`` when another process has it open, a newer program wrote it, or it is
  ///   no archive.
  public init(
    path: String, creating: Bool = false, waitsForReadings: Bool = true
  ) throws(ArchiveError) {
    owner = try FileOwner(of: path, creating: creating)
    let follower: LogFollower?
    do {
      var configuration = Configuration()
      configuration.busyMode = .timeout(5)
      configuration.persistentReadOnlyConnections = true
      configuration.maximumReaderCount = Readers.count + 1
      reserve = DiskReserve(beside: path)
      pool = try DatabasePool(path: path, configuration: configuration)
      try SQLiteEngine.insist(in: pool)
      try SQLiteLayout.prepare(pool, path: path, creating: creating)
      follower = waitsForReadings ? nil : try LogFollower(log: path + "-wal")
    } catch let error as ArchiveError {
      throw error
    } catch {
      let reason = (error as? DatabaseError)?.message ?? "\(error)"
      throw .notAnArchive(path: path, reason: reason)
    }
    readers = Readers(pool)
    committer = GroupCommitter(
      pool: pool, owner: owner, reserve: reserve, follower: follower)
  }

  /// Has the writing connection write through and wipe what is deleted, and reads back that it does.
  private static func insist(in pool: DatabasePool) throws {
    try pool.writeWithoutTransaction { database in
      try database.insist(on: "synchronous", Database.through)
      try database.insist(on: "secure_delete", 1)
      try database.insist(on: "wal_autocheckpoint", Database.checkpointed)
    }
  }

  /// Is called before a commit; what it gives is called once the commit is on the disk.
  public typealias CommitWatcher = @Sendable () -> @Sendable () -> Void

  /// Tells somebody of every commit from now on, so that its time can be taken.
  ///
  /// - Parameter watcher: whom; it must be quick.
  public func watchCommits(_ watcher: @escaping CommitWatcher) {
    committer.watch(watcher)
  }

  /// The version of SQLite that runs.
  ///
  /// - Returns: its three numbers.
  /// - Throws: ``ArchiveError``.
  public func libraryVersion() async throws -> String {
    try await read { try $0.first("SELECT sqlite_version()")?.text(0) ?? "" }
  }

  /// Reads one consistent state; see ``Engine``.
  public func read<Value: Sendable>(
    _ body: @escaping @Sendable (any Transaction) throws -> Value
  ) async throws -> Value {
    try await readers.read(body)
  }

  /// Changes the state, together with what others change at the same time; see ``Engine``.
  public func write<Value: Sendable>(
    _ body: @escaping @Sendable (any Transaction) throws -> Value
  ) async throws -> Value {
    try await committer.write(.ordinary, body)
  }

  /// Changes the state in room that is kept for it; see ``Engine``.
  public func writeEssential<Value: Sendable>(
    _ body: @escaping @Sendable (any Transaction) throws -> Value
  ) async throws -> Value {
    try await committer.write(.essential, body)
  }

  /// Adds the line of a reading; see ``Engine``.
  public func writeSoon<Value: Sendable>(
    _ body: @escaping @Sendable (any Transaction) throws -> Value
  ) async throws -> Value {
    try await committer.write(.reading, body)
  }

  /// Waits until everything is on the disk; see ``Engine``.
  public func writeThrough() async throws { try await committer.writeThrough() }

  /// What SQLite's own check finds (`PRAGMA integrity_check`); see ``Engine``.
  public func structuralFaults() async throws -> [String] {
    let found = try await read { transaction in
      try transaction.run("PRAGMA integrity_check", []).map { try $0.text(0) }
    }
    let tables = try await read { transaction in
      try transaction.run("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL", []).map {
        try $0.text(0)
      }
    }
    return (found == ["ok"] ? [] : found) + SQLiteLayout.faults(of: tables)
  }

  /// What stands beside a data file and is a part of it, or of its use.
  public static let companions = [".lock", "-wal", "-shm", "-journal", ".reserve"]

  /// Copies the data as it is at one moment; writing goes on meanwhile.
  ///
  /// - Parameter path: the copy; it must not exist yet.
  /// - Throws: ``ArchiveError``.
  public func backup(to path: String) async throws {
    // A large copy takes minutes. A queue with a name gets a thread of its own; the common threads, one
    // for each core, are those that answer everybody.
    let queue =
      Fault.breaks(.copyInCommon) ? DispatchQueue.global() : DispatchQueue(label: "backup")
    try await withCheckedThrowingContinuation { (done: CheckedContinuation<Void, any Error>) in
      queue.async { [self] in
        done.resume(with: Result { try copy(to: path) })
      }
    }
  }

  private func copy(to path: String) throws {
    do {
      try FileOwner.makeFile(path)
      let copy = try DatabaseQueue(path: path)
      if Fault.breaks(.holdWrites) {
        try pool.writeWithoutTransaction { _ in
          usleep(3_000_000)
          try pool.backup(to: copy)
        }
      } else {
        try pool.backup(to: copy)
      }
      try copy.close()
    } catch let error as DatabaseError {
      throw ArchiveError(error)
    }
  }

  /// Has somebody told when nothing more is accepted until the process ends: after a write to the disk
  /// that failed, or without the lock.
  ///
  /// - Parameter tell: is called once, and at once if it is so already; it must not wait.
  public func whenStopped(_ tell: @escaping @Sendable () -> Void) { committer.whenStopped(tell) }

  /// Moves the log into the file, where there is room, and lets go of it. A log that stays is read when
  /// the file is next opened.
  ///
  /// - Throws: ``ArchiveError``.
  public func close() throws {
    // What a failed disk holds is sorted out by the next process, from the log as it is there.
    try committer.settle()
    do {
      _ = try? pool.writeWithoutTransaction { try $0.checkpoint(.truncate) }
      try pool.close()
    } catch let error as DatabaseError {
      throw ArchiveError(error)
    }
  }
}
