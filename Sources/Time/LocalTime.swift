/// What the calendar and the clock on the wall showed, without saying where.
public struct LocalTime: Hashable, Sendable {
  /// The calendar day.
  public let day: Day
  /// Milliseconds since the clock last showed midnight, 0 to 86,399,999.
  public let millisecondOfDay: Int64

  /// Creates a local time.
  ///
  /// - Parameters:
  ///   - day: the calendar day.
  ///   - millisecondOfDay: 0 to 86,399,999; anything else gives `nil`.
  public init?(day: Day, millisecondOfDay: Int64) {
    guard (0..<Instant.millisecondsPerDay).contains(millisecondOfDay) else { return nil }
    self.day = day
    self.millisecondOfDay = millisecondOfDay
  }

  /// Noon of a day, for facts that belong to a day as a whole.
  ///
  /// - Parameter day: the calendar day.
  /// - Returns: 12:00 of that day.
  public static func noon(of day: Day) -> LocalTime {
    LocalTime(noonOf: day)
  }

  private init(noonOf day: Day) {
    self.day = day
    self.millisecondOfDay = Instant.millisecondsPerDay / 2
  }

  /// The hour, the minute and the second on the clock.
  public var clock: (hour: Int, minute: Int, second: Int) {
    let second = Int(millisecondOfDay / 1000)
    return (second / 3600, second / 60 % 60, second % 60)
  }
}

extension LocalTime: Comparable {
  public static func < (left: LocalTime, right: LocalTime) -> Bool {
    (left.day, left.millisecondOfDay) < (right.day, right.millisecondOfDay)
  }
}

extension LocalTime: LosslessStringConvertible {
  /// Reads an ISO 8601 date and time without an offset.
  ///
  /// - Parameter text: a date, `T` or a space, and a time with optional seconds.
  public init?(_ text: String) {
    var reader = DigitReader(text)
    guard let day = reader.day(), reader.take("T") || reader.take(" "), let time = reader.time(),
      reader.isAtEnd
    else { return nil }
    self.init(day: day, millisecondOfDay: time)
  }

  public var description: String {
    let (hour, minute, second) = clock
    return "\(day)T\(padded(hour, to: 2)):\(padded(minute, to: 2)):\(padded(second, to: 2))"
  }
}
