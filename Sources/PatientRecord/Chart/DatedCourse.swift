public import Time

/// A course or a phase with the days it covered.
public struct DatedCourse: Hashable, Sendable {
  /// When it ends, as far as the record says.
  public enum LastDay: Hashable, Sendable {
    /// The last calendar day that belongs to it.
    case on(Day)
    /// It goes on, or nobody recorded the end.
    case open
  }

  /// When it began; noon where only the day is known.
  public let instant: Instant
  /// The first calendar day, where it was lived.
  public let firstDay: Day
  /// The last calendar day.
  public let lastDay: LastDay
  /// The course.
  public let course: Course
  /// The entry it comes from.
  public let entry: EntryID

  /// Tells whether a day belongs to it.
  ///
  /// - Parameter day: the calendar day.
  /// - Returns: true from the first to the last day.
  public func contains(_ day: Day) -> Bool {
    guard day >= firstDay else { return false }
    return switch lastDay {
    case .on(let last): day <= last
    case .open: true
    }
  }
}
