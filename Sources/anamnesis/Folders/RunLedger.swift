import Foundation

/// What is half written and how much is done, for whoever has to stop a run at any moment.
///
/// It is shared between threads: every variable is read and changed only while `lock` is held.
final class RunLedger: @unchecked Sendable {
  private let lock = NSLock()
  private let total: Int
  private var partials: Set<String> = []
  private var done = 0

  /// Starts a ledger.
  ///
  /// - Parameter total: how many people there are.
  init(total: Int) { self.total = total }

  /// Writes a file, which is removed if the run is stopped on the way.
  ///
  /// - Parameters:
  ///   - file: the file.
  ///   - body: writes to the sink.
  /// - Throws: what ``WholeFile/write(_:)`` throws.
  func write(_ file: WholeFile, _ body: (inout ByteSink) throws -> Void) throws {
    lock.withLock { _ = partials.insert(file.partial) }
    defer { lock.withLock { _ = partials.remove(file.partial) } }
    try file.write(body)
  }

  /// Hands over what one person's review gave, not to be interrupted in between.
  ///
  /// - Parameter body: what to do, such as writing a line.
  /// - Throws: what `body` throws.
  func deliver(_ body: (_ done: Int) throws -> Void) throws {
    try lock.withLock {
      done += 1
      try body(done)
    }
  }

  /// Removes what is half written and says how much is done, right before the process ends.
  ///
  /// The lock is kept, so that nothing is begun or handed over after. Whoever reads the standard output
  /// may keep a delivery, and with it the lock, waiting for ever; then nothing is half written, and
  /// the run just ends.
  func stop() {
    guard lock.lock(before: Date(timeIntervalSinceNow: 2)) else { return }
    for partial in partials { unlink(partial) }
    StandardError.write(
      "\nStopped: \(done) of \(total) people done; files that stand under their name are whole.\n")
  }
}
