/// When something of a calendar is done, seen from the course that began it.
public struct CalendarTiming: Hashable, Sendable {
  /// The kind of timing.
  public enum Kind: Hashable, Sendable {
    /// Once at each of these distances from the start; 0 is before it.
    case at([ClosedRange<Int>])
    /// Again and again, counted from when it was last done.
    case every(ClosedRange<Int>)
    /// Once this long after the start and after each change of dose.
    case afterChange(ClosedRange<Int>)
    /// So many times in each week of the course, spread over it.
    case visitsPerWeek(Int)
    /// Once after each of these counts of sessions.
    case afterSessions([Int])
    /// When the course ends.
    case atEnd
    /// Once, this long after the end.
    case afterEnd(ClosedRange<Int>)
    /// On the day that begins it, without waiting.
    case atOnce
    /// At every visit, call or message with the team.
    case eachContact
    /// At every session.
    case eachSession
    /// Named by the source without an interval.
    case noInterval
  }

  /// The kind.
  public let kind: Kind
  /// The unit of all distances here.
  public let unit: MeasurementInterval.Unit
  /// The distance from the start from which it holds, in units.
  public let from: Int?
  /// The distance from the start up to which, and without which, it holds, in units.
  public let until: Int?
  /// The longest gap that is right at all, in weeks; nil where none is named.
  public let limitWeeks: Int?
  /// Statements that must be true.
  public let required: [StatementID]
  /// Statements that must not be true.
  public let excluded: [StatementID]

  /// Creates a timing.
  ///
  /// - Parameters:
  ///   - kind: the kind.
  ///   - unit: the unit of all distances.
  ///   - from: the distance from the start from which it holds.
  ///   - until: the distance up to which it holds.
  ///   - limitWeeks: the longest gap that is right at all.
  ///   - required: statements that must be true.
  ///   - excluded: statements that must not be true.
  public init(
    _ kind: Kind, unit: MeasurementInterval.Unit = .weeks, from: Int? = nil, until: Int? = nil,
    limitWeeks: Int? = nil, required: [StatementID] = [], excluded: [StatementID] = []
  ) {
    self.kind = kind
    self.unit = unit
    self.from = from
    self.until = until
    self.limitWeeks = limitWeeks
    self.required = required
    self.excluded = excluded
  }
}
