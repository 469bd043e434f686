internal import Archive
private import Dispatch

/// Where passwords are hashed: beside the threads that answer requests, few at a time.
///
/// Hashing takes 32 MiB and a tenth of a second on purpose. Without a bound, a flood of sign-ins would
/// take all memory and every core.
public actor PasswordPool {
  /// How many passwords are hashed at the same time.
  public let width: Int
  /// How many more may wait.
  public let room: Int

  /// Of another class than that of requests: on Linux each class has threads of its own, no more than
  /// there are cores, and two hashes would hold all of those that answer.
  private let queue = DispatchQueue(label: "passwords", qos: .utility, attributes: .concurrent)
  private var running = 0
  private var waiting: [CheckedContinuation<Void, Never>] = []

  /// Makes a pool.
  ///
  /// - Parameters:
  ///   - cores: the cores of the machine; at most two passwords are hashed at the same time.
  ///   - room: how many more may wait, at least 0.
  public init(cores: Int = 2, room: Int = 32) {
    width = min(max(1, cores), 2)
    self.room = max(0, room)
  }

  /// Does work in turn.
  ///
  /// - Parameter work: hashes a password; runs on a thread of its own.
  /// - Returns: what it returns.
  /// - Throws: ``AccountsError/busy(seconds:)`` when too many wait already, or what `work` throws.
  public func run<Value: Sendable>(
    _ work: @escaping @Sendable () throws -> Value
  ) async throws -> Value {
    if running < width {
      running += 1
    } else {
      guard waiting.count < room || Fault.breaks(.endlessQueue) else {
        throw AccountsError.busy(seconds: 5)
      }
      // Whoever leaves hands their place over, so that `running` stays as it is.
      await withCheckedContinuation { waiting.append($0) }
    }
    defer { leave() }
    return try await withCheckedThrowingContinuation { continuation in
      queue.async { continuation.resume(with: Result { try work() }) }
    }
  }

  private func leave() {
    if waiting.isEmpty { running -= 1 } else { waiting.removeFirst().resume() }
  }
}
