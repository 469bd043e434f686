import Foundation
import JSON
import Knowledge
import PatientRecord
import Testing

@testable import Care
@testable import Pages

/// What an item did at a change of treatment, in words.
struct EffectWordsTests {
  private func text(_ part: EffectsPart, for audience: Audience = .clinician) throws -> String {
    try Fixture.text([.effects(part)], for: audience)
      .split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  @Test func `a clear difference is told with its change, interval and direction`() throws {
    let text = try text(EffectFixture.clear())
    #expect(
      text.contains(
        "After the dose of Examplomine was lowered from 137.5 to 62.5 mg a day on 22 Mar 2026, "
          + "“Mood” was 2.0 points higher (95 % interval +"))
    #expect(text.contains(", the better direction."))
    #expect(text.contains("If something changed, it did so on 22 Mar 2026."))
    #expect(text.contains("Holds in 1 of 2 specifications."))
    #expect(text.contains("2 other changes of treatment are not asked about here."))
  }

  @Test func `what else happened is named with its day`() throws {
    let text = try text(EffectFixture.clear())
    #expect(text.contains("At about the same time: a move of house (25 Mar 2026)."))
    #expect(!text.contains("an old event"))
  }

  @Test func `an interval that holds 0 is no clear difference`() throws {
    let text = try text(EffectFixture.none())
    #expect(
      text.contains("After “Group course” began on 22 Mar 2026, there was no clear difference"))
    #expect(text.contains("which holds 0"))
    #expect(!text.contains("the better direction"))
    #expect(text.contains("cannot be put down to this date"))
  }

  @Test func `a difference that came at another time is not put down to the change`() throws {
    let text = try text(EffectFixture.late())
    #expect(text.contains("Examplomine was set to 20 mg a day"))
    #expect(text.contains("do not include it: the difference cannot be put down to this date."))
    let json = try Fixture.json([.effects(try EffectFixture.late())], for: .clinician)
    let analysis = json["parts"]?[0]?["effects"]?[0]?["analysis"]?["value"]
    #expect(analysis?["otherDates"]?["value"]?["isAmongLikely"] == .bool(false))
    #expect(analysis?["otherDates"]?["value"]?["likeliestDay"] == .string("2026-03-29"))
  }

  @Test func `sessions fade, with the time that fits best`() throws {
    let text = try text(EffectFixture.fading())
    #expect(text.contains("Right after each of 3 sessions of TMS, 14 Mar 2026 to 30 Mar 2026"))
    #expect(text.contains("The difference is taken to fade between sessions"))
    #expect(
      try self.text(EffectFixture.fading(), for: .researcher).contains("Time constant 30 days"))
  }

  @Test func `too few days after a change are refused by name`() throws {
    let text = try text(EffectFixture.refused())
    #expect(text.contains("nothing can be said of Mood. Not enough days yet for an effect"))
  }

  @Test func `a patient never sees an effect`() throws {
    for part in [try EffectFixture.clear(), try EffectFixture.fading()] {
      #expect(try !text(part, for: .patient).contains("points higher"))
      #expect(try Fixture.json([.effects(part)], for: .patient)["parts"]?[0] == nil)
    }
  }

  @Test func `the picture shows all dates and marks the one that was asked about`() throws {
    let page = try Fixture.html([.effects(try EffectFixture.clear())], for: .clinician)
    #expect(page.contains("Difference if it had come then"))
    #expect(page.contains("The mark stands at 22 Mar 2026"))
  }

  @Test func `at a glance stands only what leaves out 0`() throws {
    let sure = try Fixture.text([.effects(try EffectFixture.clear())], for: .clinician)
    let unsure = try Fixture.text([.effects(try EffectFixture.none())], for: .clinician)
    #expect(sure.contains("At a glance"))
    #expect(!unsure.contains("At a glance"))
  }
}
