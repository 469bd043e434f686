import Inference
import Testing

@Suite struct ChanceTests {
  /// Reference: `RECIPES.md` of the reference data, check 3, for 3,000 series; here 400, so that the
  /// ends of the ranges are known to about .04.
  @Test func `trends without cause range as widely as published`() throws {
    let chance = try EarlyWarning.Chance(
      beeps: 762, coefficient: 0.25, window: 180, step: 6, series: 400, seed: 2)
    for (seen, expected) in [
      (chance.autocorrelation.lowerBound, -0.62), (chance.autocorrelation.upperBound, 0.62),
      (chance.variance.lowerBound, -0.60), (chance.variance.upperBound, 0.62),
    ] {
      #expect(abs(seen - expected) < 0.1)
    }
    #expect(abs(chance.usualTestShare - 0.75) < 0.08)
    #expect(try #require(chance.share(of: .variance, atLeast: 0.64)) < 0.06)
    #expect(try #require(chance.share(of: .autocorrelation, atLeast: 0.37)) > 0.08)
    #expect(chance.share(of: .connectivity, atLeast: 0) == nil)
  }

  @Test func `the same seed gives the same ranges`() throws {
    func chance(_ seed: UInt64) throws -> EarlyWarning.Chance {
      try EarlyWarning.Chance(
        beeps: 200, coefficient: 0.3, window: 50, step: 5, series: 200, seed: seed)
    }
    #expect(try chance(3) == chance(3))
    #expect(try chance(3) != chance(4))
  }

  @Test(
    arguments: [
      (0, 0.2, 20, 1, 300), (100, 1, 20, 1, 300), (100, 0.2, 5, 1, 300), (100, 0.2, 20, 0, 300),
      (100, 0.2, 20, 1, 10), (100, 0.2, 95, 1, 300), (100, .nan, 20, 1, 300),
      (.max, 0.2, 20, 1, 300), (100, 0.2, .max, 1, 300), (100, 0.2, 20, .max, 300),
    ])
  func `numbers out of range are refused`(
    beeps: Int, coefficient: Double, window: Int, step: Int, series: Int
  ) {
    #expect(throws: InferenceError.self) {
      try EarlyWarning.Chance(
        beeps: beeps, coefficient: coefficient, window: window, step: step, series: series,
        seed: 1)
    }
  }
}
