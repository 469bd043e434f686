import Foundation
import Inference
import Statistics
import Testing

@Suite struct RandomisationTestTests {
  @Test func `a complete design counts every choice of treated periods`() throws {
    // Treated 5, 6, 7 against 1, 2, 3: no other choice of three is as far apart, but its mirror.
    let test = try RandomisationTest(
      values: [1, 5, 2, 6, 7, 3], treated: [false, true, false, true, true, false],
      design: .complete, seed: 1)
    #expect(test.schedules == 20)
    #expect(test.isExact)
    #expect(test.difference == 4)
    #expect(abs(test.probability - 2.0 / 20) < 1e-12)
    let higher = try RandomisationTest(
      values: [1, 5, 2, 6, 7, 3], treated: [false, true, false, true, true, false],
      design: .complete, side: .higher, seed: 1)
    #expect(abs(higher.probability - 1.0 / 20) < 1e-12)
    let lower = try RandomisationTest(
      values: [1, 5, 2, 6, 7, 3], treated: [false, true, false, true, true, false],
      design: .complete, side: .lower, seed: 1)
    #expect(lower.probability == 1)
  }

  @Test func `randomised pairs count both orders of each`() throws {
    let treated = [true, false, false, true, true, false, false, true]
    let test = try RandomisationTest(
      values: [3, 1, 2, 5, 4, 1, 0, 2], treated: treated, design: .blocks(periods: 2), seed: 1)
    #expect(test.schedules == 16)
    #expect(abs(test.probability - 2.0 / 16) < 1e-12)
  }

  @Test func `a random start counts its candidates`() throws {
    let values = [1.0, 2, 1, 2, 1, 9, 8, 9, 8, 9]
    let test = try RandomisationTest(
      values: values, treated: values.indices.map { $0 >= 5 },
      design: .startPoint(candidates: [3, 4, 5, 6, 7]), seed: 1)
    #expect(test.schedules == 5)
    #expect(abs(test.probability - 0.2) < 1e-12)
  }

  /// All schedules of six periods, three treated, none in a run of more than two, by hand: 14 of 20.
  @Test func `alternation leaves out long runs`() throws {
    var all: [[Bool]] = []
    for bits in 0..<64 where bits.nonzeroBitCount == 3 {
      let schedule = (0..<6).map { bits >> $0 & 1 == 1 }
      let hasLongRun = (0..<4).contains { Set(schedule[$0..<$0 + 3]).count == 1 }
      if !hasLongRun { all.append(schedule) }
    }
    #expect(all.count == 14)
    let values = [1.0, 5, 2, 6, 3, 9]
    let treated = [false, true, false, true, false, true]
    func difference(_ schedule: [Bool]) -> Double {
      zip(values, schedule).reduce(0) { $0 + ($1.1 ? $1.0 : -$1.0) / 3 }
    }
    let expected = all.count { abs(difference($0)) >= abs(difference(treated)) - 1e-12 }
    let test = try RandomisationTest(
      values: values, treated: treated, design: .alternation(longestRun: 2), seed: 1)
    #expect(test.schedules == 14)
    #expect(abs(test.probability - Double(expected) / 14) < 1e-12)
    let strict = try RandomisationTest(
      values: values, treated: treated, design: .alternation(longestRun: 1), seed: 1)
    #expect(strict.schedules == 2)
  }

  @Test(arguments: [
    RandomisationDesign.complete, .blocks(periods: 4), .alternation(longestRun: 3),
  ])
  func `draws of different seeds agree, and those of one seed are the same`(
    design: RandomisationDesign
  ) throws {
    // 24 periods: more schedules than are counted one by one.
    let treated = (0..<24).map { $0 % 2 == 0 }
    var stream = RandomStream(seed: 9)
    let values = treated.map { stream.normal() + ($0 ? 0.8 : 0) }
    let one = try RandomisationTest(
      values: values, treated: treated, design: design, draws: 4000, seed: 1)
    let other = try RandomisationTest(
      values: values, treated: treated, design: design, draws: 4000, seed: 2)
    #expect(!one.isExact)
    let spread = (2 * one.probability * (1 - one.probability) / 4000).squareRoot()
    #expect(abs(one.probability - other.probability) < 5 * spread + 1e-9)
    let again = try RandomisationTest(
      values: values, treated: treated, design: design, draws: 4000, seed: 1)
    #expect(again == one)
  }

