import Foundation
import Statistics
import TestKit
import Testing

@testable import Inference

@Suite struct PatternGateTests {
  // MARK: Forecasts

  private func normals(_ count: Int, seed: UInt64) -> [Double] {
    var stream = RandomStream(seed: seed)
    return (0..<count).map { _ in stream.normal() }
  }

  /// log N(y; 0, X B X' + r I), straight from the definition.
  private func logDensity(
    _ values: [Double], rows: [[Double]], variances: [Double], noise: Double
  ) -> Double {
    let covariance = rows.indices.map { left in
      rows.indices.map { right in
        variances.indices.reduce(left == right ? noise : 0) {
          $0 + rows[left][$1] * variances[$1] * rows[right][$1]
        }
      }
    }
    let (inverse, logDeterminant) = DenseOracle.inverse(covariance)
    let quadratic = values.indices.reduce(0.0) { sum, row in
      sum + values[row] * zip(inverse[row], values).reduce(0) { $0 + $1.0 * $1.1 }
    }
    return -0.5 * (Double(values.count) * log(2 * .pi) + logDeterminant + quadratic)
  }

  @Test func `one-step densities multiply to the density of all rows`() {
    let rows = zip(normals(12, seed: 1), normals(12, seed: 2)).map { [1, $0, $1] }
    let values = normals(12, seed: 3)
    let variances = [100, 0.5, 2]
    var regression = SequentialRegression(priorVariances: variances, noise: 0.7)
    var sum = 0.0
    for (value, row) in zip(values, rows) { sum += regression.absorb(value, row: row) }
    let truth = logDensity(values, rows: rows, variances: variances, noise: 0.7)
    #expect(abs(sum - truth) < 1e-9)
    let wrong = logDensity(values, rows: rows, variances: variances, noise: 0.8)
    #expect(abs(sum - wrong) > 0.01)
  }

  private func gain(effect: Double) throws -> ForecastGain {
    let column = normals(100, seed: 4)
    let noise = normals(100, seed: 5)
    let readings = (0..<100).map {
      TrajectorySeries.Reading(time: Double($0), value: effect * column[$0] + noise[$0])
    }
    let outcome = try WhitenedOutcome(
      TrajectorySeries(readings), model: .localLevel,
      hyperparameters: Hyperparameters(levelVariance: 1e-4, noiseVariance: 1), scale: 1,
      columns: [column])
    return ForecastGain(outcome, columns: outcome.columns, noise: 1)
  }

  @Test func `a column that matters improves forecasts, another does not`() throws {
    let strong = try gain(effect: 0.8)
    #expect(strong.gain > 2 * strong.standardError)
    let none = try gain(effect: 0)
    #expect(none.gain < none.standardError)
  }

  // MARK: Shifts

  private struct Diary {
    let columns: PatternColumns
    let days: [Int]

    init(length: Int, seed: UInt64) throws {
      var stream = RandomStream(seed: seed)
      let values = Dictionary(uniqueKeysWithValues: (-1...length).map { ($0, stream.normal()) })
      let deviations = try DailyDeviations(
        PatternPredictor(name: "sleep", values: values), days: -1...length, weekdayOfDayZero: 0)
      days = (0..<length).filter { $0 % 6 != 4 }
      columns = PatternColumns(days: days, deviations: [0: deviations], lags: [0, 1])
    }

    func shifts(_ weights: [Double]) -> CircularShifts {
      CircularShifts(
        weights: weights, days: days, columns: columns,
        groups: [[(column: 0, weight: 1)], [(column: 1, weight: 1)]], information: [4, 9])
    }

    /// The strongest column after turning the predictor's days round by a number of days.
    func strongest(_ weights: [Double], shift: Int) -> Double {
      let values = columns.deviations[0]?.values ?? []
      let turned = values.indices.map { values[($0 - shift + values.count) % values.count] }
      return zip([0, 1], [2.0, 3.0]).map { lag, root in
        abs(zip(days, weights).reduce(0) { $0 + turned[$1.0 - lag + 1] * $1.1 }) / root
      }.max() ?? 0
    }
  }

  @Test func `shifts turn the predictors' days round`() throws {
    let diary = try Diary(length: 60, seed: 6)
    let weights = normals(diary.days.count, seed: 7)
    let length = 62
    let shifts = diary.shifts(weights)
    for bound in [1.5, 2.5, 4] {
      let beyond = (7...(length - 7)).count { diary.strongest(weights, shift: $0) >= bound }
      let result = shifts.share(of: bound)
      #expect(result.shifts == length - 13)
      #expect(abs(result.share - Double(1 + beyond) / Double(1 + length - 13)) < 1e-12)
    }
    #expect(abs(shifts.strength(of: 0) - abs(dot(diary.columns.raw[0], weights)) / 2) < 1e-12)
  }

  @Test func `what hangs on its days is stronger than all shifts, chance is not`() throws {
    let diary = try Diary(length: 60, seed: 8)
    let tied = diary.shifts(diary.columns.raw[1])
    #expect(tied.share(of: tied.strength(of: 1)).share < 0.03)
    let chance = diary.shifts(normals(diary.days.count, seed: 9))
    #expect(chance.share(of: chance.strength(of: 1)).share > 0.05)
  }

  @Test func `too few days for any shift pass no gate`() throws {
    let short = try Diary(length: 12, seed: 10)
    let result = short.shifts(normals(short.days.count, seed: 11)).share(of: 100)
    #expect(result.share == 1)
    #expect(result.shifts == 0)
  }

  // MARK: Wrong signs

  @Test func `the chosen set is the largest whose mean false sign rate keeps the bound`() {
    #expect(falseSignSet([0.2, 0.01, 0.08, 0.03], bound: 0.05) == [1, 2, 3])
    #expect(falseSignSet([0.2, 0.01, 0.12, 0.03], bound: 0.05) == [1, 3])
    #expect(falseSignSet([0.5, 0.06], bound: 0.05).isEmpty)
    #expect(falseSignSet([], bound: 0.05).isEmpty)
    #expect(falseSignSet([0.05, 0.05], bound: 0.05) == [0, 1])
  }
}
