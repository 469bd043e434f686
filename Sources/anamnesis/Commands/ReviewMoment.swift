import ArgumentParser
import Time

/// From when a review looks back: a moment, or the end of a day where the person lives.
enum ReviewMoment: ExpressibleByArgument {
  case day(Day)
  case instant(Instant)

  init?(argument: String) {
    if let day = Day(argument) {
      self = .day(day)
    } else if let instant = Instant(argument) {
      self = .instant(instant)
    } else {
      return nil
    }
  }

  /// The moment in a zone.
  func instant(in zone: Zone) -> Instant {
    switch self {
    case .instant(let instant): instant
    case .day(let day): zone.end(of: day)
    }
  }
}

extension Zone {
  /// The last millisecond of a day.
  func end(of day: Day) -> Instant {
    let last = Instant(milliseconds: (Int64(day.number) + 1) * 86_400_000 - 1)
    guard let local = LocalTime(day: day, millisecondOfDay: 86_399_999) else { return last }
    return switch resolve(local) {
    case .once(let instant), .twice(_, let instant): instant
    // The day, or its last hour, was left out here; universal time stands in.
    case .never: last
    }
  }
}
