/// What names a design: the same key and the same words give the same stimuli in the same order.
public struct DesignKey: Hashable, Sendable, Codable {
  /// The task.
  public let task: TaskName
  /// The parallel form, from 1 on. Forms of one seed share no stimuli where the task has stimuli to
  /// remember.
  public let form: Int
  /// The seed of the allocation to forms and of all orders, 0 to 2^53 - 1, so that a browser reads
  /// it without loss.
  public let seed: Int
  /// The version of the rules by which designs are made; results of different versions are not
  /// compared without saying so.
  public let version: Int

  /// The version of the rules in this code.
  public static let currentVersion = 1
  /// The greatest seed.
  public static let greatestSeed = (1 << 53) - 1
  /// The greatest number of a form.
  public static let greatestForm = 10_000

  /// Creates a key of the current version.
  ///
  /// - Parameters:
  ///   - task: the task.
  ///   - form: the parallel form, 1 to ``greatestForm``.
  ///   - seed: the seed, 0 to ``greatestSeed``.
  /// - Throws: ``MemoryScienceError/option(_:)`` when a number is outside its range.
  public init(task: TaskName, form: Int, seed: Int) throws(MemoryScienceError) {
    try self.init(task: task, form: form, seed: seed, version: DesignKey.currentVersion)
  }

  /// Decodes a key, whatever its version: a result of another version is refused when it is scored.
  ///
  /// - Parameter decoder: what holds it.
  /// - Throws: ``MemoryScienceError/option(_:)`` when the form or the seed is outside its range.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    try self.init(
      task: try container.decode(TaskName.self, forKey: .task),
      form: try container.decode(Int.self, forKey: .form),
      seed: try container.decode(Int.self, forKey: .seed),
      version: try container.decode(Int.self, forKey: .version))
  }

  private enum CodingKeys: String, CodingKey { case task, form, seed, version }

  private init(task: TaskName, form: Int, seed: Int, version: Int) throws(MemoryScienceError) {
    guard (1...DesignKey.greatestForm).contains(form) else {
      throw .option("form \(form); give one from 1 to \(DesignKey.greatestForm)")
    }
    guard (0...DesignKey.greatestSeed).contains(seed) else {
      throw .option("seed \(seed); give one from 0 to \(DesignKey.greatestSeed)")
    }
    self.task = task
    self.form = form
    self.seed = seed
    self.version = version
  }

  /// The order of everything within this form.
  var order: SeededOrder { SeededOrder(seed: seed, stream: task.stream << 32 | UInt64(form)) }

  /// The allocation to forms, the same for all forms of a seed.
  var allocation: SeededOrder { SeededOrder(seed: seed, stream: task.stream << 32) }
}
