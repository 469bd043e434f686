extension Day {
  /// The same day of the month a number of months later, or the last day of a month that is
  /// shorter; held within ``range``.
  ///
  /// - Parameter months: the distance in months, negative for earlier.
  /// - Returns: the moved day.
  public func advanced(byMonths months: Int) -> Day {
    let (year, month, day) = components
    let count = year * 12 + month - 1 + min(max(months, -200_000), 200_000)
    let (newYear, rest) = Int64(count).flooredDivision(by: 12)
    let (targetYear, targetMonth) = (Int(newYear), Int(rest) + 1)
    guard targetYear >= 1 else { return Day.range.lowerBound }
    guard targetYear <= 9999 else { return Day.range.upperBound }
    let last = Day.length(ofMonth: targetMonth, year: targetYear)
    return Day(year: targetYear, month: targetMonth, day: min(day, last)) ?? self
  }
}
