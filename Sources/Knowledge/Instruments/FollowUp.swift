/// A question asked after the items that does not count towards the score.
public struct FollowUp: Hashable, Sendable {
  /// The question itself.
  public let item: Item
  /// Its own answers, in the order they are shown.
  public let options: [AnswerOption]
}
