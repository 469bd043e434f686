import Foundation
import Inference
import Statistics
import TestKit
import Testing

@Suite struct MaximumLikelihoodTests {
  private func dailySeries() throws -> TrajectorySeries {
    let columns = try SharedData.columns("longitudinal/reference/kossakowski_daily_bench_input.csv")
    let names = ["sleep", "dose", "phys_lag"]
    var readings: [TrajectorySeries.Reading] = []
    for (row, cell) in try #require(columns["down"]).enumerated() {
      guard let value = Double(cell) else { continue }
      readings.append(
        .init(
          time: Double(row + 1), value: value,
          regressors: names.compactMap { columns[$0].flatMap { Double($0[row]) } }))
    }
    return try TrajectorySeries(
      readings, regressorNames: names, alsoAt: (1...239).map(Double.init))
  }

  @Test(.enabled(if: SharedData.isPresent, SharedData.absence))
  func `a local level with regressors equals KFAS`() throws {
    let fit = try Trajectory.maximumLikelihood(of: dailySeries())
    #expect(fit.series.readings.count == 238)
    #expect(abs(fit.logLikelihood - -177.17559590) < 5e-9)
    #expect(abs(fit.hyperparameters.noiseVariance - 0.23701253) < 1e-7)
    #expect(abs(fit.hyperparameters.levelVariance - 0.00043232) < 5e-8)
    let expected = [
      ("sleep", -0.08034502, 0.032928), ("dose", -0.01555597, 0.074327),
      ("phys_lag", 0.00500042, 0.033814),
    ]
    for (coefficient, row) in zip(fit.coefficients, expected) {
      #expect(coefficient.name == row.0)
      #expect(abs(coefficient.estimate - row.1) < 1e-7)
      #expect(abs(coefficient.standardError - row.2) < 1e-6)
    }
    #expect(abs(fit.path[0].level.mean - 4.0896512) < 5e-7)
    #expect(abs(fit.path[0].level.standardDeviation - 0.159293) < 1e-6)
    #expect(abs(fit.path[238].level.mean - 4.2487984) < 1e-6)
  }

  @Test(.enabled(if: SharedData.isPresent, SharedData.absence))
  func `the smoothed path and auxiliary residuals equal KFAS`() throws {
    let fit = try Trajectory.maximumLikelihood(of: dailySeries())
    let columns = try SharedData.columns("longitudinal/reference/kossakowski_localLevel_KFAS.csv")
    let residuals = Dictionary(uniqueKeysWithValues: fit.errors.map { ($0.time, $0) })
    let days = try #require(columns["day"])
    #expect(days.count == 239)
    for (row, step) in fit.path.enumerated() {
      func cell(_ name: String) -> Double? { columns[name].flatMap { Double($0[row]) } }
      let level = try #require(cell("level"))
      let variance = try #require(cell("var"))
      let spread = step.level.standardDeviation
      #expect(abs(step.level.mean - level) < 1e-6)
      #expect(abs(spread * spread - variance) < 1e-6)
      guard let error = residuals[step.time], let auxiliary = cell("aux_eps") else { continue }
      #expect(abs(error.auxiliaryResidual - auxiliary) < 1e-5)
      let signal = try #require(step.signal)
      let expected = try #require(cell("fit"))
      #expect(abs(signal.mean - expected) < 1e-6)
    }
  }

  /// The diffuse likelihood of a local level written out, maximised by brute force on a fine grid.
  @Test func `the maximum equals a dense grid search on small data`() throws {
    let values = [3.1, 2.7, 3.3, 4.0, 3.8, 4.4, 4.1, 5.0, 4.7, 4.9]
    let times = [0.0, 1, 2, 4, 5, 6, 9, 10, 11, 12]
    let series = try TrajectorySeries(
      zip(times, values).map { TrajectorySeries.Reading(time: $0, value: $1) })
    let fit = try Trajectory.maximumLikelihood(of: series)
    func likelihood(_ level: Double, _ noise: Double) -> Double {
      let covariance = times.indices.map { row in
        times.indices.map { level * min(times[row], times[$0]) + (row == $0 ? noise : 0) }
      }
      return DenseOracle.Regression(
        values: values, design: values.map { _ in [1] }, covariance: covariance,
        priors: [.infinity]
      ).logLikelihood
    }
    let found = fit.hyperparameters
    #expect(abs(likelihood(found.levelVariance, found.noiseVariance) - fit.logLikelihood) < 1e-10)
    for level in stride(from: -6.0, through: 2, by: 0.1) {
      for noise in stride(from: -6.0, through: 2, by: 0.1) {
        #expect(likelihood(exp(level), exp(noise)) <= fit.logLikelihood + 1e-9)
      }
    }
  }

  @Test func `with a known alternating sign the level does not move at all`() throws {
    let series = try TrajectorySeries(
      (0..<20).map { .init(time: Double($0), value: $0 % 2 == 0 ? 1 : -1) })
    let fit = try Trajectory.maximumLikelihood(of: series)
    #expect(fit.hyperparameters.levelVariance == 0)
    #expect(abs(fit.hyperparameters.noiseVariance - 20.0 / 19) < 1e-12)
  }

  @Test func `affect and weekday never fit worse than the level alone`() throws {
    let series = try TrajectorySeries(
      (0..<60).map { .init(time: Double($0), value: sin(Double($0) * 7.3) + cos(Double($0) / 9)) },
      weekdayOfDayZero: 2)
    let plain = try Trajectory.maximumLikelihood(of: series)
    let affect = try Trajectory.maximumLikelihood(of: series, model: .init(hasAffect: true))
    let week = try Trajectory.maximumLikelihood(of: series, model: .daily)
    #expect(affect.logLikelihood > plain.logLikelihood - 1e-6)
    #expect(week.logLikelihood > affect.logLikelihood - 1e-3)
  }

  @Test func `what cannot be fitted is refused by name`() throws {
    let flat = try TrajectorySeries((0..<9).map { .init(time: Double($0), value: 4) })
    #expect(throws: InferenceError.self) { try Trajectory.maximumLikelihood(of: flat) }
    let one = try TrajectorySeries([.init(time: 0, value: 4)])
    #expect(throws: InferenceError.self) { try Trajectory.maximumLikelihood(of: one) }
    let twins = try TrajectorySeries(
      (0..<9).map { .init(time: Double($0), value: sin(Double($0)), regressors: [7]) },
      regressorNames: ["dose"])
    #expect(throws: InferenceError.collinear(name: "dose")) {
      try Trajectory.maximumLikelihood(of: twins)
    }
    #expect(throws: InferenceError.self) { try TrajectorySeries([]) }
    #expect(throws: InferenceError.self) { try TrajectorySeries([.init(time: 0, value: .nan)]) }
    #expect(throws: InferenceError.self) { try TrajectorySeries([.init(time: 0, value: 1e308)]) }
    #expect(throws: InferenceError.self) {
      try TrajectorySeries([.init(time: .infinity, value: 1)])
    }
  }
}
