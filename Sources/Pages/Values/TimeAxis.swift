import Charts
import Time

/// Places days on the horizontal axis of a chart.
struct TimeAxis {
  let origin: Day
  let last: Day

  /// The axis for all days between the first and the last of some, `nil` when there are none.
  init?(_ days: some Sequence<Day>) {
    var first: Day?
    var last: Day?
    for day in days {
      first = min(first ?? day, day)
      last = max(last ?? day, day)
    }
    guard let first, let last else { return nil }
    origin = first
    self.last = last
  }

  func position(_ day: Day) -> Double { Double(day.days(since: origin)) }

  /// The end of a stretch, which may still go on.
  func end(_ day: Day?) -> Double { day.map(position) ?? .infinity }

  var axis: DayAxis {
    let origin = origin
    // A margin of one part in sixty keeps first and last signs off the frame.
    let margin = max(1, position(last) / 60)
    return DayAxis(
      start: -margin, end: position(last) + margin, ticks: ticks,
      name: { DateText.day(origin.advanced(by: TimeAxis.whole($0))) })
  }

  private static func whole(_ position: Double) -> Int {
    guard position.isFinite, position.magnitude < 4_000_000 else { return 0 }
    return Int(position.rounded())
  }

  private var ticks: [DayAxis.Tick] {
    last.days(since: origin) <= 75 ? weeks : months
  }

  private var weeks: [DayAxis.Tick] {
    let span = last.days(since: origin)
    let step = span <= 6 ? 1 : span <= 35 ? 7 : 14
    return stride(from: 0, through: span, by: step).map { offset in
      DayAxis.Tick(Double(offset), DateText.dayAndMonth(origin.advanced(by: offset)))
    }
  }

  private var months: [DayAxis.Tick] {
    let (year, month, day) = origin.components
    let start = year * 12 + month - 1 + (day > 1 ? 1 : 0)
    let (lastYear, lastMonth, _) = last.components
    let count = lastYear * 12 + lastMonth - 1 - start
    let step =
      [1, 2, 3, 6, 12, 24, 60, 120, 600].first { count / $0 <= 6 } ?? (count / 72 + 1) * 12
    let first = step == 1 ? start : (start + step - 1) / step * step
    return stride(from: first, through: start + max(count, 0), by: step).compactMap { index in
      let number = index % 12 + 1
      guard let day = Day(year: index / 12, month: number, day: 1) else { return nil }
      let isNewYear = index == first || number == 1
      let name = DateText.month(number)
      return DayAxis.Tick(position(day), isNewYear ? "\(name) \(index / 12)" : name)
    }
  }
}
