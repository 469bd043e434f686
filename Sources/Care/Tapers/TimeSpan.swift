/// A length of time as people write it, such as `2w`, `18m` or `3y`.
public struct TimeSpan: Hashable, Sendable {
  /// The days; a month is a twelfth of a year of 365.25 days.
  public let days: Double

  private static let daysOfUnit: [Character: Double] = [
    "d": 1, "w": 7, "m": 365.25 / 12, "y": 365.25,
  ]

  /// Reads a number with a unit.
  ///
  /// - Parameter text: a decimal number and d, w, m or y.
  /// - Throws: an error that says what cannot be read.
  public init(reading text: String) throws(TaperError) {
    let trimmed = text.filter { !$0.isWhitespace }.lowercased()
    let number = trimmed.dropLast()
    guard let unit = trimmed.last, let days = Self.daysOfUnit[unit],
      number.allSatisfy({ $0.isASCII && ($0.isNumber || $0 == ".") }), let value = Double(number)
    else { throw .unreadableTime(text, allowed: "it such as 10d, 2w, 18m or 3y") }
    guard value <= 1_000 else {
      throw .outOfRange("a length of time", given: text, allowed: "a number up to 1000")
    }
    self.days = value * days
  }

  /// The years.
  public var years: Double { days / 365.25 }

  /// The days, to the nearest whole one.
  public var wholeDays: Int { Int(days.rounded()) }
}
