internal import Time

/// The days of a clinic in one time zone, with the distance of local clocks from universal time.
///
/// Looking a zone up is slow and a clinic has millions of moments, so each day is looked up once.
struct ClinicCalendar: Sendable {
  let zone: Zone
  private let first: Day
  /// Milliseconds east of Greenwich of days on which clocks do not change; nil on the others.
  private let offsets: [Int64?]

  /// - Parameters:
  ///   - zone: where it is.
  ///   - first: the first day.
  ///   - count: how many days are kept; others are looked up each time.
  init(_ zone: Zone, from first: Day, count: Int) {
    self.zone = zone
    self.first = first
    offsets = (0..<max(count, 0)).map { index in
      let day = first.advanced(by: index)
      let (start, end) = (zone.start(of: day), zone.start(of: day.advanced(by: 1)))
      let (before, after) = (zone.offset(at: start), zone.offset(at: end))
      return before == after ? Int64(before) * 1000 : nil
    }
  }

  /// The moment at which clocks first show a time.
  ///
  /// - Parameters:
  ///   - day: days since the first.
  ///   - minute: minutes since midnight; beyond a day it is of the days after.
  ///   - millisecond: milliseconds after that minute.
  /// - Returns: the moment.
  func moment(_ day: Int, minute: Int, millisecond: Int = 0) -> Instant {
    let day = day + minute / 1440
    let millisecond = Int64(minute % 1440) * 60_000 + Int64(millisecond)
    let date = first.advanced(by: day)
    if offsets.indices.contains(day), let offset = offsets[day] {
      return Instant(milliseconds: Int64(date.number) * 86_400_000 + millisecond - offset)
    }
    guard let local = LocalTime(day: date, millisecondOfDay: millisecond) else {
      return zone.start(of: date)
    }
    return zone.firstMoment(of: local)
  }

  /// The day of the week, 0 for Monday to 6 for Sunday.
  func weekday(_ day: Int) -> Int { first.advanced(by: day).weekday }

  /// The date of a day.
  func date(_ day: Int) -> Day { first.advanced(by: day) }
}
