/// One question of an instrument.
public struct Item: Hashable, Sendable {
  /// The identifier within the instrument.
  public let id: ItemID
  /// The wording, exactly as published.
  public let text: String
  /// The published code of the question.
  public let code: Code?
  /// The item's own answers; empty when it offers those of the instrument.
  public let options: [AnswerOption]
}
