import JSON
public import Time

/// When a fact was true, with the zone it was lived in.
public enum Occurrence: Hashable, Sendable {
  /// At a moment.
  case instant(Instant, Zone)
  /// For a stretch of time.
  case interval(TimeSpan, Zone)
  /// On a day, at no known time.
  case day(Day, Zone)

  /// The zone it was lived in.
  public var zone: Zone {
    switch self {
    case .instant(_, let zone), .interval(_, let zone), .day(_, let zone): zone
    }
  }

  /// The moment it began; noon for a day as a whole.
  public var start: Instant {
    switch self {
    case .instant(let instant, _): instant
    case .interval(let interval, _): interval.start
    case .day(let day, let zone): zone.noon(of: day)
    }
  }
}

extension Zone {
  /// Noon of a day here; where clocks skipped it, noon of universal time.
  func noon(of day: Day) -> Instant {
    switch resolve(.noon(of: day)) {
    case .once(let instant), .twice(let instant, _): instant
    case .never: Instant(milliseconds: Int64(day.number) * 86_400_000 + 43_200_000)
    }
  }
}

extension Occurrence: Codable {
  private enum CodingKeys: String, CodingKey {
    case at, start, end, day, zone
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let zone = try container.decode(Zone.self, forKey: .zone)
    if container.contains(.at) {
      self = .instant(try container.decode(Instant.self, forKey: .at), zone)
    } else if container.contains(.day) {
      self = .day(try container.decode(Day.self, forKey: .day), zone)
    } else if container.contains(.start) {
      let start = try container.decode(Instant.self, forKey: .start)
      let end = try container.decodeIfPresent(Instant.self, forKey: .end)
      self = .interval(try TimeSpan(from: start, to: end.map(TimeSpan.End.at) ?? .open), zone)
    } else {
      throw FieldError("", "says no time; expected at, start or day")
    }
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    switch self {
    case .instant(let instant, _): try container.encode(instant, forKey: .at)
    case .day(let day, _): try container.encode(day, forKey: .day)
    case .interval(let interval, _):
      try container.encode(interval.start, forKey: .start)
      try container.encodeIfPresent(interval.endInstant, forKey: .end)
    }
    try container.encode(zone, forKey: .zone)
  }
}
