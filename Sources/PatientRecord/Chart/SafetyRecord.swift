public import Knowledge
public import Time

/// An answer about safety as it was given, never smoothed, filled in or averaged.
///
/// Each response to an instrument with such items gives one for each of them, also when the
/// response cannot be scored, and as unknown when only its total was recorded.
public struct SafetyRecord: Hashable, Sendable {
  /// The instrument that asked.
  public let instrument: InstrumentID
  /// The item.
  public let item: ItemID
  /// When it was answered; noon where only the day is known.
  public let instant: Instant
  /// The calendar day where it was answered.
  public let day: Day
  /// The answer, or that there is none.
  public let answer: SafetyAnswer.Answer
  /// Whether the answer reaches the item's threshold; nil when it is unknown.
  public let isPositive: Bool?
  /// The entry it comes from.
  public let entry: EntryID
}
