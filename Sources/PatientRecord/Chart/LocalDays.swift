import Time

/// Finds the calendar day of many instants quickly.
///
/// Within six hours whose ends have the same offset the offset does not change: no zone's clocks
/// have changed and changed back in so short a time.
struct LocalDays {
  private var offsets: [String: [Int64: Int?]] = [:]

  private static let stretch: Int64 = 6 * 3_600_000

  /// The calendar day where something was lived.
  mutating func day(of occurrence: Occurrence) -> Day {
    switch occurrence {
    case .day(let day, _): day
    case .instant(let instant, let zone): day(at: instant, in: zone)
    case .interval(let interval, let zone): day(at: interval.start, in: zone)
    }
  }

  mutating func day(at instant: Instant, in zone: Zone) -> Day {
    let bucket = floored(instant.milliseconds, by: LocalDays.stretch)
    let offset = steadyOffset(in: bucket, zone) ?? zone.offset(at: instant)
    let local = instant.milliseconds + Int64(offset) * 1000
    return Day(number: Int(floored(local, by: 86_400_000)))
  }

  /// The offset of a stretch in which clocks did not change.
  private mutating func steadyOffset(in bucket: Int64, _ zone: Zone) -> Int? {
    if let known = offsets[zone.identifier]?[bucket] { return known }
    let first = zone.offset(at: Instant(milliseconds: bucket * LocalDays.stretch))
    let last = zone.offset(at: Instant(milliseconds: (bucket + 1) * LocalDays.stretch))
    let steady: Int? = first == last ? first : nil
    offsets[zone.identifier, default: [:]][bucket] = .some(steady)
    return steady
  }

  private func floored(_ value: Int64, by divisor: Int64) -> Int64 {
    let (quotient, remainder) = value.quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? quotient - 1 : quotient
  }
}
