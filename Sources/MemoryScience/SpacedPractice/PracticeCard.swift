/// Where one memory stands in its schedule.
public struct PracticeCard: Hashable, Sendable {
  /// The part of the schedule a memory is in.
  public enum Phase: Hashable, Sendable {
    /// Being learnt: waiting for a learning step, counted from 0.
    case learning(step: Int)
    /// Known: reviewed at intervals of days.
    case review
    /// Forgotten and learnt again: waiting for a relearning step, counted from 0.
    case relearning(step: Int)
  }

  /// Where the memory is in its schedule.
  public let phase: Phase
  /// The state of the memory after its latest review.
  public let state: MemoryModel.State
  /// When it was reviewed last: milliseconds since 1970.
  public let lastReview: Int
  /// When it is due: milliseconds since 1970.
  public let due: Int
}
