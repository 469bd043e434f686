internal import Archive
private import Dispatch
internal import Synchronization

#if canImport(Glibc)
  private import Glibc
#else
  private import Darwin
#endif

/// Brings what was committed without waiting to the disk, a moment later and all at once.
///
/// What is committed stands in the write-ahead log and is read from there by everybody; only a power
/// cut could take it before it is on the disk. The log is opened once, as SQLite does, which keeps one
/// log as long as a file is open: a system tells of a failed write once to everybody who had the file
/// open by then, and to nobody who opens it afterwards.
final class LogFollower: Sendable {
  /// How long lines gather before they are brought to the disk, in milliseconds.
  static let delay = 20
  /// For how long commits may go on while a line is not on the disk, in milliseconds.
  static let patience = 1000
  /// How many pages may be written to the log without waiting, about. Only after a commit that waited
  /// does SQLite move the log into the file, and it must not grow without end.
  static let longest = 500

  private struct State {
    /// How often something was committed, and up to which time all of it is on the disk.
    var committed = 0
    var brought = 0
    /// When the oldest commit was made that is not on the disk, in milliseconds.
    var oldest: UInt64?
    /// How many pages were written since a commit waited, about.
    var pages = 0
    var isDue = false
    var fault: String?
  }

  private let file: Int32
  private let sync: @Sendable (Int32) -> Int32
  private let state = Mutex(State())
  /// A thread of its own: an fsync may hang, and the common threads serve everybody.
  private let queue = DispatchQueue(label: "log")

  /// Opens the log.
  ///
  /// - Parameters:
  ///   - log: the path of the write-ahead log.
  ///   - sync: brings a file to the disk; 0 when it did.
  /// - Throws: ``ArchiveError/refused(_:)`` when it cannot be opened.
  init(
    log: String, sync: @escaping @Sendable (Int32) -> Int32 = { fsync($0) }
  ) throws(ArchiveError) {
    file = open(log, O_RDONLY | O_CLOEXEC)
    self.sync = sync
    guard file >= 0 else {
      throw .refused("the log \(log) cannot be opened: \(String(cString: strerror(errno)))")
    }
  }

  deinit { close(file) }

  /// Whether the next commit has to wait: the disk is late, or much stands in the log.
  var isBehind: Bool {
    let now = Self.now
    return state.withLock { state in
      if let oldest = state.oldest, now - min(now, oldest) > UInt64(Self.patience) { return true }
      return state.pages >= Self.longest && !Fault.breaks(.unsyncedCheckpoint)
    }
  }

  /// Takes note that something was committed without waiting.
  ///
  /// - Parameters:
  ///   - lines: how many lines it was.
  ///   - fail: is told why the disk did not take it.
  func follow(_ lines: Int, orElse fail: @escaping @Sendable (String) -> Void) {
    let now = Self.now
    let isFirst = state.withLock { state in
      state.committed += 1
      state.oldest = state.oldest ?? now
      state.pages += 4 + lines / 8
      defer { state.isDue = true }
      return !state.isDue
    }
    if isFirst { schedule(orElse: fail) }
  }

  /// Takes note that a commit waited: what was committed before it is on the disk, too.
  func rest() {
    state.withLock { state in
      state.brought = state.committed
      state.oldest = nil
      state.pages = 0
    }
  }

  /// Waits until everything that was committed is on the disk.
  ///
  /// - Returns: why it is not; `nil` when it is.
  func bring() async -> String? {
    await withCheckedContinuation { continuation in
      queue.async { [self] in continuation.resume(returning: bringNow()) }
    }
  }

  /// Waits, with the thread, until everything that was committed is on the disk.
  ///
  /// - Returns: why it is not; `nil` when it is.
  func bringAtOnce() -> String? { queue.sync { bringNow() } }

  private func schedule(orElse fail: @escaping @Sendable (String) -> Void) {
    queue.asyncAfter(deadline: .now() + .milliseconds(Self.delay)) { [self] in
      let isThere = state.withLock { $0.committed == $0.brought }
      if !isThere, let reason = bringNow() { return fail(reason) }
      let isDue = state.withLock { state in
        state.isDue = state.committed > state.brought
        return state.isDue
      }
      if isDue { schedule(orElse: fail) }
    }
  }

  /// Always asks the disk: what somebody has read may have been committed and not yet counted.
  private func bringNow() -> String? {
    let begun = Self.now
    let (committed, fault) = state.withLock { ($0.committed, $0.fault) }
    if let fault { return fault }
    while sync(file) != 0 {
      if errno == EINTR { continue }
      let fault = "the log could not be brought to the disk"
      state.withLock { $0.fault = fault }
      return fault
    }
    state.withLock { state in
      state.brought = max(state.brought, committed)
      state.oldest = state.committed > state.brought ? begun : nil
    }
    return nil
  }

  private static var now: UInt64 { DispatchTime.now().uptimeNanoseconds / 1_000_000 }
}
