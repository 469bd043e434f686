/// What a person answered to an item about safety, never guessed from other answers.
public struct SafetyAnswer: Hashable, Sendable {
  /// The answer, or that there is none.
  public enum Answer: Hashable, Sendable {
    /// The value of the option chosen.
    case given(Int)
    /// The item was skipped.
    case unknown
  }

  /// The item.
  public let item: ItemID
  /// The answer, or that there is none.
  public let answer: Answer
  /// Whether the answer reaches the item's threshold; nil when the item was skipped.
  public let isPositive: Bool?
}
