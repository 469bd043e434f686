import Foundation
import Testing
import Time

@Suite struct DayTests {
  @Test func `every day of eight centuries equals Foundation's Gregorian calendar`() throws {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = try #require(TimeZone(identifier: "UTC"))
    for number in stride(from: -140_000, through: 150_000, by: 13) {
      let date = Date(timeIntervalSince1970: Double(number) * 86_400)
      let expected = calendar.dateComponents([.year, .month, .day, .weekday], from: date)
      let day = Day(number: number)
      #expect(day.components.year == expected.year)
      #expect(day.components.month == expected.month)
      #expect(day.components.day == expected.day)
      #expect((day.weekday + 1) % 7 + 1 == expected.weekday)
      #expect(Day(day.description) == day)
    }
  }

  @Test(arguments: [
    "2023-02-29", "1900-02-29", "2024-13-01", "2024-00-10", "2024-1-1", "24-01-01", "2024-01-01x",
    "", "2024-01-32", "0000-01-01",
  ])
  func `a date that does not exist is refused`(text: String) {
    #expect(Day(text) == nil)
  }

  @Test func `arithmetic is held within four-digit years`() {
    #expect(Day(number: .max) == Day("9999-12-31"))
    #expect(Day(number: .min) == Day("0001-01-01"))
    #expect(Day.range.upperBound.advanced(by: .max) == Day("9999-12-31"))
  }
}

@Suite struct MonthTests {
  @Test(arguments: [
    ("2026-01-31", 1, "2026-02-28"), ("2024-01-31", 1, "2024-02-29"),
    ("2026-03-02", 12, "2027-03-02"),
    ("2026-11-30", 3, "2027-02-28"), ("2026-03-31", -1, "2026-02-28"),
    ("2026-03-02", -15, "2024-12-02"),
    ("9999-06-01", 12, "9999-12-31"), ("0001-01-01", -1, "0001-01-01"),
  ])
  func `months are counted on the calendar`(from: String, months: Int, to: String) throws {
    #expect(try #require(Day(from)).advanced(byMonths: months) == Day(to))
  }
}
