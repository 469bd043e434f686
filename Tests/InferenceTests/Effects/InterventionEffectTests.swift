import Foundation
import Inference
import Statistics
import TestKit
import Testing

@Suite struct InterventionEffectTests {
  private func column(_ series: TrajectorySeries, _ input: (Double) -> Double) -> [Double] {
    series.readings.map { input($0.time) }
  }

  @Test(arguments: [TrajectoryModel.localLevel, .daily])
  func `under maximum likelihood the effect is the dense regression coefficient`(
    model: TrajectoryModel
  ) throws {
    let series = try wandering(48, step: (20, 1.5))
    let effect = try InterventionEffect(
      of: Intervention(.step, at: [20]), on: series, model: model, method: .maximumLikelihood)
    let dense = DenseEffect(
      series: series, model: model, hyperparameters: effect.hyperparameters)
    let regression = dense.regression(adding: [column(series) { $0 >= 20 ? 1 : 0 }])
    #expect(abs(effect.estimate - regression.coefficients[2]) < 1e-7)
    #expect(abs(effect.standardError - regression.covariance[2][2].squareRoot()) < 1e-8)
    #expect(abs(effect.logLikelihood - regression.logLikelihood) < 1e-8)
  }

  @Test func `a ramp rises over its days and is then held`() throws {
    let series = try wandering(48, step: (20, 1.5))
    let effect = try InterventionEffect(
      of: Intervention(.ramp(days: 6), at: [18]), on: series, model: .localLevel,
      method: .maximumLikelihood)
    let dense = DenseEffect(
      series: series, model: .localLevel, hyperparameters: effect.hyperparameters)
    let ramp = column(series) { min(max(($0 - 18) / 6, 0), 1) }
    #expect(abs(effect.estimate - dense.regression(adding: [ramp]).coefficients[2]) < 1e-7)
  }

  @Test func `the posterior mixes dense laws over its nodes`() throws {
    let series = try wandering(40, step: (20, 1.5))
    let input = try Intervention(.step, at: [20])
    let effect = try InterventionEffect(of: input, on: series, model: .localLevel)
    // The same grid, from the public fit with the input as one more regressor.
    let wider = try TrajectorySeries(
      series.readings.map {
        .init(
          time: $0.time, value: $0.value, regressors: $0.regressors + [$0.time >= 20 ? 1 : 0])
      }, regressorNames: ["sleep", "step"], alsoAt: series.times, weekdayOfDayZero: 3)
    let fit = try Trajectory.posterior(of: wider, model: .localLevel)
    var (mean, square) = (0.0, 0.0)
    for node in fit.nodes {
      let dense = DenseEffect(
        series: wider, model: .localLevel, hyperparameters: node.hyperparameters)
      let regression = dense.regression()
      mean += node.weight * regression.coefficients[2]
      square +=
        node.weight
        * (regression.covariance[2][2] + regression.coefficients[2] * regression.coefficients[2])
    }
    #expect(fit.nodes.count > 5)
    #expect(abs(effect.estimate - mean) < 1e-6)
    #expect(abs(effect.standardError - (square - mean * mean).squareRoot()) < 1e-6)
  }

  @Test func `time constants of a decay weigh by their comparable likelihoods`() throws {
    let series = try wandering(40, step: (20, 0.4))
    let sessions = [12.0, 15, 19]
    let effect = try InterventionEffect(
      of: Intervention(.decay, at: sessions), on: series, model: .localLevel,
      method: .maximumLikelihood)
    #expect(effect.timeConstants.map(\.days) == [2, 4, 7, 14, 30])
    #expect(abs(effect.timeConstants.reduce(0) { $0 + $1.weight } - 1) < 1e-12)
    var weights: [Double] = []
    for days in [2.0, 4, 7, 14, 30] {
      let input = column(series) { time in
        sessions.reduce(0) { time < $1 ? $0 : $0 + exp(-(time - $1) / days) }
      }
      let wider = try TrajectorySeries(
        zip(series.readings, input).map {
          .init(time: $0.time, value: $0.value, regressors: $0.regressors + [$1])
        }, regressorNames: ["sleep", "input"])
      let fit = try Trajectory.maximumLikelihood(of: wider)
      let dense = DenseEffect(
        series: wider, model: .localLevel, hyperparameters: fit.hyperparameters)
      weights.append(exp(dense.regression().logLikelihood + dense.volume()))
    }
    let total = weights.reduce(0, +)
    for (found, weight) in zip(effect.timeConstants, weights) {
      #expect(abs(found.weight - weight / total) < 1e-6)
    }
  }

  @Test func `a step that is there is found, and one that is not is not`() throws {
    let input = try Intervention(.step, at: [40])
    let with = try InterventionEffect(
      of: input, on: wandering(90, step: (40, 3)), model: .localLevel)
    let without = try InterventionEffect(of: input, on: wandering(90), model: .localLevel)
    #expect(with.interval.contains(3))
    #expect(!with.interval.contains(0))
    #expect(with.probabilityOfSign > 0.99)
    #expect(without.interval.contains(0))
    #expect(abs(with.estimate - without.estimate - 3) < 0.3)
  }

  @Test func `reweighing a known posterior comes near a fit of its own`() throws {
    let series = try wandering(90, step: (40, 1))
    let input = try Intervention(.step, at: [40])
    let base = try Trajectory.posterior(of: series, model: .localLevel)
    let quick = try InterventionEffect(of: input, given: base)
    let full = try InterventionEffect(of: input, on: series, model: .localLevel)
    #expect(!full.isReweighed)
    #expect(abs(quick.estimate - full.estimate) < 0.15 * full.standardError)
    #expect(abs(quick.standardError / full.standardError - 1) < 0.15)
  }

  @Test func `a posterior that cannot stand for the one with the input is not reweighed`() throws {
    let series = try wandering(90, step: (40, 30))
    let base = try Trajectory.posterior(of: series, model: .localLevel)
    let effect = try InterventionEffect(of: Intervention(.step, at: [40]), given: base)
    #expect(!effect.isReweighed)
    #expect(abs(effect.estimate - 30) < 1)
  }
}
