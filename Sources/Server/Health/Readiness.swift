internal import JSON

/// What has to hold for the server to do its work.
public protocol Readiness: Sendable {
  /// Examines everything, by a real write too.
  ///
  /// - Returns: the checks in order; nothing in them comes from a record.
  func checks() async -> [ReadinessCheck]
}

/// The result of one check.
public struct ReadinessCheck: Hashable, Sendable {
  /// What was examined, in one word.
  public let name: String
  /// Whether it is well.
  public let isWell: Bool
  /// What was found, in a few words; never a path or a name.
  public let finding: String

  /// States a result.
  ///
  /// - Parameters:
  ///   - name: what was examined, in one word.
  ///   - isWell: whether it is well.
  ///   - finding: what was found, in a few words; never a path or a name.
  public init(_ name: String, isWell: Bool, _ finding: String) {
    self.name = name
    self.isWell = isWell
    self.finding = finding
  }
}

extension [ReadinessCheck] {
  var areWell: Bool { allSatisfy(\.isWell) }

  /// The checks for programs.
  func json(version: String) -> JSONValue {
    .object([
      "status": .string(areWell ? "ready" : "not ready"), "version": .string(version),
      "checks": .array(
        map { check in
          .object([
            "name": .string(check.name), "status": .string(check.isWell ? "well" : "failing"),
            "finding": .string(check.finding),
          ])
        }),
    ])
  }
}

/// Examines at most once a second, whoever asks how often: the check writes to the disk.
actor ReadinessWatch {
  private let readiness: any Readiness
  private let limit: Duration
  private var last: (checks: [ReadinessCheck], at: ContinuousClock.Instant)?
  private var running: Task<[ReadinessCheck], Never>?

  /// - Parameters:
  ///   - readiness: what is examined.
  ///   - limit: how long it may take.
  init(_ readiness: any Readiness, limit: Duration = .seconds(2)) {
    self.readiness = readiness
    self.limit = limit
  }

  /// The latest result, at most a second old.
  func checks() async -> [ReadinessCheck] {
    if let last, last.at.duration(to: .now) < .seconds(1) { return last.checks }
    if running == nil {
      let readiness = readiness
      running = Task { await readiness.checks() }
    }
    guard let running else { return [] }
    let found = await Self.first(of: running, within: limit)
    if let found {
      last = (found, .now)
      self.running = nil
      return found
    }
    return [ReadinessCheck("time", isWell: false, "the checks take too long")]
  }

  /// Waits for a task, but not for ever; the task goes on.
  private static func first(
    of task: Task<[ReadinessCheck], Never>, within limit: Duration
  ) async -> [ReadinessCheck]? {
    let (results, continuation) = AsyncStream.makeStream(of: [ReadinessCheck]?.self)
    let waiting = Task { continuation.yield(await task.value) }
    let clock = Task {
      try? await Task.sleep(for: limit)
      continuation.yield(nil)
    }
    defer {
      waiting.cancel()
      clock.cancel()
      continuation.finish()
    }
    return await results.first { _ in true } ?? nil
  }
}
