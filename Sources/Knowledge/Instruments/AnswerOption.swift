/// One of the answers that a question offers.
public struct AnswerOption: Hashable, Sendable {
  /// The points the answer counts.
  public let value: Int
  /// The wording, exactly as published.
  public let label: String
  /// The published code of the answer.
  public let code: Code?
}
