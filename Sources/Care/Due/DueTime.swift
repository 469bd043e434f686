public import Time

/// When something is due.
public enum DueTime: Hashable, Sendable {
  /// From the first to the last day on which it is right.
  case days(ClosedRange<Day>)
  /// Once so many sessions have been completed; so many have been.
  case afterSessions(Int, soFar: Int)
  /// At every session of the course.
  case eachSession
  /// At every visit, call or message with the team.
  case eachContact
  /// Named by the source without an interval.
  case noInterval

  /// The days, where there are any.
  public var days: ClosedRange<Day>? {
    guard case .days(let days) = self else { return nil }
    return days
  }
}

/// How something stands on a day.
public enum DueStanding: Hashable, Sendable {
  /// Its last day is so many days past.
  case overdue(days: Int)
  /// This is one of its days.
  case due
  /// Its first day is so many days ahead.
  case upcoming(days: Int)
  /// It hangs on no day.
  case undated
}

extension DueTime {
  /// The kind in one word, for other programs.
  public var name: String {
    switch self {
    case .days: "days"
    case .afterSessions: "afterSessions"
    case .eachSession: "eachSession"
    case .eachContact: "eachContact"
    case .noInterval: "noInterval"
    }
  }
}

extension DueStanding {
  /// The standing in one word, for other programs.
  public var name: String {
    switch self {
    case .overdue: "overdue"
    case .due: "due"
    case .upcoming: "upcoming"
    case .undated: "undated"
    }
  }
}
