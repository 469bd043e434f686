public import JSON

/// What came of one run of a memory or thinking task.
public struct TaskResult: Hashable, Sendable, Codable {
  /// The task.
  public let task: Name
  /// The version of the task.
  public let version: Name
  /// The parallel form that was shown.
  public let form: Name?
  /// The measures computed by the task when it ran.
  public let summary: [NamedQuantity]
  /// Every trial as the task wrote it, kept without being read.
  public let trials: JSONValue?

  /// Creates the fact.
  ///
  /// - Parameters:
  ///   - task: the task.
  ///   - version: the version of the task.
  ///   - form: the parallel form that was shown.
  ///   - summary: the measures computed by the task when it ran.
  ///   - trials: every trial as the task wrote it, kept without being read.
  public init(
    task: Name, version: Name, form: Name? = nil, summary: [NamedQuantity] = [],
    trials: JSONValue? = nil
  ) {
    self.task = task
    self.version = version
    self.form = form
    self.summary = summary
    self.trials = trials
  }

  private enum CodingKeys: String, CodingKey {
    case task, version, form, summary, trials
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    try self.init(
      task: container.decode(Name.self, forKey: .task),
      version: container.decode(Name.self, forKey: .version),
      form: container.decodeIfPresent(Name.self, forKey: .form),
      summary: container.decodeIfPresent([NamedQuantity].self, forKey: .summary) ?? [],
      trials: container.decodeIfPresent(JSONValue.self, forKey: .trials))
  }
}
