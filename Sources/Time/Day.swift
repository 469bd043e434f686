/// A day of the proleptic Gregorian calendar, without a time or a zone.
///
/// Days are counted, so their difference is exact whatever the clocks did: a day of 23 or 25 hours
/// is one day. Its text form is ISO 8601: `2026-03-01`.
public struct Day: Hashable, Sendable {
  /// Days since 1970-01-01.
  public let number: Int

  /// The days that have a four-digit year: 0001-01-01 to 9999-12-31.
  public static let range = Day(unchecked: -719_162)...Day(unchecked: 2_932_896)

  private init(unchecked number: Int) { self.number = number }

  /// Creates a day from its count.
  ///
  /// - Parameter number: days since 1970-01-01; values outside ``range`` are moved to its nearer end.
  public init(number: Int) {
    self.number = min(max(number, Day.range.lowerBound.number), Day.range.upperBound.number)
  }

  /// Creates a day from year, month and day of the month.
  ///
  /// - Parameters:
  ///   - year: 1 to 9999.
  ///   - month: 1 to 12.
  ///   - day: 1 to the length of the month.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= Day.length(ofMonth: month, year: year)
    else { return nil }
    // Counts days from 0000-03-01, so that the leap day ends the shifted year.
    let shifted = month <= 2 ? year - 1 : year
    let era = shifted / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    self.init(number: era * 146_097 + dayOfEra - 719_468)
  }

  /// Year, month and day of the month.
  public var components: (year: Int, month: Int, day: Int) {
    let shifted = number + 719_468
    let era = shifted / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
    let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }

  /// The day of the week, 0 for Monday to 6 for Sunday.
  public var weekday: Int { Int((Int64(number) + 3).flooredDivision(by: 7).remainder) }

  /// The day a number of days later, held within ``range``.
  ///
  /// - Parameter days: the distance in days, negative for earlier.
  /// - Returns: the moved day.
  public func advanced(by days: Int) -> Day {
    Day(number: number + min(max(days, -4_000_000), 4_000_000))
  }

  /// The distance to an earlier day.
  ///
  /// - Parameter earlier: the day to count from.
  /// - Returns: whole days from `earlier` to this day, negative when `earlier` is later.
  public func days(since earlier: Day) -> Int { number - earlier.number }

  static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}

extension Day: Comparable {
  public static func < (left: Day, right: Day) -> Bool { left.number < right.number }
}

extension Day: LosslessStringConvertible {
  /// Reads an ISO 8601 calendar date.
  ///
  /// - Parameter text: four digits of year, two of month, two of day, separated by hyphens.
  public init?(_ text: String) {
    var reader = DigitReader(text)
    guard let day = reader.day(), reader.isAtEnd else { return nil }
    self = day
  }

  public var description: String {
    let (year, month, day) = components
    return String(unsafeUninitializedCapacity: 11) { buffer in
      var digits = DigitWriter(buffer)
      digits.write(year, width: 4, then: "-")
      digits.write(month, width: 2, then: "-")
      digits.write(day, width: 2)
      return digits.count
    }
  }
}

extension Day: Codable {
  public init(from decoder: any Decoder) throws {
    self = try decoder.singleText(as: Day.self, expected: "an ISO 8601 date such as 2026-03-01")
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
