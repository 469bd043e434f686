import Foundation
import Testing
import Time

@Suite struct ZoneTests {
  @Test(arguments: ["Europe/Nowhere", "", "GMT+2", "+02:00", "EST", "Mars/Olympus"])
  func `a zone that does not exist is refused`(name: String) {
    #expect(Zone(name) == nil)
  }

  @Test func `an hour that clocks skip never occurs`() throws {
    let berlin = try #require(Zone("Europe/Berlin"))
    let skipped = try #require(LocalTime("2024-03-31T02:30:00"))
    #expect(berlin.resolve(skipped) == .never)
  }

  @Test func `an hour that clocks repeat occurs twice, an hour apart`() throws {
    let berlin = try #require(Zone("Europe/Berlin"))
    let repeated = try #require(LocalTime("2024-10-27T02:30:00"))
    let earlier = try #require(Instant("2024-10-27T00:30:00Z"))
    let later = try #require(Instant("2024-10-27T01:30:00Z"))
    #expect(berlin.resolve(repeated) == .twice(earlier: earlier, later: later))
  }

  @Test func `in every zone each instant resolves back from its own local time`() throws {
    let start = try #require(Instant("2024-01-01T00:00:00Z"))
    for name in TimeZone.knownTimeZoneIdentifiers where name.contains("/") {
      let zone = try #require(Zone(name))
      for step in 0..<400 {
        let instant = start.advanced(byDays: Double(step) * 0.91)
        switch zone.resolve(zone.localTime(at: instant)) {
        case .once(let found): #expect(found == instant, "\(name)")
        case .twice(let earlier, let later):
          #expect(instant == earlier || instant == later, "\(name)")
        case .never: Issue.record("\(name): \(instant) shows a time that never was")
        }
      }
    }
  }
}
