public import Time

/// What the record holds.
public struct RecordPart: Sendable {
  /// How many entries count.
  public let entries: Int
  /// How many were corrected or withdrawn.
  public let withdrawn: Int
  /// The first and last day, `nil` for an empty record.
  public let days: ClosedRange<Day>?
  /// How many entries of each kind, by the kind's name.
  public let kinds: [(name: String, count: Int)]
}
