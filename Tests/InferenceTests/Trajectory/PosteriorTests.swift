import Foundation
import Inference
import Statistics
import TestKit
import Testing

@Suite struct PosteriorTests {
  private static let values = [3.1, 2.7, 3.3, 4.0, 3.8, 4.4, 4.1, 5.0, 4.7, 4.9, 5.6, 5.1]
  private static let times = [0.0, 1, 2, 4, 5, 6, 9, 10, 11, 12, 13, 15]

  private func dense(_ levelVariance: Double, noise: Double) -> DenseOracle.Regression {
    let covariance = Self.times.indices.map { row in
      Self.times.indices.map {
        levelVariance * min(Self.times[row], Self.times[$0]) + (row == $0 ? noise : 0)
      }
    }
    return DenseOracle.Regression(
      values: Self.values, design: Self.values.map { _ in [1] }, covariance: covariance,
      priors: [.infinity])
  }

  /// Mean and variance of the level at each reading for given variances: y - r u, r - r² D.
  private func level(
    _ regression: DenseOracle.Regression, at index: Int, noise: Double
  ) -> (mean: Double, variance: Double) {
    let weighted = Self.values.indices.reduce(0) {
      $0 + regression.projection[index][$1] * Self.values[$1]
    }
    return (
      Self.values[index] - noise * weighted,
      noise - noise * noise * regression.projection[index][index]
    )
  }

  @Test func `levels with known noise equal fine numerical integration`() throws {
    let noise = 0.15
    let series = try TrajectorySeries(
      zip(Self.times, Self.values).map { .init(time: $0, value: $1) })
    let fit = try Trajectory.posterior(
      of: series, model: TrajectoryModel(noise: .known(variance: noise)))
    // The stated prior: half-normal(0.2) on the level's standard deviation per √day over scale.
    let mean = Self.values.reduce(0, +) / 12
    let scale = (Self.values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 11).squareRoot()
    let grid = stride(from: -9.0, through: 3, by: 0.01).map { $0 }
    let logs = grid.map { point in
      dense(exp(2 * point) * scale * scale, noise: noise).logLikelihood + point
        - 0.5 * exp(2 * point) / 0.04
    }
    let top = logs.max() ?? 0
    let weights = logs.map { exp($0 - top) }
    let total = weights.reduce(0, +)
    for index in [0, 5, 11] {
      var first = 0.0
      var second = 0.0
      for (point, weight) in zip(grid, weights) {
        let law = level(
          dense(exp(2 * point) * scale * scale, noise: noise), at: index, noise: noise)
        first += weight / total * law.mean
        second += weight / total * (law.variance + law.mean * law.mean)
      }
      let found = fit.path[index].level
      let spread = (second - first * first).squareRoot()
      #expect(abs(found.mean - first) < 0.02 * spread)
      #expect(abs(found.standardDeviation - spread) < 0.02 * spread)
    }
  }

  @Test func `a comparison keeps the dependence between two levels`() throws {
    let series = try TrajectorySeries(
      zip(Self.times, Self.values).map { .init(time: $0, value: $1) })
    let fit = try Trajectory.maximumLikelihood(of: series)
    let noise = fit.hyperparameters.noiseVariance
    let regression = dense(fit.hyperparameters.levelVariance, noise: noise)
    let comparison = try fit.comparison(with: 2, at: 12)
    let change = comparison.difference()
    let (origin, later) = (2, 9)
    let expected =
      level(regression, at: later, noise: noise).mean
      - level(regression, at: origin, noise: noise).mean
    // Cov(level_i, level_j | y) = -r² P_ij off the diagonal.
    let variance =
      level(regression, at: later, noise: noise).variance
      + level(regression, at: origin, noise: noise).variance
      + 2 * noise * noise * regression.projection[origin][later]
    #expect(abs(change.mean - expected) < 1e-9)
    #expect(abs(change.standardDeviation - variance.squareRoot()) < 1e-9)
    let halved = comparison.difference(factor: 0.5)
    #expect(
      abs(
        halved.mean
          - (level(regression, at: later, noise: noise).mean
            - 0.5 * level(regression, at: origin, noise: noise).mean)) < 1e-9)
    #expect(try fit.comparison(with: 2, at: 2).difference().standardDeviation < 1e-6)
    #expect(throws: InferenceError.self) { try fit.comparison(with: 2.5) }
    #expect(throws: InferenceError.self) { try fit.comparison(with: 12, at: 2) }
  }

  @Test func `weights sum to one and a forecast widens with distance`() throws {
    let series = try TrajectorySeries(
      (0..<80).map { .init(time: Double($0), value: sin(Double($0) * 7.3) + 4) },
      alsoAt: (80..<94).map(Double.init), weekdayOfDayZero: 0)
    let fit = try Trajectory.posterior(of: series, model: .daily)
    #expect(abs(fit.nodes.reduce(0) { $0 + $1.weight } - 1) < 1e-12)
    #expect(fit.nodes.count >= 10)
    #expect(fit.path.count == 94)
    let widths = fit.path[79...].map { $0.level.standardDeviation }
    for (near, far) in zip(widths, widths.dropFirst()) { #expect(far >= near) }
  }

  @Test func `a weekday effect is found where there is one and not where there is none`() throws {
    var stream = RandomStream(seed: 5)
    let noise = (0..<140).map { _ in 0.5 * stream.normal() }
    func spread(_ effect: Double) throws -> Double {
      let series = try TrajectorySeries(
        (0..<140).map {
          .init(time: Double($0), value: noise[$0] + ($0 % 7 == 6 ? effect : 0))
        }, weekdayOfDayZero: 0)
      let fit = try Trajectory.posterior(of: series, model: .daily)
      let sunday = try #require(fit.path[69].signal).mean - fit.path[69].level.mean
      let monday = try #require(fit.path[70].signal).mean - fit.path[70].level.mean
      return sunday - monday
    }
    let strong = try spread(2)
    let absent = try spread(0)
    #expect(abs(strong - 2) < 0.5)
    #expect(abs(absent) < 0.4)
  }
}
