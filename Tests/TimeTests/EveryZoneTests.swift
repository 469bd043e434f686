import Foundation
import Testing
import Time

/// Every zone of the database, around every change of its clocks from 2024 to 2030.
///
/// Between changes an offset is constant and nothing can go wrong that does not go wrong always, so
/// only the days around changes are walked.
@Suite struct EveryZoneTests {
  /// A change of clocks: minutes since 1970, and minutes east of Greenwich before and after.
  struct Change: Hashable {
    let minute: Int
    let before: Int
    let after: Int
  }

  /// The prompts that a person who looks at the clock each minute would see.
  ///
  /// A prompt comes in the first minute in which calendar and clock have reached it.
  struct WatchedClock {
    private let first: Int
    /// The minute at which each minute of local time was reached first.
    private var reached: [Int] = []

    init(_ change: Change) {
      let span = (change.minute - 4320)...(change.minute + 5760)
      first = span.lowerBound + change.before
      for minute in span {
        let local = minute + (minute < change.minute ? change.before : change.after) - first
        while reached.count <= local { reached.append(minute) }
      }
    }

    func minute(ofDay day: Int, _ minuteOfDay: Int) -> Int? {
      let local = day * 1440 + minuteOfDay - first
      return reached.indices.contains(local) ? reached[local] : nil
    }
  }

  private static func offset(_ zone: Zone, _ minute: Int) -> Int {
    zone.offset(at: Instant(milliseconds: Int64(minute) * 60_000)) / 60
  }

  /// The changes of a zone from 2024 to 2030, found by looking every five days and halving.
  private static func changes(of zone: Zone) -> [Change] {
    let (first, last) = (28_401_120, 32_083_200)
    var changes: [Change] = []
    var (low, before) = (first, offset(zone, first))
    while low < last {
      let high = low + 7200
      let after = offset(zone, high)
      if after != before {
        var (left, right) = (low, high)
        while right - left > 1 {
          let middle = (left + right) / 2
          if offset(zone, middle) == before { left = middle } else { right = middle }
        }
        changes.append(Change(minute: right, before: before, after: after))
      }
      (low, before) = (high, after)
    }
    return changes
  }

  /// Around midnight, around the change, in the middle of what it skips or repeats, and at nine.
  private static func times(of change: Change) -> [Int] {
    let (wall, moved) = (change.minute + change.before, change.minute + change.after)
    let around = [wall - 1, wall, (wall + moved) / 2, moved - 1, moved].map {
      (($0 % 1440) + 1440) % 1440
    }
    return Array(Set(around + [0, 540, 1439])).sorted()
  }

  /// Asks a way of scheduling for prompts from two days before a change to two days after, and counts
  /// the days on which they differ from what the watched clock shows.
  private static func faults(
    _ zone: Zone, _ change: Change, _ clock: WatchedClock,
    next: (LocalPrompt, Instant) -> (day: Day, moment: Instant)?
  ) -> Int {
    var faults = 0
    for time in times(of: change) {
      guard let prompt = LocalPrompt(hour: time / 60, minute: time % 60) else { return .max }
      let middle = (change.minute + change.before) / 1440
      guard let begin = clock.minute(ofDay: middle - 1, time) else { return .max }
      var now = Instant(milliseconds: Int64(begin - 1) * 60_000)
      for day in (middle - 1)...(middle + 2) {
        guard let found = next(prompt, now) else { return .max }
        let expected = clock.minute(ofDay: day, time).map { Int64($0) * 60_000 }
        if found.day.number != day || found.moment.milliseconds != expected { faults += 1 }
        now = found.moment
      }
    }
    return faults
  }

  @Test func `in every zone each prompt comes exactly once around every change`() throws {
    var clocks: [Change: WatchedClock] = [:]
    var (zones, changed, changes, naiveFaults) = (0, 0, 0, 0)
    for name in TimeZone.knownTimeZoneIdentifiers.sorted() where name.contains("/") {
      let zone = try #require(Zone(name))
      let found = Self.changes(of: zone)
      zones += 1
      changed += found.isEmpty ? 0 : 1
      changes += found.count
      for change in found {
        let clock = clocks[change] ?? WatchedClock(change)
        clocks[change] = clock
        let faults = Self.faults(zone, change, clock) { $0.next(after: $1, in: zone) }
        #expect(faults == 0, "\(name) at minute \(change.minute)")
        // The control: whoever adds 24 hours to the last prompt is wrong at the change.
        var last: (day: Day, moment: Instant)?
        let naive = Self.faults(zone, change, clock) { prompt, now in
          guard let previous = last, previous.moment == now else {
            last = prompt.next(after: now, in: zone)
            return last
          }
          last = (previous.day.advanced(by: 1), now.advanced(byDays: 1))
          return last
        }
        if naive > 0 { naiveFaults += 1 }
      }
    }
    #expect(zones > 400 && changed > 100 && changes > 1500, "\(zones), \(changed), \(changes)")
    #expect(naiveFaults == changes)
  }
}
