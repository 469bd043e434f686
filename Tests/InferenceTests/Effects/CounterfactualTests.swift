import Foundation
import Inference
import Statistics
import TestKit
import Testing

@Suite struct CounterfactualTests {
  @Test(arguments: [
    TrajectoryModel.localLevel, TrajectoryModel(hasAffect: true), .daily,
  ])
  func `the joint covariance of the forecast is that of dense algebra`(
    model: TrajectoryModel
  ) throws {
    let series = try wandering(44, missing: [3, 17, 30, 31])
    let path = try Counterfactual.forecast(
      of: series, from: 26, model: model, method: .maximumLikelihood)
    let fit = try Trajectory.maximumLikelihood(of: series.before(26), model: model)
    let dense = DenseEffect(
      series: series, model: model, hyperparameters: fit.hyperparameters)
    let first = try #require(series.readings.firstIndex { $0.time >= 26 })
    let (means, covariance) = dense.forecast(from: first)
    try #require(path.readings.count == means.count)
    var total = 0.0
    for row in means.indices {
      #expect(abs(path.readings[row].expected - means[row]) < 1e-8)
      for column in means.indices {
        #expect(abs(path.covariance[row, column] - covariance[row][column]) < 1e-8)
        total += covariance[row][column]
      }
    }
    let sum = zip(series.readings[first...], means).reduce(0) { $0 + $1.0.value - $1.1 }
    let count = Double(means.count)
    #expect(abs(path.total.mean - sum) < 1e-7)
    #expect(abs(path.total.standardDeviation - total.squareRoot()) < 1e-7)
    #expect(abs(path.mean.mean - sum / count) < 1e-8)
    #expect(abs(path.mean.standardDeviation - total.squareRoot() / count) < 1e-8)
    // Independent errors would have promised far more.
    let diagonal = means.indices.reduce(0) { $0 + covariance[$1][$1] }
    #expect(path.total.standardDeviation > 1.2 * diagonal.squareRoot())
  }

  @Test func `the posterior forecast mixes dense forecasts, means between nodes included`() throws {
    let series = try wandering(34, missing: [3, 30])
    let path = try Counterfactual.forecast(of: series, from: 24, model: .localLevel)
    let fit = try Trajectory.posterior(of: series.before(24), model: .localLevel)
    let first = try #require(series.readings.firstIndex { $0.time >= 24 })
    let count = series.readings.count - first
    var means = [Double](repeating: 0, count: count)
    var products = Array(repeating: means, count: count)
    for node in fit.nodes {
      let dense = DenseEffect(
        series: series, model: .localLevel, hyperparameters: node.hyperparameters)
      let (own, covariance) = dense.forecast(from: first)
      for row in 0..<count {
        means[row] += node.weight * own[row]
        for column in 0..<count {
          products[row][column] += node.weight * (covariance[row][column] + own[row] * own[column])
        }
      }
    }
    for row in 0..<count {
      #expect(abs(path.readings[row].expected - means[row]) < 1e-7)
      for column in 0..<count {
        let expected = products[row][column] - means[row] * means[column]
        #expect(abs(path.covariance[row, column] - expected) < 1e-6)
      }
    }
    let chosen = try #require(path.mean(over: 25...28))
    let places = path.readings.indices.filter { (25...28).contains(path.readings[$0].time) }
    var variance = 0.0
    for row in places {
      for column in places { variance += products[row][column] - means[row] * means[column] }
    }
    #expect(abs(chosen.standardDeviation - variance.squareRoot() / Double(places.count)) < 1e-6)
    #expect(path.mean(over: 100...200) == nil)
  }

  @Test func `in the whole series the path is the readings less the effect, all days together`()
    throws
  {
    let series = try wandering(60, step: (30, 1.5))
    let effect = try InterventionEffect(
      of: Intervention(.ramp(days: 5), at: [30]), on: series, model: .localLevel)
    let path = try effect.counterfactual(days: 20)
    #expect(path.readings.allSatisfy { (30..<50).contains($0.time) })
    let inputs = path.readings.map { min(($0.time - 30) / 5, 1) }
    let variance = effect.standardError * effect.standardError
    for (row, reading) in path.readings.enumerated() {
      #expect(abs(reading.effect - effect.estimate * inputs[row]) < 1e-9)
      for column in inputs.indices {
        let expected = variance * inputs[row] * inputs[column]
        #expect(abs(path.covariance[row, column] - expected) < 1e-9)
      }
    }
    let share = inputs.reduce(0, +) / Double(inputs.count)
    #expect(abs(path.mean.mean - effect.estimate * share) < 1e-9)
    #expect(abs(path.mean.standardDeviation - effect.standardError * share) < 1e-9)
  }

  @Test func `what cannot be forecast is refused by name`() throws {
    let series = try wandering(30)
    #expect(throws: InferenceError.self) { try Counterfactual.forecast(of: series, from: 0) }
    #expect(throws: InferenceError.self) { try Counterfactual.forecast(of: series, from: 900) }
    let effect = try InterventionEffect(
      of: Intervention(.step, at: [15]), on: series, model: .localLevel)
    #expect(throws: InferenceError.self) { try effect.counterfactual(days: 0) }
  }
}
