import Foundation
import JSON
import Knowledge
import PatientRecord
import TestKit
import Testing

@testable import Care
@testable import Inference
@testable import Pages

/// What goes together, in words: every state there is.
struct PatternWordsTests {
  private func text(_ part: PatternsPart, for audience: Audience) throws -> String {
    try Fixture.text([.patterns(part)], for: audience)
      .split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  @Test func `a shown pattern is told in an hour of sleep and points of mood`() throws {
    let text = try text(PatternFixture.part([PatternFixture.candidate()]), for: .patient)
    #expect(
      text.contains(
        "When sleep was longer than usual for you in the night before, “Mood” was higher: about "
          + "0.6 points for each extra hour. In “Mood” higher is better."))
    #expect(
      text.contains(
        "Anything from 0.2 to 1.0 points for each extra hour fits your answers well. Counted in "
          + "6 ways, it showed in 5."))
    #expect(text.contains("it does not say that one causes the other"))
  }

  @Test func `the words follow the sign of the effect and the direction of the scale`() throws {
    let scale = try RatingScale(minimum: 0, maximum: 10, direction: .higherIsWorse)
    let fall = PatternFixture.candidate(effect: -0.3)
    let text = try text(PatternFixture.part([fall], scale: scale), for: .patient)
    #expect(text.contains("“Mood” was lower: about 0.6 points"))
    #expect(text.contains("In “Mood” lower is better."))
    #expect(text.contains("Anything from 0.2 to 1.0 points"))
  }

  @Test func `a group says that its members cannot be told apart, and which one is turned`() throws
  {
    let group = PatternFixture.candidate([
      .init(predictor: "activeMinutes", lag: 0),
      .init(predictor: "rating:worry", lag: 1, isTurned: true),
    ])
    let text = try text(PatternFixture.part([group]), for: .patient)
    #expect(text.contains("there was more activity than usual for you on the same day"))
    #expect(text.contains("“Worry” was lower than usual for you on the day before"))
    #expect(text.contains("The difference was about 0.3 points when all were as far from usual"))
    #expect(text.contains("one up as the other went down, so they cannot be told apart"))
  }

  @Test func `each predictor has a step of its own`() throws {
    func step(_ kind: PatternsPart.Predictor, _ deviation: Double) -> PredictorText.Step {
      PredictorText(kind: kind, deviation: deviation).step
    }
    #expect(step(.sleepHours, 1.1).words == "extra hour")
    #expect(step(.sleepHours, 0.2).amount == 0.5)
    #expect(step(.activeMinutes, 40).words == "30 minutes more")
    #expect(step(.activeMinutes, 5).amount == 10)
    #expect(step(.retrievals, 0.5).words == "extra practice")
    #expect(step(.rating("worry"), 1.2).words == "extra point")
    #expect(step(.rating("worry"), 17).amount == 10)
    #expect(step(.sleepQuality, 0.1).amount == 0.1)
  }

  @Test func `nothing found is said kindly, with the days`() throws {
    let part = try PatternFixture.part([PatternFixture.unseen])
    let own = try text(part, for: .patient)
    #expect(own.contains("Nothing stood out in 140 days. That is common."))
    #expect(own.contains("do not matter to you"))
    let team = try text(part, for: .clinician)
    #expect(team.contains("Nothing stood out among 1 question in 140 days with an answer."))
    // 17 × 1.2 / 0.5² = 81.6
    #expect(team.contains("or 82 days; there are 140."))
  }

  @Test func `what failed a check reaches the care team as nothing shown`() throws {
    let failed = PatternFixture.candidate(gates: [
      .foretells(gain: 4, standardError: 1), .comesBefore(z: 2, dayAfter: 3),
    ])
    let part = try PatternFixture.part([failed])
    #expect(try text(part, for: .clinician).contains("did not pass the checks"))
    #expect(try !text(part, for: .patient).contains("checks"))
    #expect(try text(part, for: .researcher).contains("failed: 2.00, 3.00"))
  }

  @Test func `not yet says how many days more`() throws {
    let text = try text(PatternFixture.early(), for: .patient)
    #expect(
      text.contains("Not enough days yet: 40 days so far, about 96 are needed, so 56 more."))
    #expect(text.contains("There is no hurry."))
  }

  @Test func `a predictor that was left out is named with its reason`() throws {
    let part = try PatternFixture.part([PatternFixture.candidate()])
    #expect(
      try text(part, for: .patient)
        .contains("How good the sleep was: not looked at, because too few days have it."))
    #expect(
      try text(part, for: .clinician).contains("left out, missing on about 60 % of the days"))
    #expect(try text(part, for: .clinician).contains("about 60 % of its variance is its own slow"))
    #expect(try text(part, for: .researcher).contains("Predictor: how good the sleep was"))
  }

  @Test func `the care team reads interval, sign and how many specifications hold`() throws {
    let text = try text(PatternFixture.part([PatternFixture.candidate()]), for: .clinician)
    #expect(text.contains("90 % interval +0.20 to +1.00 points."))
    #expect(text.contains("probability that the sign is wrong <1 %; holds in 5 of 6 specif"))
    #expect(
      text.contains(
        "Asked about hours of sleep, minutes of activity and “Worry”, 0, 1 and 2 days"))
  }

  @Test func `researchers read every gate with its numbers`() throws {
    let parts = [PatternFixture.candidate(), PatternFixture.unseen]
    let text = try text(PatternFixture.part(parts), for: .researcher)
    for words in [
      "passed: 4.25 (1.50)", "passed: 4.50, 0.75", "passed: 0.008 of 250 shifts", "227 · 128 · 82",
      "minutes of activity, lag 1: Points per SD 0.050",
    ] { #expect(text.contains(words), "\(words)") }
  }

  @Test func `a patient's JSON has what is shown, the days, and no check`() throws {
    let json = try Fixture.json(
      [.patterns(try PatternFixture.part([PatternFixture.candidate(), PatternFixture.unseen]))],
      for: .patient)
    let value = json["parts"]?[0]?["result"]?["value"]
    #expect(value?["shown"]?[0]?["differencePoints"] == .number(0.6))
    #expect(value?["shown"]?[0]?["step"]?["unit"] == .string("hours"))
    #expect(value?["shown"]?[1] == nil)
    let text = json.text()
    for word in ["gate", "candidates", "falseSign", "foretells", "method", "provenance"] {
      #expect(!text.contains(word), "\(word)")
    }
  }

  @Test func `what is missing names the pattern's days where the course itself is there`() throws {
    let parts: [ReviewPart] = [
      .trajectory(try Fixture.trajectory()), .patterns(try PatternFixture.early()),
      .gaps(Fixture.gaps),
    ]
    let text = try Fixture.text(parts, for: .patient)
    #expect(text.contains("What goes with Mood: Not enough days yet"))
  }
}
