public import Knowledge
public import PatientRecord
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
    /// The form that holds it.
    public let entry: EntryID
  }

  /// A form or a report that calls for help first: it raised a signal about safety.
  public struct Concern: Hashable, Sendable {
    /// What holds it.
    public enum Source: Hashable, Sendable {
      /// A questionnaire or interview, by its abbreviation.
      case form(String)
      /// An unwanted effect or an event of life, by its name.
      case report(String)
    }

    /// What came after it, on later days.
    public enum Since: Hashable, Sendable {
      /// No other form.
      case nothing
      /// Only forms that left the question open.
      case unknown
      /// A form that answered it otherwise.
      case otherwise
    }

    /// What holds it.
    public let source: Source
    /// The day.
    public let day: Day
    /// What it says, with the instrument and the item; for the care team.
    public let words: String
    /// Whether it is the person's own account, not somebody else's rating or note.
    public let isOwn: Bool
    /// What came after it.
    public internal(set) var since: Since
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
  /// What calls for help first, the latest of each form and of each report, the oldest first.
  public let concerns: [Concern]
  /// Help lines to show with it: those of the person's country where it is known, otherwise the
  /// international directory and the lines of every country.
  public let contacts: [HelpContact]
  /// Whether an item was answered positively on the latest day on which it was answered at all, or
  /// something else calls for help first and was not answered otherwise since.
  public let latestIsPositive: Bool
}
