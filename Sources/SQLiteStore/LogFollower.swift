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
/// cut could take it before it is on the disk.
final class LogFollower: Sendable {
  /// How long lines gather before they are brought to the disk, in milliseconds.
  static let delay = 20

  private struct State {
    /// How often something was committed, and up to which time all of it is on the disk.
    var committed = 0
    var brought = 0
    var isDue = false
  }

  private let log: String
  private let state = Mutex(State())

  /// - Parameter log: the path of the write-ahead log.
  init(log: String) { self.log = log }

  /// Takes note that something was committed.
  ///
  /// - Parameter fail: is told why the disk did not take it.
  func follow(orElse fail: @escaping @Sendable (String) -> Void) {
    let isFirst = state.withLock { state in
      state.committed += 1
      defer { state.isDue = true }
      return !state.isDue
    }
    guard isFirst else { return }
    let moment = DispatchTime.now() + .milliseconds(Self.delay)
    DispatchQueue.global().asyncAfter(deadline: moment) { [self] in
      state.withLock { $0.isDue = false }
      if let reason = bringNow() { fail(reason) }
    }
  }

  /// Waits until everything that was committed is on the disk.
  ///
  /// - Returns: why it is not; `nil` when it is.
  func bring() async -> String? {
    await withCheckedContinuation { continuation in
      DispatchQueue.global().async { [self] in continuation.resume(returning: bringNow()) }
    }
  }

  private func bringNow() -> String? {
    let (committed, brought) = state.withLock { ($0.committed, $0.brought) }
    if committed == brought { return nil }
    let file = open(log, O_RDONLY | O_CLOEXEC)
    // A log that is gone was moved into the data file, through to the disk.
    guard file >= 0 else { return errno == ENOENT ? nil : "the log cannot be opened" }
    defer { close(file) }
    guard fsync(file) == 0 else { return "the log could not be brought to the disk" }
    state.withLock { $0.brought = max($0.brought, committed) }
    return nil
  }
}
