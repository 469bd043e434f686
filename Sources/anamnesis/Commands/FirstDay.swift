import ArgumentParser
import Time

/// The day on which an invented record begins.
struct FirstDay: ExpressibleByArgument, CustomStringConvertible {
  let day: Day

  /// A Monday. It is fixed, so that the same command gives the same record on every day.
  init() { day = Day(year: 2026, month: 1, day: 5) ?? Day(number: 0) }

  init?(argument: String) {
    // Room for the longest record and whatever is computed beyond it.
    guard let day = Day(argument), (1900...2900).contains(day.components.year) else { return nil }
    self.day = day
  }

  var description: String { day.description }
}
