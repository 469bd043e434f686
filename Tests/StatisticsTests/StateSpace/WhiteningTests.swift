import Foundation
import Statistics
import TestKit
import Testing

/// Whitened rows against those of a dense Cholesky factor.
@Suite struct WhiteningTests {
  private static let days = [0.0, 1, 2, 5, 6, 9, 10, 11, 12, 20]
  private static let levelVariance = 0.2
  private static let affectVariance = 0.7
  private static let noise = 0.4

  private func model() throws -> (model: StateSpaceModel, transitions: [Int]) {
    let gaps = zip(Self.days, [0] + Self.days).map { $0 - $1 }
    let transitions = gaps.map { gap in
      let decay = exp(-gap / 2)
      return StateSpaceModel.Transition(
        matrix: [1, 0, 0, decay],
        noise: [Self.levelVariance * gap, 0, 0, Self.affectVariance * (1 - decay * decay)])
    }
    let model = try StateSpaceModel(
      initialCovariance: [0, 0, 0, Self.affectVariance], transitions: transitions, rows: [[1, 1]],
      variances: [Self.noise], coefficientVariances: [.infinity, 2])
    return (model, Array(gaps.indices))
  }

  private var columns: [[Double]] {
    [
      Self.days.map { sin(3 * $0) }, Self.days.map { _ in 1 },
      Self.days.map { cos(1.3 * $0 * $0) },
    ]
  }

  private func covariance(affect: Double) -> Matrix {
    Matrix(
      Self.days.map { left in
        Self.days.map { right in
          Self.levelVariance * min(left, right) + affect * exp(-abs(left - right) / 2)
            + (left == right ? Self.noise : 0)
        }
      })
  }

  @Test func `rows are those of the inverse Cholesky factor of the readings' covariance`() throws {
    let (model, transitions) = try model()
    let columns = columns
    let elements = Self.days.indices.map {
      Observations.Element(
        time: $0, value: columns[0][$0], regressors: [columns[1][$0], columns[2][$0]])
    }
    let rows = try model.whitened(
      Observations(elements, transitions: transitions, regressorCount: 2))
    let factor = try #require(Cholesky(covariance(affect: Self.affectVariance)))
    let other = try #require(Cholesky(covariance(affect: 0.3)))
    for (found, column) in zip([rows.values] + rows.regressors, columns) {
      let dense = factor.whiten(column)
      #expect(zip(found, dense).allSatisfy { abs($0 - $1) < 1e-12 })
      #expect(zip(found, other.whiten(column)).contains { abs($0 - $1) > 0.05 })
    }
  }

  @Test func `more regressors than fit into a pass are refused`() throws {
    let (model, transitions) = try model()
    let elements = Self.days.indices.map {
      Observations.Element(
        time: $0, value: 1, regressors: [Double](repeating: 1, count: 32))
    }
    let wide = try StateSpaceModel(
      initialCovariance: model.initialCovariance, transitions: model.transitions,
      rows: model.rows, variances: model.variances,
      coefficientVariances: [Double](repeating: 1, count: 32))
    let data = try Observations(elements, transitions: transitions, regressorCount: 32)
    #expect(throws: StateSpaceError.self) { try wide.whitened(data) }
  }
}
