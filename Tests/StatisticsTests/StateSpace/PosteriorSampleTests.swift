import Statistics
import Testing

/// Draws given observations scatter as the smoother says.
@Suite struct PosteriorSampleTests {
  private func model(levelStart: Double) throws -> StateSpaceModel {
    try StateSpaceModel(
      initialCovariance: [levelStart, 0, 0, 0.5],
      transitions: [.init(matrix: [1, 0, 0, 0.6], noise: [0.1, 0, 0, 0.3])], rows: [[1, 1]],
      variances: [0.4], coefficientVariances: [.infinity, 0.7])
  }

  private func data() throws -> Observations {
    try Observations(
      [(0, 3.1), (1, 2.2), (3, 4.0), (4, 3.3), (6, 5.1)].map { time, value in
        .init(time: time, value: value, regressors: [1, time == 3 || time == 4 ? 1 : -0.5])
      }, transitions: Array(repeating: 0, count: 7), regressorCount: 2)
  }

  /// Mean and variance of numbers, with the standard errors that independent normals have.
  private func moments(_ values: [Double]) -> (mean: Double, variance: Double) {
    let mean = values.reduce(0, +) / Double(values.count)
    return (mean, values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(values.count - 1))
  }

  @Test func `moments agree with the smoother at every instant`() throws {
    let model = try model(levelStart: 0)
    let data = try data()
    let smoothing = try model.smoothing(of: data)
    var stream = RandomStream(seed: 3)
    let count = 3000
    var draws: [(states: [Double], coefficients: [Double])] = []
    for _ in 0..<count { draws.append(try model.posteriorSample(of: data, using: &stream)) }
    // Five standard errors of a mean and of a variance.
    let (near, wide) = (5 / Double(count).squareRoot(), 5 * (2 / Double(count)).squareRoot())
    for instant in 0..<7 {
      for state in 0..<2 {
        let (mean, variance) = moments(draws.map { $0.states[2 * instant + state] })
        let expected = smoothing.covariance(of: state, and: state, at: instant)
        #expect(
          abs(mean - smoothing.mean(of: state, at: instant)) <= near * expected.squareRoot() + 1e-9)
        #expect(abs(variance - expected) <= wide * expected + 1e-9)
      }
      // The level with its starting level, whose dependence on each other is large.
      let (_, variance) = moments(draws.map { $0.states[2 * instant] + $0.coefficients[0] })
      let expected =
        smoothing.covariance(of: 0, and: 0, at: instant) + smoothing.coefficientCovariance[0]
        + 2 * smoothing.covariance(of: 0, withCoefficient: 0, at: instant)
      #expect(abs(variance - expected) < wide * expected)
    }
    for coefficient in 0..<2 {
      let (mean, variance) = moments(draws.map { $0.coefficients[coefficient] })
      let expected = smoothing.coefficientCovariance[coefficient * 3]
      #expect(
        abs(mean - smoothing.likelihood.coefficients[coefficient]) < near * expected.squareRoot())
      #expect(abs(variance - expected) < wide * expected)
    }
  }

  @Test func `draws given nothing near scatter more`() throws {
    let model = try model(levelStart: 0)
    let data = try data()
    var stream = RandomStream(seed: 4)
    var inside: [Double] = []
    var outside: [Double] = []
    for _ in 0..<500 {
      let states = try model.posteriorSample(of: data, using: &stream).states
      inside.append(states[2 * 4 + 1])
      outside.append(states[2 * 5 + 1])
    }
    #expect(moments(outside).variance > 1.1 * moments(inside).variance)
  }
}
