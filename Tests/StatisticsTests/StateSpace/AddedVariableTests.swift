import Foundation
import Statistics
import TestKit
import Testing

/// Further regressors, shocks and joint forecasts against dense algebra.
@Suite struct AddedVariableTests {
  private static let gaps = [0.0, 1, 2.5, 1, 1, 4, 0.3, 1, 1, 2]
  /// Two readings on the first day, none on the third.
  private static let times = [0, 0, 1, 3, 4, 4, 5, 6, 7, 8, 9]

  private static func decay(_ gap: Double) -> Double { exp(-gap / 2) }
  private static func pseudo(_ index: Int) -> Double { sin(Double(index) * 12.9898) * 2 }

  private let model: StateSpaceModel
  private let data: Observations
  private let values: [Double]
  private let design: DenseOracle.Rows
  private let covariance: DenseOracle.Rows
  private let priors = [Double.infinity, 0.4]

  init() throws {
    model = try StateSpaceModel(
      initialCovariance: [0, 0, 0, 0.9],
      transitions: Self.gaps.map { gap in
        StateSpaceModel.Transition(
          matrix: [1, 0, 0, Self.decay(gap)],
          noise: [0.2 * gap, 0, 0, 0.9 * (1 - Self.decay(2 * gap))])
      }, rows: [[1, 1]], variances: [0.3], coefficientVariances: priors)
    values = Self.times.indices.map { Self.pseudo($0) }
    design = Self.times.indices.map { [1, Self.pseudo($0 + 40)] }
    data = try Observations(
      zip(Self.times, zip(values, design)).map {
        .init(time: $0, value: $1.0, regressors: $1.1)
      }, transitions: Array(Self.gaps.indices), regressorCount: 2)
    let places = Self.times.map { Self.gaps[...$0].reduce(0, +) }
    covariance = places.indices.map { row in
      places.indices.map { column in
        0.2 * min(places[row], places[column])
          + 0.9 * Self.decay(abs(places[row] - places[column])) + (row == column ? 0.3 : 0)
      }
    }
  }

  private func check(_ added: AddedVariables, _ columns: [[Double]], collinear: Set<Int>) {
    let plain = DenseOracle.Regression(
      values: values, design: design, covariance: covariance, priors: priors)
    #expect(abs(added.likelihood.logLikelihood - plain.logLikelihood) < 1e-10)
    for (index, column) in columns.enumerated() {
      let rows = column.map { [$0] }
      let image = DenseOracle.product(plain.projection, rows)
      let information = zip(column, image).reduce(0) { $0 + $1.0 * $1.1[0] }
      let score = zip(values, image).reduce(0) { $0 + $1.0 * $1.1[0] }
      #expect(added.isEstimable(index) == !collinear.contains(index))
      guard added.isEstimable(index) else { continue }
      #expect(abs(added.informations[index] - information) < 1e-10)
      #expect(abs(added.scores[index] - score) < 1e-10)
      let wider = DenseOracle.Regression(
        values: values, design: zip(design, column).map { $0 + [$1] }, covariance: covariance,
        priors: priors + [.infinity])
      #expect(abs(added.coefficient(index) - wider.coefficients[2]) < 1e-9)
      #expect(abs(added.logLikelihood(adding: index) - wider.logLikelihood) < 1e-9)
    }
  }

  @Test func `a shock to a state is a regressor that decays as the state does`() throws {
    for state in 0...1 {
      let columns = Self.gaps.indices.map { instant in
        Self.times.map { time -> Double in
          guard time >= instant else { return 0 }
          return state == 0 ? 1 : Self.decay(Self.gaps[(instant + 1)..<(time + 1)].reduce(0, +))
        }
      }
      // A shock to the level at the first instant is the diffuse starting level.
      check(
        try model.shocks(to: state, of: data), columns, collinear: state == 0 ? [0] : [])
    }
  }

