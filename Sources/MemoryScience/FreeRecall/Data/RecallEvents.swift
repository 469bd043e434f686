/// Study and recall events as columns, one row per event, in any order: the long layout of tables of
/// free recall, as psifr has it.
///
/// ```swift
/// var events = RecallEvents()
/// events.append(.study, subject: "1", list: 1, position: 1, item: "absence")
/// events.append(.study, subject: "1", list: 1, position: 2, item: "hollow")
/// events.append(.recall, subject: "1", list: 1, position: 1, item: "hollow")
/// let data = try RecallData(events)
/// ```
public struct RecallEvents: Hashable, Sendable {
  /// What a row tells.
  public enum Kind: String, CaseIterable, Hashable, Sendable {
    /// A word was shown.
    case study
    /// A word was recalled.
    case recall
  }

  /// What each row tells.
  public private(set) var kinds: [Kind] = []
  /// Whom each row is about.
  public private(set) var subjects: [String] = []
  /// The number of the list among the person's lists, in the order of time.
  public private(set) var lists: [Int] = []
  /// The place of the word in the study list or among the recalls of the list, from 1.
  public private(set) var positions: [Int] = []
  /// The words.
  public private(set) var items: [String] = []

  /// Creates a table without rows.
  public init() {}

  /// How many rows there are.
  public var count: Int { kinds.count }

  /// Adds a row.
  ///
  /// - Parameters:
  ///   - kind: what it tells.
  ///   - subject: whom it is about.
  ///   - list: the number of the list among the person's lists, in the order of time.
  ///   - position: the place of the word in the study list or among the recalls, from 1.
  ///   - item: the word.
  public mutating func append(
    _ kind: Kind, subject: String, list: Int, position: Int, item: String
  ) {
    kinds.append(kind)
    subjects.append(subject)
    lists.append(list)
    positions.append(position)
    items.append(item)
  }
}
