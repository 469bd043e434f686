/// One occasion on which a person did a task.
public struct TaskSitting: Hashable, Sendable, Codable {
  /// The design that was run.
  public let design: DesignKey
  /// How often the person has done this task up to and including this time, from 1 on: what practice
  /// depends on.
  public let session: Int
  /// Where the times were taken.
  public let device: TimingDevice
  /// Whether the task was left before its end.
  public let isInterrupted: Bool

  /// Creates a sitting.
  ///
  /// - Parameters:
  ///   - design: the design that was run.
  ///   - session: which time this is, from 1 on.
  ///   - device: where the times were taken.
  ///   - isInterrupted: whether the task was left before its end.
  public init(design: DesignKey, session: Int, device: TimingDevice, isInterrupted: Bool = false) {
    self.design = design
    self.session = session
    self.device = device
    self.isInterrupted = isInterrupted
  }

  /// Refuses a sitting of another task or with impossible numbers.
  func check(for tasks: TaskName...) throws(MemoryScienceError) {
    guard tasks.contains(design.task) else {
      throw .unusable(
        "sitting.design.task: this is a result of \(design.task.rawValue); score it as that")
    }
    guard design.version == DesignKey.currentVersion else {
      throw .unusable(
        "sitting.design.version: \(design.version) is not known here; use the program that made it")
    }
    guard session >= 1 else {
      throw .unusable("sitting.session: \(session); the first time is 1")
    }
    if let rate = device.refreshHertz, !(10...1000).contains(rate) {
      throw .unusable(
        "sitting.device.refreshHertz: \(rate); measure it again or leave it out")
    }
  }

  /// What a reader of the scores must know about the sitting.
  var cautions: [String] {
    var cautions: [String] = []
    if isInterrupted { cautions.append("the task was left before its end") }
    if session == 1 {
      cautions.append("the first sitting: scores rise with practice; take a second as the baseline")
    }
    if device.refreshHertz == nil {
      cautions.append(
        "the screen's rate was not measured: times carry an unknown error and cannot be compared")
    }
    return cautions
  }
}