  @Test func `any further regressors are tried one at a time`() throws {
    let columns =
      (0..<11).map { column in Self.times.indices.map { Self.pseudo(100 * column + $0) } }
      + [Self.times.map { _ in 2 }]
    let added = try model.added(FurtherRegressors(columns), to: data)
    #expect(added.scores.count == 12)
    check(added, columns, collinear: [11])
  }

  @Test func `the likelihood at the best scale is that of a model so scaled`() throws {
    let noise = try StateSpaceModel(
      initialCovariance: [0], transitions: [.init(matrix: [1], noise: [0.5])], rows: [[1]],
      variances: [1], coefficientVariances: [.infinity])
    let places = (0..<12).map {
      Observations.Element(time: $0, value: Self.pseudo($0), regressors: [1])
    }
    let data = try Observations(places, transitions: places.map { _ in 0 }, regressorCount: 1)
    let added = try noise.shocks(to: 0, of: data)
    for instant in 1..<12 {
      let wider = try Observations(
        places.map {
          .init(time: $0.time, value: $0.value, regressors: [1, $0.time >= instant ? 1 : 0])
        },
        transitions: places.map { _ in 0 }, regressorCount: 2)
      let model = try StateSpaceModel(
        initialCovariance: [0], transitions: noise.transitions, rows: [[1]], variances: [1],
        coefficientVariances: [.infinity, .infinity])
      let likelihood = try model.likelihood(of: wider)
      #expect(
        abs(added.scaledLogLikelihood(adding: instant) - likelihood.scaledLogLikelihood) < 1e-10)
      #expect(abs(added.scale(adding: instant) - likelihood.scale) < 1e-10)
    }
  }

  @Test func `later observations are forecast jointly from earlier ones`() throws {
    let forecast = try model.jointForecast(of: data, from: 5)
    let first = 6
    let known = Array(0..<first)
    // The proper coefficient enters as covariance, the diffuse one by a very large variance.
    let all = covariance.indices.map { row in
      covariance.indices.map { column in
        covariance[row][column] + 1e5 + 0.4 * design[row][1] * design[column][1]
      }
    }
    let precision = DenseOracle.inverse(known.map { row in known.map { all[row][$0] } }).inverse
    let later = Array(first..<values.count)
    let gain = DenseOracle.product(later.map { row in known.map { all[row][$0] } }, precision)
    let means = DenseOracle.product(gain, known.map { [values[$0]] })
    let learnt = DenseOracle.product(gain, known.map { row in later.map { all[row][$0] } })
    for row in later.indices {
      #expect(abs(forecast.means[row] - means[row][0]) < 1e-4)
      #expect(abs(forecast.errors[row] - (values[later[row]] - means[row][0])) < 1e-4)
      for column in later.indices {
        let expected = all[later[row]][later[column]] - learnt[row][column]
        #expect(abs(forecast.covariance[row, column] - expected) < 1e-4)
      }
    }
  }

  @Test func `what does not fit is refused`() throws {
    #expect(throws: StateSpaceError.self) { try model.shocks(to: 2, of: data) }
    #expect(throws: StateSpaceError.self) { try model.shocks(to: -1, of: data) }
    #expect(throws: StateSpaceError.self) { try FurtherRegressors([[1, 2], [1]]) }
    #expect(throws: StateSpaceError.self) { try FurtherRegressors([[1, .nan]]) }
    #expect(throws: StateSpaceError.self) {
      try model.added(FurtherRegressors([[1, 2]]), to: data)
    }
    #expect(throws: StateSpaceError.self) { try model.jointForecast(of: data, from: 0) }
    #expect(try model.jointForecast(of: data, from: 99).means.isEmpty)
    let many = (0..<2100).map { Observations.Element(time: $0, value: 1, regressors: [1, 0]) }
    let long = try Observations(many, transitions: many.map { _ in 0 }, regressorCount: 2)
    #expect(throws: StateSpaceError.self) { try model.jointForecast(of: long, from: 50) }
  }
}
