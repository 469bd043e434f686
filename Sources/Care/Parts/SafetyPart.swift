public import Knowledge
public import Time

/// The answers about self-harm exactly as given: never smoothed, imputed or averaged.
public struct SafetyPart: Sendable {
  /// One answer.
  public struct Answer: Hashable, Sendable {
    /// The day it was given.
    public let day: Day
    /// The answer, or that the question was skipped and the answer is unknown.
    public let answer: SafetyAnswer.Answer
    /// Whether it asks for someone to look; `nil` when the answer is unknown.
    public let isPositive: Bool?
    /// The words of the option that was chosen.
    public let label: String?
  }

  /// The answers to one item of one instrument, by day.
  public struct Item: Sendable {
    /// The instrument's abbreviation.
    public let instrument: String
    /// The item.
    public let item: ItemID
    /// What was asked.
    public let wording: String?
    /// The options in order.
    public let options: [AnswerOption]
    /// The answers.
    public let answers: [Answer]
  }

  /// The items that were asked.
  public let items: [Item]
  /// Help lines to show with it: those of the person's country where it is known, otherwise the
  /// international directory.
  public let contacts: [HelpContact]
  /// Whether an item was answered positively on the latest day on which it was answered at all.
  public let latestIsPositive: Bool
}
