import Statistics
import Testing

/// Indices and numbers at the end of their range are refused or answered.
@Suite struct StateSpaceLimitTests {
  private let walk = StateSpaceModel.Transition(matrix: [1], noise: [1])

  @Test func `indices at the end of their range are refused`() {
    #expect(throws: StateSpaceError.self) {
      try Observations(
        times: [0], series: [0], rows: [1], transitions: [0], regressorCount: .max)
    }
    #expect(throws: StateSpaceError.self) {
      try Observations(
        times: [0], series: [.max], rows: [1], transitions: [0], regressorCount: 0)
    }
    #expect(throws: StateSpaceError.self) {
      try Observations(
        times: [0], series: [0], rows: [1], transitions: [0, .max], regressorCount: 0)
    }
  }

  @Test func `a forecast farther ahead than the series is long is none`() throws {
    let model = try StateSpaceModel(
      initialCovariance: [1], transitions: [walk], rows: [[1]], variances: [1])
    let data = try Observations(
      [.init(time: 0, value: 1), .init(time: 1, value: 2)], transitions: [0, 0])
    #expect(try model.forecasts(of: data, horizon: .max) == [nil, nil])
  }

  @Test func `an observation row that is not a number is refused`() {
    #expect(throws: StateSpaceError.self) {
      try StateSpaceModel(
        initialCovariance: [1], transitions: [walk], rows: [[.nan]], variances: [1])
    }
  }

  @Test func `the interval of a mixture that is not a number is the whole line`() {
    let mixture = NormalMixture(Normal(mean: .nan, standardDeviation: 1))
    #expect(mixture.interval(0.95) == -Double.infinity...Double.infinity)
    #expect(
      NormalMixture(.standard).interval(.nan) == -Double.infinity...Double.infinity)
  }

  /// A walk read without noise from a diffuse start: the first reading is the start itself.
  @Test(arguments: [0.0, 1e-12])
  func `readings without noise are refused where they settle a coefficient`(noise: Double) throws {
    let model = try StateSpaceModel(
      initialCovariance: [0], transitions: [walk], rows: [[1]], variances: [noise],
      coefficientVariances: [.infinity])
    let values = [1.0, 3, 2, 5]
    let data = try Observations(
      values.enumerated().map { .init(time: $0.offset, value: $0.element, regressors: [1]) },
      transitions: [0, 0, 0, 0], regressorCount: 1)
    guard noise > 0 else {
      #expect(throws: StateSpaceError.self) { try model.likelihood(of: data) }
      #expect(throws: StateSpaceError.self) { try model.smoothing(of: data) }
      #expect(try model.forecasts(of: data) == [nil, nil, nil, nil])
      return
    }
    // The likelihood of the steps 2, -1 and 3, each standard normal.
    let exact = -0.5 * (3 * Normal.standard.logDensity(0) * -2 + 4 + 1 + 9)
    #expect(abs(try model.likelihood(of: data).logLikelihood - exact) < 1e-9)
  }
}
