import Foundation
import Inference
import Statistics
import TestKit
import Testing

/// Reference: lme4 1.1-31 on the diary of Flückiger et al.; `RECIPES.md` of the reference data, check 13.
@Suite(.enabled(if: SharedData.isPresent, SharedData.absence))
struct SleepAndAffectTests {
  private let person: [Int]
  private let day: [Double]
  private let sleep: [Double]
  private let activity: [Double]
  private let table: VisitTable

  init() throws {
    table = try VisitTable("longitudinal/0015_flueckiger_ts.tsv", separator: "\t")
    person = table.numbers("id").map { Int($0) }
    day = table.numbers("day")
    sleep = VisitTable.centred(table.numbers("sleep_quality"), by: person)
    activity = VisitTable.centred(table.numbers("physical_activity"), by: person)
  }

  private func model(
    _ outcome: [Double], others: [(String, [Double])] = [], method: LikelihoodMethod = .reml
  ) throws -> LinearMixedModel {
    let rows = ChosenRows(complete: [outcome, sleep] + others.map(\.1))
    let intercept = ModelColumn.intercept(rows: rows.count)
    let slope = ModelColumn("sleep", rows(sleep))
    let data = try MixedModelData(
      person: rows(person), outcome: rows(outcome),
      fixed: [intercept, slope] + others.map { ModelColumn($0.0, rows($0.1)) },
      random: [[intercept, slope]])
    return try LinearMixedModel(data, method: method)
  }

  @Test(arguments: [
    ("pa", 0.13621, 0.04985, 0.2797, 1.0790, -3293.063),
    ("na", -0.18586, 0.04136, 0.1555, 1.1213, -3342.394),
  ])
  func `same-day affect by sleep gives the numbers of lme4`(
    outcome: String, slope: Double, error: Double, spread: Double, residual: Double,
    likelihood: Double
  ) throws {
    let model = try model(table.numbers(outcome))
    let effect = try #require(model.fixedEffect("sleep"))
    #expect(model.rows == 2_101 && model.people.count == 72)
    #expect(abs(effect.estimate - slope) < 6e-6)
    #expect(abs(effect.standardError - error) < 6e-6)
    #expect(abs(model.blocks[0].standardDeviations[1] - spread) < 6e-5)
    #expect(abs(model.residualVariance.squareRoot() - residual) < 6e-5)
    #expect(abs(model.logLikelihood - likelihood) < 6e-4)
    #expect(model.isConverged && !model.isSingular)
  }

  @Test func `the variances of positive affect are those of lme4, and ML is not REML`() throws {
    let model = try model(table.numbers("pa"))
    #expect(abs(model.blocks[0].standardDeviations[0] - 1.1785) < 6e-5)
    #expect(abs(try #require(model.blocks[0].correlation(0, 1)) - 0.066) < 6e-4)
    let likeliest = try self.model(table.numbers("pa"), method: .ml)
    #expect(abs(try #require(likeliest.fixedEffect("sleep")).estimate - 0.13653) < 6e-6)
  }

  @Test func `the slopes of people are shrunken as by lme4`() throws {
    let model = try model(table.numbers("pa"))
    let reference = try VisitTable(
      "longitudinal/reference/flueckiger_sleep_pa_lmer_EB.csv", separator: ",")
    try #require(reference.rowCount == 72)
    let columns = ["intercept", "slope", "slope_condSD"].map(reference.numbers)
    let ids = reference.numbers("id").map { Int($0) }
    for person in model.people {
      let row = try #require(ids.firstIndex(of: person.code))
      let own = zip(model.fixedEffects, person.effects).map { $0.estimate + $1 }
      #expect(abs(own[0] - columns[0][row]) < 1e-5)
      #expect(abs(own[1] - columns[1][row]) < 1e-5)
      #expect(abs(person.standardDeviations[1] - columns[2][row]) < 1e-5)
    }
    let slopes = model.people.map { model.fixedEffects[1].estimate + $0.effects[1] }
    #expect(abs((slopes.min() ?? 0) + 0.428) < 6e-4 && abs((slopes.max() ?? 0) - 0.827) < 6e-4)
  }

  @Test(arguments: [("pa", 0.12661, 0.05047), ("na", -0.17189, 0.04275)])
  func `adjusted for activity, yesterday and the day it stays`(
    outcome: String, slope: Double, error: Double
  ) throws {
    let affect = table.numbers(outcome)
    let places = Dictionary(
      zip(zip(person, day).map { [$0, Int($1)] }, affect), uniquingKeysWith: { first, _ in first })
    let lags = zip(person, day).map { places[[$0, Int($1) - 1]] ?? .nan }
    let model = try model(
      affect,
      others: [
        ("activity", activity), ("lag", VisitTable.centred(lags, by: person)), ("day", day),
      ])
    #expect(model.rows == 1_951)
    let effect = try #require(model.fixedEffect("sleep"))
    #expect(abs(effect.estimate - slope) < 6e-6)
    #expect(abs(effect.standardError - error) < 6e-6)
  }

  /// One person's own regression: slope, its standard error and the degrees of freedom.
  private func alone(_ code: Int, _ affect: [Double]) -> (slope: Double, error: Double, df: Int)? {
    let rows = person.indices.filter {
      person[$0] == code && affect[$0].isFinite && sleep[$0].isFinite
    }
    let count = Double(rows.count)
    let means = rows.reduce((0.0, 0.0)) {
      ($0.0 + sleep[$1] / count, $0.1 + affect[$1] / count)
    }
    let sums = rows.reduce((0.0, 0.0, 0.0)) { sums, row in
      let (x, y) = (sleep[row] - means.0, affect[row] - means.1)
      return (sums.0 + x * x, sums.1 + x * y, sums.2 + y * y)
    }
    guard rows.count >= 8, sums.0 > 1e-9 else { return nil }
    let slope = sums.1 / sums.0
    let variance = (sums.2 - slope * sums.1) / (count - 2)
    return (slope, (variance / sums.0).squareRoot(), rows.count - 2)
  }

  @Test func `slopes of people alone scatter widely, and pooled ones do not`() throws {
    let own = Set(person).compactMap { alone($0, table.numbers("pa")) }
    #expect(own.count == 71)
    let slopes = own.map(\.slope).sorted()
    #expect(abs(slopes[0] + 1.222) < 6e-4 && abs(slopes[70] - 1.201) < 6e-4)
    let p = own.map {
      2 * StudentT(degreesOfFreedom: Double($0.df)).upperTail(abs($0.slope / $0.error))
    }.sorted()
    #expect(p.count { $0 < 0.05 } == 12)
    let kept = p.indices.last { p[$0] <= 0.1 * Double($0 + 1) / 71 }
    #expect(kept == 2)
    let pooled = try PooledModel(
      own.map { PooledEstimate(estimate: $0.slope, standardError: $0.error) })
    let means = pooled.people.map { $0.parameters[0].mean }
    #expect(means.allSatisfy { -0.6 < $0 && $0 < 0.95 })
    // Two steps take each person's residual variance as known, so that they come near only.
    #expect(abs(pooled.coefficients[0].mean - 0.136) < 0.03)
    #expect(abs(pooled.coefficients[0].standardDeviation - 0.05) < 0.01)
  }
}
