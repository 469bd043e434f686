import Foundation
import Statistics
import TestKit
import Testing

/// Filter and smoother against the joint normal distribution written out in full.
@Suite struct SmoothingTests {
  /// Two states (a level and a decaying affect), two series, uneven gaps, values missing.
  private struct Case {
    let model: StateSpaceModel
    let data: Observations
    let design: DenseOracle.Rows
    let covariance: DenseOracle.Rows
    let values: [Double]
    let stateCovariance: DenseOracle.Rows
    let crossCovariance: DenseOracle.Rows
    let priors: [Double]
  }

  private static let gaps = [0.0, 1, 2.5, 1, 1, 4, 0.3, 1, 1]
  private static let rows = [[1.0, 1.0], [0.0, 0.7]]
  private static let noise = [0.3, 0.5]

  /// Which series were observed at which instant.
  private static let seen: [[Int]] = [[0, 1], [0], [], [1], [0, 1], [0], [1, 0], [], [0]]

  private static func pseudo(_ index: Int) -> Double { sin(Double(index) * 12.9898) * 2 }

  private func makeCase(levelStart: Double) throws -> Case {
    let variancePerDay = 0.2
    let stationary = 0.9
    let decay = { (gap: Double) in exp(-gap / 2) }
    let transitions = Self.gaps.map { gap in
      StateSpaceModel.Transition(
        matrix: [1, 0, 0, decay(gap)],
        noise: [variancePerDay * gap, 0, 0, stationary * (1 - decay(gap) * decay(gap))])
    }
    let priors = [Double.infinity, 0.4]
    let model = try StateSpaceModel(
      initialCovariance: [levelStart, 0, 0, stationary], transitions: transitions,
      rows: Self.rows, variances: Self.noise, coefficientVariances: priors)
    var elements: [Observations.Element] = []
    for (time, list) in Self.seen.enumerated() {
      for series in list {
        let index = elements.count
        elements.append(
          Observations.Element(
            time: time, series: series, value: Self.pseudo(index) + 1,
            regressors: [series == 0 ? 1 : 0.2, Self.pseudo(index + 100)]))
      }
    }
    let data = try Observations(
      elements, transitions: Array(Self.gaps.indices), regressorCount: 2)
    let when = Self.gaps.indices.map { Self.gaps[...$0].reduce(0, +) }
    let level = { (a: Int, b: Int) in levelStart + variancePerDay * min(when[a], when[b]) }
    let affect = { (a: Int, b: Int) in stationary * exp(-abs(when[a] - when[b]) / 2) }
    func joint(_ row: [Double], _ a: Int, _ other: [Double], _ b: Int) -> Double {
      row[0] * other[0] * level(a, b) + row[1] * other[1] * affect(a, b)
    }
    let covariance = elements.indices.map { i in
      elements.indices.map { j in
        joint(
          Self.rows[elements[i].series], elements[i].time, Self.rows[elements[j].series],
          elements[j].time) + (i == j ? Self.noise[elements[i].series] : 0)
      }
    }
    let units = [[1.0, 0.0], [0.0, 1.0]]
    let stateIndices = Self.gaps.indices.flatMap { time in [(time, 0), (time, 1)] }
    return Case(
      model: model, data: data, design: elements.map(\.regressors), covariance: covariance,
      values: elements.map(\.value),
      stateCovariance: stateIndices.map { a in
        stateIndices.map { b in joint(units[a.1], a.0, units[b.1], b.0) }
      },
      crossCovariance: stateIndices.map { a in
        elements.map { joint(units[a.1], a.0, Self.rows[$0.series], $0.time) }
      }, priors: priors)
  }

  @Test func `likelihood and coefficients equal the dense definition`() throws {
    let it = try makeCase(levelStart: 0.8)
    let oracle = DenseOracle.Regression(
      values: it.values, design: it.design, covariance: it.covariance, priors: it.priors)
    let found = try it.model.likelihood(of: it.data)
    #expect(abs(found.logLikelihood - oracle.logLikelihood) < 1e-11)
    for (index, coefficient) in oracle.coefficients.enumerated() {
      #expect(abs(found.coefficients[index] - coefficient) < 1e-11)
      for (other, covariance) in oracle.covariance[index].enumerated() {
        #expect(abs(found.covariance[index * 2 + other] - covariance) < 1e-11)
      }
    }
  }

  @Test func `smoothed states equal the conditional normal distribution`() throws {
    let it = try makeCase(levelStart: 0.8)
    let oracle = DenseOracle.Regression(
      values: it.values, design: it.design, covariance: it.covariance, priors: it.priors)
    let smoothing = try it.model.smoothing(of: it.data)
    let image = DenseOracle.product(oracle.projection, it.values.map { [$0] })
    let means = DenseOracle.product(it.crossCovariance, image)
    let removed = DenseOracle.product(
      DenseOracle.product(it.crossCovariance, oracle.projection),
      DenseOracle.transpose(it.crossCovariance))
    for time in Self.gaps.indices {
      for state in 0..<2 {
        #expect(abs(smoothing.mean(of: state, at: time) - means[time * 2 + state][0]) < 1e-11)
        for other in 0..<2 {
          let row = time * 2 + state
          let column = time * 2 + other
          let expected = it.stateCovariance[row][column] - removed[row][column]
          #expect(abs(smoothing.covariance(of: state, and: other, at: time) - expected) < 1e-11)
        }
      }
    }
  }

