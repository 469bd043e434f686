import MemoryScience

/// Sittings for tests.
enum Sittings {
  static func of(
    _ task: TaskName, session: Int = 2, isInterrupted: Bool = false, hertz: Double? = 60
  ) throws -> TaskSitting {
    TaskSitting(
      design: try DesignKey(task: task, form: 1, seed: 1), session: session,
      device: TimingDevice(
        name: "tablet", input: .touch, software: "browser 1", refreshHertz: hertz),
      isInterrupted: isInterrupted)
  }
}

extension TaskReport {
  /// A score's number.
  func number(_ name: String) -> Double? { score(name)?.number }

  /// What a score says is missing.
  func missing(_ name: String) -> String? {
    guard case .missing(let reason)? = score(name)?.value else { return nil }
    return reason
  }
}
