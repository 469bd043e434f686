import Foundation
import Testing
import Time

/// Prompts by the clock on the wall, against a clock that is watched minute by minute.
@Suite struct LocalPromptTests {
  private func instant(_ text: String) throws -> Instant { try #require(Instant(text)) }

  @Test(arguments: [
    ("daily 09:00", 0...6, 540), ("monday 20:00", 0...0, 1200),
    ("wednesday,tuesday 08:30", 1...2, 510), ("Sunday 00:00", 6...6, 0),
  ])
  func `a prompt is read from its text`(
    text: String, weekdays: ClosedRange<Int>, minute: Int
  ) throws {
    let prompt = try #require(LocalPrompt(text))
    #expect(prompt.weekdays == Set(weekdays) && prompt.minuteOfDay == minute)
    #expect(LocalPrompt(prompt.description) == prompt)
  }

  @Test(arguments: [
    "", "daily", "daily 24:00", "daily 9:00", "fryday 09:00", "monday, 09:00", "daily 09:00 ",
  ])
  func `what is no prompt is refused`(text: String) { #expect(LocalPrompt(text) == nil) }

  @Test func `a prompt in the skipped hour comes when the clocks have moved`() throws {
    let berlin = try #require(Zone("Europe/Berlin"))
    let prompt = try #require(LocalPrompt("daily 02:30"))
    let day = try #require(Day("2024-03-31"))
    #expect(prompt.moment(on: day, in: berlin) == (try instant("2024-03-31T01:00:00Z")))
    let autumn = try #require(Day("2024-10-27"))
    #expect(prompt.moment(on: autumn, in: berlin) == (try instant("2024-10-27T00:30:00Z")))
  }

  @Test func `clocks that change at midnight neither lose nor double a prompt`() throws {
    let cairo = try #require(Zone("Africa/Cairo"))
    let midnight = try #require(LocalPrompt("daily 00:00"))
    // At midnight before Friday 2024-04-26 clocks showed 01:00 next.
    let day = try #require(Day("2024-04-26"))
    #expect(midnight.moment(on: day, in: cairo) == (try instant("2024-04-25T22:00:00Z")))
    let nuuk = try #require(Zone("America/Nuuk"))
    let late = try #require(LocalPrompt("daily 23:30"))
    // Clocks went from 23:00 of the 30th to 00:00 of the 31st.
    let eve = try #require(Day("2024-03-30"))
    #expect(late.moment(on: eve, in: nuuk) == (try instant("2024-03-31T01:00:00Z")))
    let next = late.next(after: try instant("2024-03-31T00:59:00Z"), in: nuuk)
    #expect(next?.day == eve)
  }

  @Test func `a day that a zone left out has no prompt and the days around it have one each`()
    throws
  {
    let apia = try #require(Zone("Pacific/Apia"))
    let prompt = try #require(LocalPrompt("daily 09:00"))
    let (first, last) = (try #require(Day("2011-12-28")), try #require(Day("2012-01-01")))
    let days = prompt.moments(on: first...last, in: apia).map(\.day.description)
    #expect(days == ["2011-12-28", "2011-12-29", "2011-12-31", "2012-01-01"])
    let left = try #require(Day("2011-12-30"))
    #expect(!apia.has(left) && apia.has(last))
    #expect(apia.start(of: left) == (try instant("2011-12-30T10:00:00Z")))
    #expect(apia.start(of: left) == apia.start(of: left.advanced(by: 1)))
  }

  @Test func `a day that a zone had twice has one prompt, on the first`() throws {
    // Alaska was sold and its calendar went from Friday 18 October 1867 to Friday 18 October 1867.
    let sitka = try #require(Zone("America/Sitka"))
    let prompt = try #require(LocalPrompt("daily 20:00"))
    let day = try #require(Day("1867-10-18"))
    let moments = prompt.moments(on: day.advanced(by: -1)...day.advanced(by: 1), in: sitka)
    #expect(moments.count == 3)
    let gaps = zip(moments, moments.dropFirst()).map { $1.moment.days(since: $0.moment) }
    #expect(gaps.map { $0.rounded() } == [1, 2])
  }

  @Test(arguments: ["daily 00:00", "daily 02:30", "daily 23:45", "monday 20:00"])
  func `outside all changes a prompt has its own time on the clock`(text: String) throws {
    let prompt = try #require(LocalPrompt(text))
    let zone = try #require(Zone("Asia/Kathmandu"))
    let first = try #require(Day("2026-01-01"))
    let moments = prompt.moments(on: first...first.advanced(by: 27), in: zone)
    #expect(moments.count == prompt.weekdays.count * 4)
    for (day, moment) in moments {
      let local = zone.localTime(at: moment)
      #expect(local.day == day && local.millisecondOfDay == Int64(prompt.minuteOfDay) * 60_000)
    }
  }
}
