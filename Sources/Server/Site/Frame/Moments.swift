internal import Time

/// Writes moments as people read them: `22 Nov 2026, 14:32`.
struct Moments: Sendable {
  let zone: Zone

  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  /// Day and time.
  func text(_ instant: Instant) -> String { "\(day(instant)), \(clock(instant))" }

  /// The day.
  func day(_ instant: Instant) -> String {
    let (year, month, day) = zone.day(at: instant).components
    let name = Self.months.indices.contains(month - 1) ? Self.months[month - 1] : "\(month)"
    return "\(day) \(name) \(year)"
  }

  /// The time of day.
  func clock(_ instant: Instant) -> String {
    let (hour, minute, _) = zone.localTime(at: instant).clock
    return "\(hour < 10 ? "0" : "")\(hour):\(minute < 10 ? "0" : "")\(minute)"
  }

  /// How long to wait.
  static func again(seconds: Int) -> String {
    if seconds <= 1 { return "in a second" }
    return seconds < 120 ? "in \(seconds) seconds" : "in \((seconds + 59) / 60) minutes"
  }
}