  /// Under no effect the real schedule is any of the 20: four of them have p at most 0.2.
  @Test func `p is uniform over the schedules that could have been drawn`() throws {
    var stream = RandomStream(seed: 4)
    let values = (0..<6).map { _ in stream.normal() }
    var small = 0
    var total = 0
    for bits in 0..<64 where bits.nonzeroBitCount == 3 {
      let test = try RandomisationTest(
        values: values, treated: (0..<6).map { bits >> $0 & 1 == 1 }, design: .complete, seed: 1)
      total += 1
      if test.probability <= 0.2 { small += 1 }
    }
    #expect(total == 20)
    #expect(small == 4)
  }

  private func trial(
    effect: Double, trend: Double, seed: UInt64
  ) throws -> (series: TrajectorySeries, starts: [Double], treated: [Bool]) {
    var stream = RandomStream(seed: seed)
    let treated = (0..<16).map { [true, false, false, true][$0 % 4] }
    var level = 0.0
    let readings = (0..<112).map { day in
      level += trend * stream.normal()
      let value = level + 0.5 * stream.normal() + (treated[day / 7] ? effect : 0)
      return TrajectorySeries.Reading(time: Double(day), value: value)
    }
    return (try TrajectorySeries(readings), (0...16).map { Double(7 * $0) }, treated)
  }

  @Test func `a model finds through a drift what raw means lose in it`() throws {
    var wins = 0
    for seed in 1...4 as ClosedRange<UInt64> {
      let data = try trial(effect: 0.8, trend: 0.4, seed: seed)
      let probabilities = try [RandomisationTest.Basis.innovations, .means].map { basis in
        try RandomisationTest(
          of: data.series, periods: data.starts, treated: data.treated,
          design: .blocks(periods: 2), basis: basis, seed: 1
        ).probability
      }
      if probabilities[0] < probabilities[1] { wins += 1 }
      #expect(probabilities[0] < 0.05)
    }
    #expect(wins >= 3)
    let null = try trial(effect: 0, trend: 0.4, seed: 8)
    let test = try RandomisationTest(
      of: null.series, periods: null.starts, treated: null.treated, design: .blocks(periods: 2),
      seed: 1)
    #expect(test.schedules == 256)
    #expect(test.probability > 0.05)
  }

  @Test func `a schedule that its design cannot give is refused`() throws {
    let values = [1.0, 2, 3, 4, 5, 6]
    let treated = [false, false, false, true, true, true]
    for design in [
      RandomisationDesign.blocks(periods: 4), .blocks(periods: 3), .blocks(periods: 0),
      .startPoint(candidates: [1, 2]), .startPoint(candidates: [3]),
      .startPoint(candidates: [3, 9]), .alternation(longestRun: 2), .alternation(longestRun: 0),
      .alternation(longestRun: .max),
    ] {
      #expect(throws: InferenceError.self) {
        try RandomisationTest(values: values, treated: treated, design: design, seed: 1)
      }
    }
    #expect(throws: InferenceError.self) {
      try RandomisationTest(
        values: values, treated: values.map { _ in true }, design: .complete, seed: 1)
    }
    #expect(throws: InferenceError.self) {
      try RandomisationTest(
        values: values.map { _ in 1 }, treated: treated, design: .complete, seed: 1)
    }
    #expect(throws: InferenceError.self) {
      try RandomisationTest(
        values: [1, 2, .nan, 4, 5, 6], treated: treated, design: .complete, seed: 1)
    }
  }
}
