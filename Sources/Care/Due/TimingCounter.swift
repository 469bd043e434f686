import Knowledge
import Time

/// Counts, for one thing and one course, when it is due next.
///
/// What was done meets the dates that it comes near to: a date at a fixed distance counts as met by
/// anything done in the second half of the time since the date before it, so that something done
/// early is not asked for again. One measurement meets all dates that had come by then. Repeated
/// measurements are counted from the last one. Where a condition is open, every interval that may
/// apply counts, and the days run from the earliest to the latest of them.
struct TimingCounter {
  let stretch: TreatmentStretch
  let today: Day
  let timings: [CalendarTiming]
  /// What is known of the statements.
  let truth: (StatementID) -> Truth
  let baselineWeeks: Int

  /// A date, with the statements that were left open and the last day that is right at all.
  struct Next: Hashable {
    var days: ClosedRange<Day>
    var limit: Day?
    var open: [StatementID] = []
  }

  /// The dated occurrence that comes next, given the days on which it was done.
  ///
  /// - Parameter done: the days, in order.
  /// - Returns: the occurrence; nil when nothing more is asked for.
  func next(after done: [Day]) -> Next? {
    if case .ended(let end) = stretch.state { return nextAfterEnd(end, done) }
    let own = done.filter { $0 >= stretch.start.advanced(by: -7 * baselineWeeks) }
    let fixed = milestones().first { !isMet($0, own) }
    let change = change(own)
    var candidates = [change, visit(own), sessions(own), atOnce(own)].compactMap(\.self)
    if let fixed {
      candidates.append(Next(days: fixed.days))
    } else if let repeated = repeated(own),
      change == nil || repeated.days.upperBound < stretch.changes.last ?? stretch.start
    {
      // What is due after a change takes the place of the repetition, unless that was overdue before.
      candidates.append(repeated)
    }
    return candidates.min {
      ($0.days.lowerBound, $0.days.upperBound) < ($1.days.lowerBound, $1.days.upperBound)
    }
  }

  /// What hangs on no date.
  var undated: [DueTime] {
    var times: [DueTime] = []
    if case .ended = stretch.state { return [] }
    for timing in timings where isPossible(timing) && holds(timing, on: today) {
      let time: DueTime? =
        switch timing.kind {
        case .eachContact: .eachContact
        case .eachSession: .eachSession
        case .noInterval: .noInterval
        case .afterSessions(let counts):
          counts.first { $0 > stretch.sessions.count }
            .map { .afterSessions($0, soFar: stretch.sessions.count) }
        default: nil
        }
      if let time, !times.contains(time) { times.append(time) }
    }
    return times
  }

  // MARK: Conditions

  func isPossible(_ timing: CalendarTiming) -> Bool {
    !timing.required.contains { truth($0) == .no }
      && !timing.excluded.contains { truth($0) == .yes }
  }

  func open(_ timing: CalendarTiming) -> [StatementID] {
    (timing.required + timing.excluded).filter { truth($0) == .unknown }
  }

  func holds(_ timing: CalendarTiming, on day: Day) -> Bool {
    let from = stretch.start.advanced(by: timing.from ?? 0, timing.unit)
    guard timing.from == nil || day >= from else { return false }
    return timing.until.map { day < stretch.start.advanced(by: $0, timing.unit) } ?? true
  }

  // MARK: Fixed distances

  /// A date at a fixed distance from the start, and the first day on which doing it meets it.
  struct Milestone {
    let days: ClosedRange<Day>
    let metFrom: Day
  }

  /// The dates in order.
  func milestones() -> [Milestone] {
    let windows = timings.filter(isPossible).flatMap { timing -> [ClosedRange<Day>] in
      guard case .at(let distances) = timing.kind else { return [] }
      return distances.map { stretch.start.days(after: $0, timing.unit) }
    }.sorted { $0.lowerBound < $1.lowerBound }
    var previous = stretch.start
    return windows.map { days in
      let isBaseline = days.lowerBound == stretch.start
      let gap = days.lowerBound.days(since: previous)
      previous = days.lowerBound
      return Milestone(
        days: days,
        metFrom: days.lowerBound.advanced(by: isBaseline ? -7 * baselineWeeks : -(gap / 2)))
    }
  }

  private func isMet(_ milestone: Milestone, _ done: [Day]) -> Bool {
    (done.last.map { $0 >= milestone.metFrom }) ?? false
  }
}

extension Day {
  /// The days from the fewest to the most weeks, months or years later.
  func days(after count: ClosedRange<Int>, _ unit: MeasurementInterval.Unit) -> ClosedRange<Day> {
    let first = advanced(by: count.lowerBound, unit)
    return first...max(first, advanced(by: count.upperBound, unit))
  }

  /// The day a number of weeks, months or years later.
  func advanced(by count: Int, _ unit: MeasurementInterval.Unit) -> Day {
    switch unit {
    case .weeks: advanced(by: 7 * count)
    case .months: advanced(byMonths: count)
    case .years: advanced(byMonths: 12 * count)
    }
  }
}
