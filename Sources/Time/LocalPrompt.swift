/// A time on the clock at which somebody is asked something, every day or on some days of the week.
///
/// Each prompt belongs to one calendar day and comes exactly once, whatever clocks do: at the first
/// moment after the gap where they skip its time, and at the first of two where they repeat it. A day
/// that the calendar of a zone left out has none. Its text form is `daily 09:00`, `monday 20:00` or
/// `monday,thursday 08:30`.
public struct LocalPrompt: Hashable, Sendable {
  /// The days of the week, 0 for Monday to 6 for Sunday; never empty.
  public let weekdays: Set<Int>
  /// Minutes since midnight on the clock, 0 to 1439.
  public let minuteOfDay: Int

  /// Creates a prompt.
  ///
  /// - Parameters:
  ///   - weekdays: days of the week, 0 for Monday to 6 for Sunday; every day if not said.
  ///   - hour: 0 to 23.
  ///   - minute: 0 to 59.
  public init?(weekdays: Set<Int> = Set(0...6), hour: Int, minute: Int) {
    guard !weekdays.isEmpty, weekdays.isSubset(of: 0...6), (0...23).contains(hour),
      (0...59).contains(minute)
    else { return nil }
    self.weekdays = weekdays
    minuteOfDay = hour * 60 + minute
  }

  /// The moment of the prompt of a day.
  ///
  /// - Parameters:
  ///   - day: the calendar day it belongs to.
  ///   - zone: where it is.
  /// - Returns: the moment; nil on other days of the week and on a day that the zone left out.
  public func moment(on day: Day, in zone: Zone) -> Instant? {
    guard weekdays.contains(day.weekday),
      let local = LocalTime(day: day, millisecondOfDay: Int64(minuteOfDay) * 60_000)
    else { return nil }
    if case .once(let instant) = zone.resolve(local) { return instant }
    return zone.has(day) ? zone.firstMoment(of: local) : nil
  }

  /// The first prompt after a moment.
  ///
  /// - Parameters:
  ///   - instant: the moment; a prompt at it is not after it.
  ///   - zone: where it is.
  /// - Returns: the day the prompt belongs to and its moment; nil past the end of the calendar.
  public func next(after instant: Instant, in zone: Zone) -> (day: Day, moment: Instant)? {
    // The prompt of yesterday may still come: clocks may skip from before it to past midnight.
    let first = zone.day(at: instant).advanced(by: -1)
    for offset in 0...16 {
      let day = first.advanced(by: offset)
      if let moment = moment(on: day, in: zone), moment > instant { return (day, moment) }
    }
    return nil
  }

  /// The prompts of several days.
  ///
  /// - Parameters:
  ///   - days: the calendar days; at most ten years from the first are looked at.
  ///   - zone: where it is.
  /// - Returns: the days with a prompt and its moment, in order.
  public func moments(
    on days: ClosedRange<Day>, in zone: Zone
  ) -> [(day: Day, moment: Instant)] {
    let count = min(days.upperBound.days(since: days.lowerBound), 3660)
    return (0...count).compactMap { offset in
      let day = days.lowerBound.advanced(by: offset)
      return moment(on: day, in: zone).map { (day, $0) }
    }
  }
}

extension LocalPrompt: LosslessStringConvertible {
  private static let names = [
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
  ]

  /// Reads a prompt.
  ///
  /// - Parameter text: `daily` or days of the week with commas, a space, and a time such as `09:00`.
  public init?(_ text: String) {
    let words = text.lowercased().split(separator: " ", omittingEmptySubsequences: false)
    guard words.count == 2, let time = LocalPrompt.time(words[1]) else { return nil }
    var weekdays = Set(0...6)
    if words[0] != "daily" {
      weekdays = []
      for name in words[0].split(separator: ",", omittingEmptySubsequences: false) {
        guard let index = LocalPrompt.names.firstIndex(of: String(name)) else { return nil }
        weekdays.insert(index)
      }
    }
    self.init(weekdays: weekdays, hour: time.hour, minute: time.minute)
  }

  private static func time(_ text: Substring) -> (hour: Int, minute: Int)? {
    var reader = DigitReader(String(text))
    guard let hour = reader.digits(2), reader.take(":"), let minute = reader.digits(2),
      reader.isAtEnd
    else { return nil }
    return (hour, minute)
  }

  public var description: String {
    let days =
      weekdays.count == 7
      ? "daily" : weekdays.sorted().map { LocalPrompt.names[$0] }.joined(separator: ",")
    return "\(days) \(padded(minuteOfDay / 60, to: 2)):\(padded(minuteOfDay % 60, to: 2))"
  }
}
