extension MemoryModel {
  /// What FSRS remembers of a memory.
  public struct State: Hashable, Sendable {
    /// Days after which recall has fallen to 90 %, 0.001 or more.
    public let stability: Double
    /// How hard the memory is to keep, 1 to 10.
    public let difficulty: Double

    /// The least stability, in days.
    public static let leastStability = 0.001

    /// Creates a state.
    ///
    /// - Parameters:
    ///   - stability: days, 0.001 or more.
    ///   - difficulty: 1 to 10.
    /// - Throws: ``MemoryScienceError/option(_:)`` for a number outside its range.
    public init(stability: Double, difficulty: Double) throws(MemoryScienceError) {
      guard stability.isFinite, stability >= Self.leastStability else {
        throw .option("stability \(stability): give a number of days, 0.001 or more")
      }
      guard (1...10).contains(difficulty) else {
        throw .option("difficulty \(difficulty): give a number from 1 to 10")
      }
      self.init(stability, difficulty)
    }

    /// Takes numbers that are known to be within their ranges.
    init(_ stability: Double, _ difficulty: Double) {
      self.stability = stability
      self.difficulty = difficulty
    }
  }
}
