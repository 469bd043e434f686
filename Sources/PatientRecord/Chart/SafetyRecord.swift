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

  /// Creates a record.
  ///
  /// - Parameters:
  ///   - instrument: the instrument that asked.
  ///   - item: the item.
  ///   - instant: when it was answered.
  ///   - day: the calendar day where it was answered.
  ///   - answer: the answer, or that there is none.
  ///   - isPositive: whether the answer reaches the item's threshold; nil when it is unknown.
  ///   - entry: the entry it comes from.
  public init(
    instrument: InstrumentID, item: ItemID, instant: Instant, day: Day,
    answer: SafetyAnswer.Answer, isPositive: Bool?, entry: EntryID
  ) {
    self.instrument = instrument
    self.item = item
    self.instant = instant
    self.day = day
    self.answer = answer
    self.isPositive = isPositive
    self.entry = entry
  }
}
