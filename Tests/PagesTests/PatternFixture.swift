import Knowledge
import PatientRecord
import TestKit
import Time

@testable import Care
@testable import Inference

/// Patterns made by hand: an effect of 0.3 points per deviation of half an hour of sleep is 0.6 points
/// an hour.
enum PatternFixture {
  static let gates: [PatternGate] = [
    .foretells(gain: 4.25, standardError: 1.5), .comesBefore(z: 4.5, dayAfter: 0.75),
    .isTiedToDays(share: 0.008, shifts: 250, level: 0.05),
  ]

  static func candidate(
    _ members: [Patterns.Member] = [.init(predictor: "sleepHours", lag: 0)], effect: Double = 0.3,
    gates: [PatternGate] = PatternFixture.gates
  ) -> Patterns.Candidate {
    let isShown = gates.allSatisfy(\.isPassed) && !gates.isEmpty
    let verdicts = Specification.allCases.map {
      Multiverse.Verdict(
        $0, estimate: $0 == .withoutOutliers ? 0.01 : effect, standardError: 0.1,
        isPositive: effect > 0)
    }
    return Patterns.Candidate(
      members: members, effect: effect, interval: effect - 0.2...effect + 0.2,
      falseSignRate: 0.004, isChosen: !gates.isEmpty, gates: gates,
      multiverse: isShown ? Multiverse(verdicts) : nil)
  }

  static let unseen = candidate(
    [.init(predictor: "activeMinutes", lag: 1)], effect: 0.05, gates: [])

  static func part(
    _ candidates: [Patterns.Candidate], scale: RatingScale? = nil
  ) throws -> PatternsPart {
    let predictors: [Patterns.Predictor] = [
      .init(
        name: "sleepHours", knownShare: 0.9, explainedShare: 0.2, deviation: 0.5, refusal: nil),
      .init(
        name: "activeMinutes", knownShare: 1, explainedShare: 0.6, deviation: 40, refusal: nil),
      .init(
        name: "rating:worry", knownShare: 1, explainedShare: 0.1, deviation: 1.25, refusal: nil),
      .init(
        name: "sleepQuality", knownShare: 0.4, explainedShare: nil, deviation: nil,
        refusal: .mostlyMissing(name: "sleepQuality", share: 0.6)),
    ]
    let readings = (0..<140).map { TrajectorySeries.Reading(time: Double($0), value: 5) }
    let patterns = Patterns(
      provenance: Provenance(try TrajectorySeries(readings)), predictors: predictors,
      candidates: candidates, need: PatternNeed(days: 140, unexplainedShare: 1.2),
      settings: PatternSettings())
    return PatternsPart(
      item: "mood", scale: try scale ?? .tenPoints(),
      predictors: [.sleepHours, .activeMinutes, .rating("worry"), .sleepQuality],
      origin: Fixture.day(0), result: .found(patterns), basis: Fixture.basis(0..<140))
  }

  static func early() throws -> PatternsPart {
    PatternsPart(
      item: "mood", scale: try .tenPoints(), predictors: [.sleepHours], origin: Fixture.day(0),
      result: .notYet(NotYet("Not enough days.", observed: 40, needed: 96)),
      basis: Fixture.basis(0..<40))
  }
}
