public import Time

/// Which columns of a file say when a row was true.
public enum TimeColumns: Hashable, Sendable {
  /// A column of ISO 8601 instants with an offset, such as `2026-03-01T07:30:00+01:00`.
  case instant(column: String)
  /// A column of ISO 8601 local times without an offset, such as `2026-03-01T07:30`.
  case local(column: String)
  /// A column of dates and a column of times of day.
  case clock(date: String, time: String, unit: ClockUnit)
  /// A column of dates; a row belongs to the day as a whole, or to one time of it, given in
  /// milliseconds since midnight.
  case date(column: String, at: Int64?)
  /// A column that counts days from 1, and the date of the first; a row belongs to the day as a
  /// whole, or to one time of it, given in milliseconds since midnight.
  case dayNumber(column: String, dayOne: Day, at: Int64?)

  /// How a column writes the time of day.
  public enum ClockUnit: String, CaseIterable, Sendable {
    /// `07:30` or `07:30:15`.
    case clock = "hh:mm"
    /// Seconds since midnight, from 0 up to 86,400.
    case secondsOfDay
  }

  /// The columns that the times are read from.
  var columns: [String] {
    switch self {
    case .instant(let column), .local(let column), .date(let column, _),
      .dayNumber(let column, _, _):
      [column]
    case .clock(let date, let time, _): [date, time]
    }
  }

  static let keys = ["instant", "local", "date", "clock", "clockAs", "dayNumber", "dayOne", "at"]
  static let cure =
    "write instant: COLUMN; local: COLUMN; date: COLUMN with clock: COLUMN, with at: TIME or alone; "
    + "or dayNumber: COLUMN with dayOne: DATE"

  init(_ place: MappingNode) throws(InterchangeError) {
    try place.expectKeys(Self.keys)
    let starts = ["instant", "local", "date", "dayNumber"].filter { place.child($0) != nil }
    guard starts.count == 1, let start = starts.first, let column = try place.child(start)?.text()
    else {
      throw place.error("the time is not said by exactly one kind of column", cure: Self.cure)
    }
    let companions = try Self.companions(of: start, place)
    try place.expectKeys([start] + companions)
    let time = try place.child("at")?.timeOfDay()
    switch start {
    case "instant": self = .instant(column: column)
    case "local": self = .local(column: column)
    case "dayNumber":
      let cure = "write the date of day 1, and in a comment whether it is the true one"
      let dayOne = try place.required("dayOne", cure: cure).day()
      self = .dayNumber(column: column, dayOne: dayOne, at: time)
    default:
      guard let clock = try place.child("clock")?.text() else {
        self = .date(column: column, at: time)
        return
      }
      let cure = "write clockAs: hh:mm or clockAs: secondsOfDay"
      let unit = try place.required("clockAs", cure: cure).word(ClockUnit.self)
      self = .clock(date: column, time: clock, unit: unit)
    }
  }

  private static func companions(
    of start: String, _ place: MappingNode
  ) throws(InterchangeError) -> [String] {
    switch start {
    case "dayNumber": ["dayOne", "at"]
    case "date": place.child("clock") == nil ? ["at"] : ["clock", "clockAs"]
    default: []
    }
  }
}
