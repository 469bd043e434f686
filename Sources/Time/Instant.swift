/// A moment in universal time, exact to the millisecond.
///
/// An instant is a count of milliseconds, so that it survives every round trip through text and
/// storage to the bit. Its text form is ISO 8601 in UTC with three decimals:
/// `2026-03-01T07:30:00.000Z`.
public struct Instant: Hashable, Sendable {
  /// Milliseconds since 1970-01-01T00:00:00Z, leap seconds not counted.
  public let milliseconds: Int64

  /// The instants that have a four-digit year: 0001-01-01 to 9999-12-31.
  public static let range =
    Instant(
      unchecked: -62_135_596_800_000)...Instant(
      unchecked: 253_402_300_799_999)

  private init(unchecked milliseconds: Int64) { self.milliseconds = milliseconds }

  /// Creates an instant from a count of milliseconds.
  ///
  /// - Parameter milliseconds: milliseconds since 1970-01-01T00:00:00Z; values outside ``range`` are
  ///   moved to its nearer end.
  public init(milliseconds: Int64) {
    self.milliseconds = min(
      max(milliseconds, Instant.range.lowerBound.milliseconds),
      Instant.range.upperBound.milliseconds)
  }

  /// Moves the instant by a number of 24-hour days.
  ///
  /// - Parameter days: the distance in days, negative for earlier; not finite counts as none.
  /// - Returns: the moved instant, held within ``range``.
  public func advanced(byDays days: Double) -> Instant {
    guard days.isFinite else { return self }
    let distance = min(max(days, -8e6), 8e6) * Double(Instant.millisecondsPerDay)
    return Instant(milliseconds: milliseconds + Int64(distance.rounded()))
  }

  /// The distance to an earlier instant in 24-hour days.
  ///
  /// - Parameter earlier: the instant to count from.
  /// - Returns: days from `earlier` to this instant, negative when `earlier` is later.
  public func days(since earlier: Instant) -> Double {
    Double(milliseconds - earlier.milliseconds) / Double(Instant.millisecondsPerDay)
  }

  static let millisecondsPerDay: Int64 = 86_400_000
}

extension Instant: Comparable {
  public static func < (left: Instant, right: Instant) -> Bool {
    left.milliseconds < right.milliseconds
  }
}

extension Instant: LosslessStringConvertible {
  /// Reads an ISO 8601 instant with an explicit offset.
  ///
  /// - Parameter text: a date, `T`, a time with optional seconds and up to nine decimals of a second
  ///   (digits past the third are dropped), then `Z` or an offset such as `+02:00`.
  public init?(_ text: String) {
    var reader = DigitReader(text)
    guard let day = reader.day(), reader.take("T") || reader.take("t") || reader.take(" "),
      let time = reader.time(), let offset = reader.offset(), reader.isAtEnd
    else { return nil }
    let local = Int64(day.number) * Instant.millisecondsPerDay + time
    self.init(milliseconds: local - offset * 60_000)
  }

  public var description: String {
    let (number, rest) = milliseconds.flooredDivision(by: Instant.millisecondsPerDay)
    let (year, month, day) = Day(number: Int(number)).components
    let (second, milli) = (Int(rest / 1000), Int(rest % 1000))
    // The years of instants have four digits, so the text has 24 characters.
    return String(unsafeUninitializedCapacity: 24) { buffer in
      var digits = DigitWriter(buffer)
      digits.write(year, width: 4, then: "-")
      digits.write(month, width: 2, then: "-")
      digits.write(day, width: 2, then: "T")
      digits.write(second / 3600, width: 2, then: ":")
      digits.write(second / 60 % 60, width: 2, then: ":")
      digits.write(second % 60, width: 2, then: ".")
      digits.write(milli, width: 3, then: "Z")
      return digits.count
    }
  }
}

extension Instant: Codable {
  public init(from decoder: any Decoder) throws {
    self = try decoder.singleText(as: Instant.self, expected: "an ISO 8601 instant with an offset")
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
