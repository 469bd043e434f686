public import Time

/// A fact with the time and the entry it comes from.
public struct Dated<Content: Hashable & Sendable>: Hashable, Sendable {
  /// When it was true or began; noon where only the day is known.
  public let instant: Instant
  /// The calendar day where it was lived; for sleep the day of waking.
  public let day: Day
  /// The fact.
  public let content: Content
  /// The entry it comes from.
  public let entry: EntryID
}
