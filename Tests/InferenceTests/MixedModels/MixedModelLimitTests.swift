import Foundation
import Inference
import Statistics
import Testing

/// Input at the edge of what can be fitted is answered or refused by name.
@Suite struct MixedModelLimitTests {
  private func data(
    _ person: [Int], _ outcome: [Double], fixed: [ModelColumn] = [], slope: Bool = false
  ) throws -> MixedModelData {
    let intercept = ModelColumn.intercept(rows: person.count)
    let time = ModelColumn("time", person.indices.map { Double($0 % 4) })
    return try MixedModelData(
      person: person, outcome: outcome, fixed: [intercept] + fixed,
      random: [slope ? [intercept, time] : [intercept]])
  }

  private func noise(_ count: Int, seed: UInt64 = 1) -> [Double] {
    var random = RandomStream(seed: seed)
    return (0..<count).map { _ in random.normal() }
  }

  private func people(_ count: Int, rows: Int = 4) -> [Int] {
    (0..<count * rows).map { $0 / rows }
  }

  @Test func `one person, one row each and no rows are too few`() throws {
    for codes in [[], [1], [1, 1, 1, 1], [1, 2, 3, 4]] {
      #expect(throws: InferenceError.self) { try data(codes, noise(codes.count)) }
    }
    #expect(
      throws: InferenceError.tooFew(
        observed: 0, needed: 2, what: "people with more rows than the 1 random effects of a block")
    ) { try data([1, 2, 3, 4], noise(4)) }
    #expect(throws: Never.self) { try data(people(10), noise(40)) }
  }

  @Test func `a number that cannot be used is named with its row`() throws {
    for value in [Double.nan, .infinity, 1e200] {
      var outcome = noise(20)
      outcome[4] = value
      let error = #expect(throws: InferenceError.self) { try data(people(5), outcome) }
      #expect(error?.description.contains("\"outcome\" holds") == true)
      #expect(error?.description.contains("row 5") == true)
    }
    #expect(throws: InferenceError.self) { try data(people(5), noise(19)) }
    #expect(throws: InferenceError.self) {
      try data(people(5), noise(20), fixed: [ModelColumn("short", [1])])
    }
  }

  @Test func `a constant outcome, and one that is constant within people, are refused`() throws {
    for value in [0, 3, -1e90] {
      #expect(throws: InferenceError.self) {
        try LinearMixedModel(data(people(6), [Double](repeating: value, count: 24)))
      }
    }
    let within = people(6).map { sin(Double($0)) }
    #expect(throws: InferenceError.self) { try LinearMixedModel(data(people(6), within)) }
  }

  @Test func `a collinear column is named`() throws {
    let time = ModelColumn("weeks", (0..<24).map { Double($0 % 4) })
    let twin = ModelColumn("days", time.values.map { 7 * $0 + 3 })
    #expect(throws: InferenceError.collinear(name: "days")) {
      try LinearMixedModel(data(people(6), noise(24), fixed: [time, twin]))
    }
    #expect(throws: InferenceError.collinear(name: "constant")) {
      try LinearMixedModel(
        data(
          people(6), noise(24), fixed: [ModelColumn("constant", [Double](repeating: 5, count: 24))])
      )
    }
  }

  @Test func `without any difference between people the variance is exactly 0`() throws {
    // Every person has the same mean, so that less than no variance is between people.
    let outcome = (0..<24).map { [1.0, -1, 2, -2][$0 % 4] * Double(1 + $0 / 4) }
    let model = try LinearMixedModel(data(people(6), outcome))
    #expect(model.blocks[0].standardDeviations[0] == 0)
    #expect(model.isSingular && model.isConverged)
    #expect(model.people.allSatisfy { $0.effects == [0] })
    let square = outcome.reduce(0) { $0 + $1 * $1 }
    #expect(abs(model.residualVariance - square / 23) < 1e-9)
  }

  @Test func `huge and tiny values are fitted alike`() throws {
    let base = noise(40, seed: 5)
    let plain = try LinearMixedModel(data(people(10), base, slope: true))
    for scale in [1e-90, 1e90] {
      let model = try LinearMixedModel(data(people(10), base.map { $0 * scale }, slope: true))
      #expect(abs(model.fixedEffects[0].estimate / scale - plain.fixedEffects[0].estimate) < 1e-9)
    }
  }

  @Test func `rows in any order give the same model`() throws {
    let outcome = noise(40, seed: 9)
    let codes = people(10)
    let time = (0..<40).map { Double($0 % 4) }
    func fit(_ order: [Int]) throws -> LinearMixedModel {
      let intercept = ModelColumn.intercept(rows: 40)
      return try LinearMixedModel(
        MixedModelData(
          person: order.map { codes[$0] }, outcome: order.map { outcome[$0] },
          fixed: [intercept, ModelColumn("time", order.map { time[$0] })], random: [[intercept]]))
    }
    let forwards = try fit(Array(0..<40))
    let shuffled = try fit((0..<40).map { $0 * 7 % 40 })
    #expect(abs(forwards.logLikelihood - shuffled.logLikelihood) < 1e-9)
    #expect(Set(shuffled.people.map(\.code)) == Set(0..<10))
  }

  /// Reference: lme4 1.1-31 on the same rows. The first step from the start lands on a variance of
  /// 0, where the likelihood is flat; that must not end the search.
  @Test func `little variance between people is found as by lme4`() throws {
    let person = [
      1, 1, 2, 2, 2, 2, 2, 2, 3, 3, 3, 4, 4, 5, 6, 6, 6, 6, 7, 7, 7, 7, 8, 8, 8, 8, 8,
    ]
    let time = [
      9.0687, 6.4479, 6.2104, 4.4065, 4.3311, 4.6503, 0.5724, 5.2967, 4.7948, 5.746, 5.2272,
      7.5556, 6.5052, 1.385, 1.9933, 4.0696, 0.0516, 4.9509, 6.7684, 3.4272, 4.0035, 5.4494,
      8.4044, 7.7716, 3.1032, 7.066, 2.8266,
    ]
    let outcome = [
      -1.0353, 2.4272, 1.2709, 2.4808, 4.7036, 2.9911, 8.4226, 2.3516, 2.2594, 1.9476, 0.3795,
      5.4969, 3.6254, 5.7913, 3.421, 4.4991, 3.5103, 2.6981, 0.8166, 3.0101, 3.8066, 2.6946,
      3.7018, 2.9836, 2.1967, 2.6412, 3.1717,
    ]
    let model = try LinearMixedModel(
      data(person, outcome, fixed: [ModelColumn("time", time)]), method: .reml)
    #expect(abs(model.logLikelihood + 50.957_324_541) < 1e-8)
    let residual = model.residualVariance.squareRoot()
    #expect(abs(residual - 1.510_611) < 1e-5)
    #expect(abs(model.blocks[0].standardDeviations[0] / residual - 0.345_402) < 1e-4)
    #expect(!model.isSingular)
  }
}
