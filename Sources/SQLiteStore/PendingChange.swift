internal import Archive
internal import Synchronization

/// What may be done with a change.
enum ChangeWeight: Sendable {
  /// It waits for the disk, and for room on it.
  case ordinary
  /// It may use the room that is kept for when the disk is full.
  case essential
  /// It is essential, and need not wait for the disk where that was said.
  case reading

  var isEssential: Bool { self != .ordinary }
}

/// A change that waits to be committed.
protocol PendingChange: Sendable {
  /// What may be done with it.
  var weight: ChangeWeight { get }
  /// Runs the change; what went wrong, if anything did.
  func run(in transaction: SQLiteTransaction) -> (any Error)?
  /// Answers who waits, unless that was done: with the fault of the commit, or else with what the
  /// change gave.
  func finish(_ fault: ArchiveError?)
}

/// A change with whoever waits for it.
final class Change<Value: Sendable>: PendingChange {
  let weight: ChangeWeight
  private let body: @Sendable (any Transaction) throws -> Value
  private let answer: @Sendable (Result<Value, any Error>) -> Void
  private let state = Mutex(State())

  private struct State {
    var result: Result<Value, any Error>?
    var isAnswered = false
  }

  init(
    _ weight: ChangeWeight, body: @escaping @Sendable (any Transaction) throws -> Value,
    answer: @escaping @Sendable (Result<Value, any Error>) -> Void
  ) {
    self.weight = weight
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
