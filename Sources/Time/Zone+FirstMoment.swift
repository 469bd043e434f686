extension Zone {
  /// The first moment at which calendar and clock here had reached a local time.
  ///
  /// It is the moment itself where the time occurs once, the earlier one where clocks go back over
  /// it, and the first moment after the gap where clocks skip it, be it an hour or a whole day.
  ///
  /// - Parameter local: the local day and time.
  /// - Returns: the moment; exact to the millisecond.
  public func firstMoment(of local: LocalTime) -> Instant {
    switch resolve(local) {
    case .once(let instant), .twice(let instant, _): instant
    case .never: firstMoment(after: local)
    }
  }

  /// Whether the calendar here had the day; a zone that moves across the date line leaves one out.
  ///
  /// - Parameter day: the calendar day.
  /// - Returns: false for a day that was left out.
  public func has(_ day: Day) -> Bool { self.day(at: start(of: day)) == day }

  /// The first moment of a day here; of a day that was left out, the first after it.
  ///
  /// - Parameter day: the calendar day.
  /// - Returns: midnight, or the first moment after it where clocks skipped it.
  public func start(of day: Day) -> Instant {
    guard let midnight = LocalTime(day: day, millisecondOfDay: 0) else {
      return Instant(milliseconds: Int64(day.number) * Instant.millisecondsPerDay)
    }
    return firstMoment(of: midnight)
  }

  /// Halves the two days around a skipped time until the end of the gap is found.
  private func firstMoment(after local: LocalTime) -> Instant {
    let wall = Int64(local.day.number) * Instant.millisecondsPerDay + local.millisecondOfDay
    var before = wall - 26 * 3_600_000
    var reached = wall + 26 * 3_600_000
    while reached - before > 1 {
      let middle = before + (reached - before) / 2
      if localTime(at: Instant(milliseconds: middle)) < local {
        before = middle
      } else {
        reached = middle
      }
    }
    return Instant(milliseconds: reached)
  }
}
