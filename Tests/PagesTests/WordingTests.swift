import Care
import Charts
import Knowledge
import PatientRecord
import TestKit
import Testing
import Time

@testable import Pages

/// Words and numbers as people read them.
struct WordingTests {
  @Test(arguments: [
    (0.0, "<1 %"), (0.0099, "<1 %"), (0.01, "about 1 %"), (0.0449, "about 4 %"),
    (0.124, "about 10 %"), (0.5, "about 50 %"), (0.79, "about 80 %"), (0.95, "about 95 %"),
    (0.99, "about 99 %"), (0.9901, ">99 %"), (1, ">99 %"), (.nan, "unknown"),
  ])
  func `a probability is never certain`(share: Double, text: String) {
    #expect(ShareText.about(share) == text)
  }

  @Test(arguments: [("2012-08-13", "13 Aug 2012"), ("2026-02-01", "1 Feb 2026")])
  func `a day is written with its month`(iso: String, text: String) throws {
    #expect(DateText.day(try #require(Day(iso))) == text)
  }

  @Test(arguments: [
    (0, "0"), (999, "999"), (1000, "1,000"), (1_234_567, "1,234,567"), (-1476, "−1,476"),
  ])
  func `counts are grouped in threes`(count: Int, text: String) {
    #expect(CountText.grouped(count) == text)
  }

  @Test(
    arguments: [
      ([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c"),
    ] as [([String], String)])
  func `a list ends with and`(words: [String], text: String) {
    #expect(CountText.list(words) == text)
  }

  @Test(arguments: [
    ("mood_down", "Mood down"), ("sleepQuality", "Sleep quality"), ("mood", "Mood"), ("", ""),
    ("PHQ", "PHQ"),
  ])
  func `an identifier becomes words`(identifier: String, text: String) {
    #expect(ItemText.words(identifier) == text)
  }

  @Test(arguments: [(0.0, 1.0, "0.46"), (1, 7, "0.5"), (0, 100, "0")])
  func `a scale decides its decimals`(low: Double, high: Double, text: String) throws {
    let scale = try RatingScale(minimum: low, maximum: high, direction: .neutral)
    #expect(ScaleText(scale: scale).value(0.456) == text)
  }

  @Test func `a forecast is held within its scale`() throws {
    let text = ScaleText(scale: try .tenPoints())
    #expect(text.possible(-3...4) == 0...4)
    #expect(text.possible(12...14) == 10...10)
    #expect(text.possible(-Double.infinity...Double.infinity) == 0...10)
  }

  @Test func `lines are wrapped at words and nothing is lost`() {
    let lines = PlainText.wrapped("one two three four", to: 9)
    #expect(lines == ["one two", "three", "four"])
    #expect(PlainText.wrapped("extraordinary", to: 4) == ["extraordinary"])
  }

  @Test func `a terminal gets no control characters`() {
    var text = PlainText()
    text.paragraph("a\u{1B}[31mb")
    #expect(text.text == "a [31mb\n")
  }

  @Test func `an axis has at most eight ticks whatever it spans`() throws {
    let start = try #require(Day("2024-11-15"))
    for span in [0, 1, 6, 7, 30, 75, 76, 200, 365, 800, 4000, 40_000, 700_000] {
      let axis = try #require(TimeAxis([start, start.advanced(by: span)]))
      #expect((1...8).contains(axis.axis.ticks.count), "\(span) days")
    }
    #expect(TimeAxis([Day]()) == nil)
  }
}
