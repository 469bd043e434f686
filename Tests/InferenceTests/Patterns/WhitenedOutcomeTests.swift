import Foundation
import Statistics
import TestKit
import Testing

@testable import Inference

/// Estimates from whitened rows against generalised least squares written out in full.
@Suite struct WhitenedOutcomeTests {
  private static let days = (0..<48).filter { $0 % 5 != 3 && $0 != 20 }.map(Double.init)
  private static let hyperparameters = Hyperparameters(
    levelVariance: 0.05, affectVariance: 0.6, affectTimeConstant: 2.5, noiseVariance: 0.5,
    weekdayVariance: 0.3)
  private static let scale = 2.0

  private static func pseudo(_ day: Double, _ salt: Double) -> Double {
    sin((12.9898 + salt) * day + 7 * salt) + cos((3.7 + 0.3 * salt) * day * day)
  }

  private func series() throws -> TrajectorySeries {
    try TrajectorySeries(
      Self.days.map {
        .init(time: $0, value: 5 + 2 * Self.pseudo($0, 1), regressors: [Self.pseudo($0, 2)])
      }, regressorNames: ["dose"], weekdayOfDayZero: 0)
  }

  private func whitened(_ columns: [[Double]]) throws -> WhitenedOutcome {
    try WhitenedOutcome(
      series(), model: .daily, hyperparameters: Self.hyperparameters, scale: Self.scale,
      columns: columns)
  }

  private func column(_ salt: Double) -> [Double] { Self.days.map { Self.pseudo($0, salt) } }

  private func dense(
    _ columns: [[Double]], hyperparameters: Hyperparameters
  ) -> (estimates: [Double], standardErrors: [Double]) {
    let law = DenseTrajectory(
      times: Self.days, values: [], weekdayOfDayZero: 0, hyperparameters: hyperparameters)
    let covariance = Self.days.map { left in
      Self.days.map {
        law.signal(left, $0) + (left == $0 ? hyperparameters.noiseVariance : 0)
      }
    }
    let values = Self.days.map { 5 + 2 * Self.pseudo($0, 1) }
    let design = Self.days.indices.map { row in
      [1, Self.pseudo(Self.days[row], 2)] + columns.map { $0[row] }
    }
    let fit = DenseOracle.Regression(
      values: values, design: design, covariance: covariance,
      priors: design[0].map { _ in .infinity })
    let quadratic = values.indices.reduce(0.0) { sum, row in
      sum + values[row] * zip(fit.projection[row], values).reduce(0) { $0 + $1.0 * $1.1 }
    }
    let noise = quadratic / Double(values.count - design[0].count)
    return (
      Array(fit.coefficients.dropFirst(2)),
      design[0].indices.dropFirst(2).map { (noise * fit.covariance[$0][$0]).squareRoot() }
    )
  }

  @Test func `least squares of whitened rows are generalised least squares`() throws {
    let columns = [column(3), column(4), column(5)]
    let outcome = try whitened(columns)
    let fit = try #require(
      try ProjectedProducts(outcome, columns: outcome.columns).leastSquares())
    let truth = dense(columns, hyperparameters: Self.hyperparameters)
    var other = Self.hyperparameters
    other.weekdayVariance = 0
    let wrong = dense(columns, hyperparameters: other)
    for index in columns.indices {
      #expect(abs(fit.estimates[index] * Self.scale - truth.estimates[index]) < 1e-9)
      #expect(abs(fit.standardErrors[index] * Self.scale - truth.standardErrors[index]) < 1e-9)
    }
    #expect(zip(truth.estimates, wrong.estimates).contains { abs($0 - $1) > 1e-3 })
  }

  @Test func `columns beyond one pass of the filter are whitened alike`() throws {
    let columns = (0..<23).map { column(3 + Double($0)) }
    let all = try whitened(columns)
    #expect(all.columns.count == 23)
    for index in [0, 19, 20, 22] {
      let alone = try whitened([columns[index]])
      #expect(zip(all.columns[index], alone.columns[0]).allSatisfy { abs($0 - $1) < 1e-10 })
      #expect(zip(all.values, alone.values).allSatisfy { abs($0 - $1) < 1e-10 })
    }
    #expect(all.nuisance.count == 8)
    #expect(all.precisions.count { $0 == 0 } == 2)
  }

  @Test func `groups hold what is correlated, turned to point one way`() throws {
    let first = column(3)
    let mirror = zip(first, column(4)).map { -3 * $0 + 0.3 * $1 }
    let outcome = try whitened([first, column(5), mirror])
    let products = try ProjectedProducts(outcome, columns: outcome.columns)
    let groups = PatternColumns.groups(of: products, beyond: 0.8)
    #expect(groups.map { $0.map(\.column) } == [[0, 2], [1]])
    #expect(groups.map { $0.map(\.weight) } == [[0.5, -0.5], [1]])
    #expect(PatternColumns.groups(of: products, beyond: 1).count == 3)
    let combined = outcome.combined(groups)
    for row in combined[0].indices {
      let expected = 0.5 * outcome.columns[0][row] - 0.5 * outcome.columns[2][row]
      #expect(abs(combined[0][row] - expected) < 1e-12)
    }
  }
}