  /// The conditional law of one observation given others, coefficients estimated from those.
  private func law(
    of index: Int, given others: [Int], in it: Case
  ) -> (mean: Double, variance: Double) {
    let among = others.map { row in others.map { it.covariance[row][$0] } }
    let oracle = DenseOracle.Regression(
      values: others.map { it.values[$0] }, design: others.map { it.design[$0] },
      covariance: among, priors: it.priors)
    let link = [others.map { it.covariance[index][$0] }]
    let gain = DenseOracle.product(link, DenseOracle.inverse(among).inverse)
    let reached = DenseOracle.product(gain, others.map { it.design[$0] })[0]
    let left = zip(it.design[index], reached).map { $0 - $1 }
    let image = DenseOracle.product(oracle.projection, others.map { [it.values[$0]] })
    let spread = DenseOracle.product(
      DenseOracle.product([left], oracle.covariance), left.map { [$0] })[0][0]
    let mean = zip(it.design[index], oracle.coefficients).reduce(0) { $0 + $1.0 * $1.1 }
    let explained = zip(gain[0], link[0]).reduce(0) { $0 + $1.0 * $1.1 }
    return (
      mean + DenseOracle.product(link, image)[0][0],
      it.covariance[index][index] - explained + spread
    )
  }

  @Test func `leaving one observation out equals really leaving it out`() throws {
    let it = try makeCase(levelStart: 0.8)
    let smoothing = try it.model.smoothing(of: it.data)
    for index in it.values.indices {
      let expected = law(of: index, given: it.values.indices.filter { $0 != index }, in: it)
      let error = smoothing.errors[index]
      #expect(abs(it.values[index] - error.leaveOneOutResidual - expected.mean) < 1e-10)
      #expect(abs(error.leaveOneOutVariance - expected.variance) < 1e-10)
    }
  }

  @Test(arguments: [1, 2, 3])
  func `a forecast equals the conditional law given what came earlier`(horizon: Int) throws {
    let it = try makeCase(levelStart: 0.8)
    let times = Self.seen.indices.flatMap { time in Self.seen[time].map { _ in time } }
    let forecasts = try it.model.forecasts(of: it.data, horizon: horizon)
    var compared = 0
    for (index, forecast) in forecasts.enumerated() {
      let earlier = times.indices.filter { times[$0] <= times[index] - horizon }
      guard let forecast else {
        #expect(earlier.isEmpty)
        continue
      }
      let expected = law(of: index, given: earlier, in: it)
      #expect(abs(forecast.mean - expected.mean) < 1e-10)
      #expect(abs(forecast.variance - expected.variance) < 1e-10)
      #expect(abs(forecast.mean + forecast.error - it.values[index]) < 1e-12)
      compared += 1
    }
    #expect(compared >= 5)
  }

  @Test func `one state gives the same likelihood in registers as in general`() throws {
    let transitions = [StateSpaceModel.Transition(matrix: [0.9], noise: [0.2])]
    let padded = [StateSpaceModel.Transition(matrix: [0.9, 0, 0, 1], noise: [0.2, 0, 0, 0])]
    let elements = (0..<30).filter { $0 % 7 != 3 }.map {
      Observations.Element(time: $0, value: Self.pseudo($0), regressors: [1, Self.pseudo($0 + 50)])
    }
    let data = try Observations(
      elements, transitions: Array(repeating: 0, count: 31), regressorCount: 2)
    let diffuse = [Double.infinity, .infinity]
    let one = try StateSpaceModel(
      initialCovariance: [0.4], transitions: transitions, rows: [[1]], variances: [0.3],
      coefficientVariances: diffuse)
    let two = try StateSpaceModel(
      initialCovariance: [0.4, 0, 0, 0], transitions: padded, rows: [[1, 0]], variances: [0.3],
      coefficientVariances: diffuse)
    let left = try one.likelihood(of: data)
    let right = try two.likelihood(of: data)
    #expect(abs(left.logLikelihood - right.logLikelihood) < 1e-12)
    #expect(abs(left.scale - right.scale) < 1e-12)
  }

  @Test func `a repeated regressor is named, too few observations are counted`() throws {
    let model = try StateSpaceModel(
      initialCovariance: [0], transitions: [.init(matrix: [1], noise: [0.1])], rows: [[1]],
      variances: [1], coefficientVariances: [.infinity, .infinity])
    let twins = try Observations(
      (0..<9).map { .init(time: $0, value: Self.pseudo($0), regressors: [1, 1]) },
      transitions: Array(repeating: 0, count: 9), regressorCount: 2)
    #expect(throws: StateSpaceError.collinear(column: 1)) { try model.likelihood(of: twins) }
    let few = try Observations(
      (0..<2).map { .init(time: $0, value: 1, regressors: [1, Double($0)]) },
      transitions: [0, 0], regressorCount: 2)
    #expect(throws: StateSpaceError.tooFew(observations: 2, needed: 3)) {
      try model.likelihood(of: few)
    }
  }
}
