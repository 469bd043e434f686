internal import Archive
private import Dispatch
internal import GRDB
internal import Synchronization

/// Reads on a few threads of its own, so that a slow disk never holds up the threads that answer
/// everybody.
///
/// A reading changes the thread twice, there and back; GRDB's own way to read without waiting changes it
/// four times, which takes longer than what is read mostly does.
final class Readers: Sendable {
  /// How many readings go on at one time. A copy of the whole file may go on beside them.
  static let count = 4

  private struct Queue {
    var free: [DispatchQueue] = (1...Readers.count).map { DispatchQueue(label: "reading \($0)") }
    var waiting: [@Sendable () -> Void] = []
  }

  private let pool: DatabasePool
  private let queue = Mutex(Queue())

  /// Reads with the connections of a pool, which must have one more than ``count``.
  init(_ pool: DatabasePool) { self.pool = pool }

  /// Reads one consistent state.
  ///
  /// - Parameter body: what is read.
  /// - Returns: what `body` returns.
  /// - Throws: ``ArchiveError``, what `body` throws, or `CancellationError` when nobody waits any more.
  func read<Value: Sendable>(
    _ body: @escaping @Sendable (any Transaction) throws -> Value
  ) async throws -> Value {
    try Task.checkCancellation()
    return try await withCheckedThrowingContinuation { done in
      submit { [self] in done.resume(with: Result { try readNow(body) }) }
    }
  }

  private func readNow<Value>(_ body: (any Transaction) throws -> Value) throws -> Value {
    do {
      return try pool.unsafeRead { database in
        try database.perform("BEGIN DEFERRED TRANSACTION")
        // Nothing was changed, so it does not matter how it ends; but it must end.
        defer {
          if (try? database.perform("COMMIT")) == nil { try? database.perform("ROLLBACK") }
        }
        return try body(SQLiteTransaction(database: database))
      }
    } catch let error as DatabaseError {
      throw ArchiveError(error)
    }
  }

  private func submit(_ reading: @escaping @Sendable () -> Void) {
    let thread = queue.withLock { queue -> DispatchQueue? in
      if let thread = queue.free.popLast() { return thread }
      queue.waiting.append(reading)
      return nil
    }
    guard let thread else { return }
    thread.async { [self] in
      reading()
      while let next = next(orFree: thread) { next() }
    }
  }

  /// The reading that has waited longest; when there is none, the thread is free.
  private func next(orFree thread: DispatchQueue) -> (@Sendable () -> Void)? {
    queue.withLock { queue in
      guard queue.waiting.isEmpty else { return queue.waiting.removeFirst() }
      queue.free.append(thread)
      return nil
    }
  }
}
