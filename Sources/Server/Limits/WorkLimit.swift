/// Lets only so many do costly work at one time; some may wait, and more are sent away at once.
actor WorkLimit {
  private let places: Int
  private let queue: Int
  private var working = 0
  private var waiting: [CheckedContinuation<Void, Never>] = []

  /// - Parameters:
  ///   - places: how many work at one time, at least 1.
  ///   - queue: how many may wait.
  init(places: Int, queue: Int) {
    self.places = max(1, places)
    self.queue = max(0, queue)
  }

  /// Does the work when it is its turn.
  ///
  /// - Throws: ``Problem/busy`` when too many wait, and what the work throws.
  nonisolated func run<Value: Sendable>(
    _ work: @Sendable () async throws -> Value
  ) async throws -> Value {
    guard await enter() else { throw Problem.busy }
    do {
      let value = try await work()
      await leave()
      return value
    } catch {
      await leave()
      throw error
    }
  }

  private func enter() async -> Bool {
    if working < places {
      working += 1
      return true
    }
    guard waiting.count < queue else { return false }
    await withCheckedContinuation { waiting.append($0) }
    return true
  }

  /// Hands the place to whoever has waited longest.
  private func leave() {
    if waiting.isEmpty {
      working -= 1
    } else {
      waiting.removeFirst().resume()
    }
  }
}
