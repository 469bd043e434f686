import Testing
import Time

@Suite struct InstantTests {
  @Test(arguments: [
    ("1970-01-01T00:00:00Z", Int64(0)), ("2012-08-13T08:58:00.000+02:00", 1_344_841_080_000),
    ("1969-12-31T23:59:59.999Z", -1), ("2000-02-29T12:00Z", 951_825_600_000),
    ("2026-03-01T07:30:00.123456789Z", 1_772_350_200_123),
  ])
  func `reads ISO 8601 with an offset`(text: String, milliseconds: Int64) throws {
    let instant = try #require(Instant(text))
    #expect(instant.milliseconds == milliseconds)
    #expect(Instant(instant.description) == instant)
  }

  @Test(arguments: [
    "2026-03-01", "2026-03-01T07:30:00", "2026-03-01T24:00:00Z", "2026-03-01T07:60:00Z",
    "2026-03-01T07:30:60Z", "2026-03-01T07:30:00.Z", "2026-03-01T07:30:00+2:00", "x",
    "2026-03-01T07:30:00Z ",
  ])
  func `refuses what is not an instant`(text: String) {
    #expect(Instant(text) == nil)
  }

  @Test func `moves by days and says how far apart two instants are`() throws {
    let start = try #require(Instant("2026-03-01T00:00:00Z"))
    #expect(start.advanced(byDays: 1.5).description == "2026-03-02T12:00:00.000Z")
    #expect(start.advanced(byDays: 1.5).days(since: start) == 1.5)
    #expect(start.advanced(byDays: .nan) == start)
    #expect(start.advanced(byDays: .infinity) == start)
    #expect(start.advanced(byDays: 1e300) == Instant.range.upperBound)
  }
}
