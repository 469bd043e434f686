import Time

/// Writes days as people read them: `13 Aug 2012`.
enum DateText {
  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  static func month(_ number: Int) -> String {
    months.indices.contains(number - 1) ? months[number - 1] : "\(number)"
  }

  static func day(_ day: Day) -> String {
    let (year, month, number) = day.components
    return "\(number) \(self.month(month)) \(year)"
  }

  static func dayAndMonth(_ day: Day) -> String {
    let (_, month, number) = day.components
    return "\(number) \(self.month(month))"
  }

  static func range(_ days: ClosedRange<Day>) -> String {
    guard days.lowerBound != days.upperBound else { return day(days.lowerBound) }
    return "\(day(days.lowerBound)) to \(day(days.upperBound))"
  }
}
