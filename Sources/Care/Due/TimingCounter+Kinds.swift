import Knowledge
import Time

/// Each kind of timing by itself.
extension TimingCounter {
  // MARK: After changes and sessions

  func change(_ done: [Day]) -> Next? {
    guard let last = stretch.changes.last(where: { $0 <= max(today, stretch.start) }) else {
      return nil
    }
    for timing in timings where isPossible(timing) {
      guard case .afterChange(let count) = timing.kind else { continue }
      let days = last.days(after: count, timing.unit)
      let half = days.lowerBound.days(since: last) / 2
      if !done.contains(where: { $0 >= days.lowerBound.advanced(by: -half) }) {
        return Next(days: days, open: open(timing))
      }
    }
    return nil
  }

  func atOnce(_ done: [Day]) -> Next? {
    let isAsked = timings.contains { $0.kind == .atOnce }
    guard isAsked, !done.contains(where: { $0 >= stretch.start }) else { return nil }
    return Next(days: stretch.start...stretch.start)
  }

  /// The day of the session that reached a count, until it is met.
  func sessions(_ done: [Day]) -> Next? {
    for timing in timings where isPossible(timing) {
      guard case .afterSessions(let counts) = timing.kind,
        let reached = counts.last(where: { $0 <= stretch.sessions.count })
      else { continue }
      let before = counts.last { $0 < reached } ?? 0
      let metFrom = stretch.sessions[max(reached - 1 - (reached - before) / 2, 0)]
      let day = stretch.sessions[reached - 1]
      if !done.contains(where: { $0 >= metFrom }) { return Next(days: day...day) }
    }
    return nil
  }

  // MARK: Visits

  /// The next visit of a week that is not over: so many to a week, each in its own part of it.
  func visit(_ done: [Day]) -> Next? {
    for timing in timings where isPossible(timing) {
      guard case .visitsPerWeek(let count) = timing.kind,
        let next = visit(done, count: count, timing)
      else { continue }
      return next
    }
    return nil
  }

  private func visit(_ done: [Day], count: Int, _ timing: CalendarTiming) -> Next? {
    let begin = stretch.start.advanced(by: timing.from ?? 0, timing.unit)
    let end = timing.until.map { stretch.start.advanced(by: $0, timing.unit) }
    var week = begin.advanced(by: max(0, today.days(since: begin) / 7) * 7)
    for _ in 0..<520 {
      if let end, week >= end { return nil }
      let given = done.count { $0 >= week && $0 < week.advanced(by: 7) }
      if given < count {
        let first = week.advanced(by: 7 * given / count)
        let last = week.advanced(by: 7 * (given + 1) / count - 1)
        // Two visits never fall on one day.
        let free = max(first, done.last.map { $0.advanced(by: 1) } ?? first)
        return Next(days: free...max(free, last))
      }
      week = week.advanced(by: 7)
    }
    return nil
  }

  // MARK: Repetition

  func repeated(_ done: [Day]) -> Next? {
    let base = max(done.last ?? stretch.start, stretch.start)
    let rules = timings.filter { timing in
      guard case .every = timing.kind else { return false }
      return isPossible(timing)
        && timing.until.map { base < stretch.start.advanced(by: $0, timing.unit) } ?? true
    }
    let now = rules.filter { holds($0, on: base) }
    // What holds only from a later day counts where nothing else does.
    return (now.isEmpty ? rules : now).reduce(nil) { next, timing in
      guard case .every(let count) = timing.kind else { return next }
      let from = timing.from.map { stretch.start.advanced(by: $0, timing.unit) } ?? base
      let soonest = max(base.advanced(by: count.lowerBound, timing.unit), from)
      let latest = max(base.advanced(by: count.upperBound, timing.unit), from)
      return merge(next, soonest...latest, timing, base)
    }
  }

  private func merge(
    _ next: Next?, _ days: ClosedRange<Day>, _ timing: CalendarTiming, _ base: Day
  ) -> Next {
    let limit = timing.limitWeeks.map { base.advanced(by: 7 * $0) }
    guard var merged = next else { return Next(days: days, limit: limit, open: open(timing)) }
    merged.days =
      min(merged.days.lowerBound, days.lowerBound)...max(merged.days.upperBound, days.upperBound)
    merged.limit = [merged.limit, limit].compactMap(\.self).max()
    merged.open += open(timing).filter { !merged.open.contains($0) }
    return merged
  }

  // MARK: The end

  func nextAfterEnd(_ end: Day, _ done: [Day]) -> Next? {
    var candidates: [Next] = []
    for timing in timings where isPossible(timing) {
      switch timing.kind {
      case .atEnd:
        let metFrom = stretch.sessions.last.map { min($0, end) } ?? end
        if !done.contains(where: { $0 >= metFrom }) { candidates.append(Next(days: end...end)) }
      case .afterEnd(let count):
        let days = end.days(after: count, timing.unit)
        let metFrom = end.advanced(by: days.lowerBound.days(since: end) / 2)
        if !done.contains(where: { $0 >= metFrom }) { candidates.append(Next(days: days)) }
      default: break
      }
    }
    // The one at the end is past as soon as the one after the end has come.
    return candidates.last { $0.days.lowerBound <= today } ?? candidates.first
  }
}
