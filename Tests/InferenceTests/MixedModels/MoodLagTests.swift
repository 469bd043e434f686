import Foundation
import Inference
import TestKit
import Testing

/// Reference: lme4 1.1-31 on the beeps of Geschwind et al.; `RECIPES.md` of the reference data, check 14.
@Suite(.enabled(if: SharedData.isPresent, SharedData.absence))
struct MoodLagTests {
  private static let moods = [
    "opgewkt_", "onplplez", "pieker", "angstig_", "somber__", "ontspann",
  ]
  static let expected: [(rows: Int, lags: [Double], likelihood: Double)] = [
    (4_626, [0.2363, 0.0186, -0.0276, -0.0002, -0.0654, 0.0613], -7659.650),
    (4_549, [0.0784, 0.0568, -0.0227, 0.0652, -0.0517, 0.0990], -8739.348),
    (4_638, [-0.0595, -0.0260, 0.2026, 0.0952, 0.0780, -0.0284], -8233.710),
    (4_643, [0.0162, -0.0003, 0.0461, 0.1979, 0.0444, -0.0174], -6571.935),
    (4_644, [-0.0851, -0.0397, 0.0604, 0.0688, 0.1946, -0.0233], -7587.450),
    (4_641, [0.0966, 0.0262, -0.0182, -0.0439, -0.0278, 0.1779], -7882.675),
  ]

  @Test(arguments: expected.indices)
  func `six moods by all moods one beep ago give the numbers of lme4`(outcome: Int) throws {
    let table = try VisitTable("longitudinal/0010_geschwind_ts_raw.csv", separator: ",")
    let inPeriod = table.numbers("st_period").map { $0 == 0 }
    let keys = zip(table.texts("subjno"), zip(table.texts("dayno"), table.texts("beepno")))
      // The row without a number stands after the tenth beep of its day and counts as the next.
      .map { [Int($0) ?? 0, Int($1.0) ?? 0, Int($1.1) ?? 11] }
    let person = keys.map { $0[0] }
    let moods = Self.moods.map { name in
      zip(table.numbers(name), inPeriod).map { $1 ? $0 : .nan }
    }
    let places = Dictionary(
      zip(keys, keys.indices).filter { inPeriod[$0.1] }, uniquingKeysWith: { first, _ in first })
    let lags = moods.map { mood in
      VisitTable.centred(
        keys.map { places[[$0[0], $0[1], $0[2] - 1]].map { mood[$0] } ?? .nan }, by: person)
    }
    let rows = ChosenRows(complete: [moods[outcome]] + lags)
    let columns =
      [ModelColumn.intercept(rows: rows.count)]
      + zip(Self.moods, lags).map { ModelColumn($0, rows($1)) }
    let model = try LinearMixedModel(
      MixedModelData(
        person: rows(person), outcome: rows(moods[outcome]), fixed: columns,
        random: columns.map { [$0] }), method: .ml)
    let expected = Self.expected[outcome]
    #expect(model.rows == expected.rows && model.people.count == 129)
    for (effect, value) in zip(model.fixedEffects.dropFirst(), expected.lags) {
      #expect(abs(effect.estimate - value) < 5e-4, "\(effect.name)")
    }
    #expect(abs(model.logLikelihood - expected.likelihood) < 1e-3)
    #expect(model.isConverged)
    if outcome == 2 {
      let fearful = model.fixedEffects[4]
      #expect(abs(fearful.estimate / fearful.standardError - 3.93) < 6e-3)
    }
  }
}
