import Foundation
import Statistics
import Testing

/// Two states have a pass of their own, and diagonal transitions a shorter step.
@Suite struct PairTests {
  private static let rows = [[1.0, 0.7], [0.2, 1]]

  /// The same model with further states that nothing sees and nothing moves.
  private func model(
    _ matrix: [Double], noise: [Double], further: Int
  ) throws -> StateSpaceModel {
    let size = 2 + further
    func padded(_ small: [Double], diagonal: Double) -> [Double] {
      (0..<size * size).map { index in
        let (row, column) = (index / size, index % size)
        return row < 2 && column < 2
          ? small[row * 2 + column] : row == column ? diagonal : 0
      }
    }
    return try StateSpaceModel(
      initialCovariance: padded([0.9, 0.1, 0.1, 0.4], diagonal: 0),
      transitions: [.init(matrix: padded(matrix, diagonal: 1), noise: padded(noise, diagonal: 0))],
      rows: Self.rows.map { $0 + Array(repeating: 0, count: further) }, variances: [0.3, 0.6],
      coefficientVariances: [.infinity, 0.5])
  }

  private func observations() throws -> Observations {
    let elements = (0..<40).filter { $0 % 5 != 2 }.map { time in
      Observations.Element(
        time: time, series: time % 2, value: sin(Double(time) * 1.7) + 1,
        regressors: [1, cos(Double(time))])
    }
    return try Observations(
      elements, transitions: Array(repeating: 0, count: 43), regressorCount: 2)
  }

  @Test(arguments: [[0.9, 0.0, 0.0, 0.6], [0.9, 0.2, -0.1, 0.6], [1.0, 1.0, 0.0, 1.0]])
  func `two states say the same as two among three`(matrix: [Double]) throws {
    let data = try observations()
    let noise = [0.2, 0.05, 0.05, 0.3]
    let pair = try model(matrix, noise: noise, further: 0)
    let three = try model(matrix, noise: noise, further: 1)
    let likelihoods = (try pair.likelihood(of: data), try three.likelihood(of: data))
    #expect(abs(likelihoods.0.logLikelihood - likelihoods.1.logLikelihood) < 1e-10)
    let smoothings = (try pair.smoothing(of: data), try three.smoothing(of: data))
    #expect(smoothings.0.instantCount == 43)
    for instant in [0, 17, 42] {
      #expect(
        abs(smoothings.0.mean(of: 1, at: instant) - smoothings.1.mean(of: 1, at: instant)) < 1e-10)
      let covariances = (
        smoothings.0.covariance(of: 0, and: 1, at: instant),
        smoothings.1.covariance(of: 0, and: 1, at: instant)
      )
      #expect(abs(covariances.0 - covariances.1) < 1e-10)
    }
    // Another transition would be noticed.
    let other = try model([0.5, 0, 0, 0.6], noise: noise, further: 0)
    #expect(abs(try other.likelihood(of: data).logLikelihood - likelihoods.0.logLikelihood) > 1e-3)
  }

  @Test func `the law of a sum is made of means and covariances`() throws {
    let smoothing = try model([0.9, 0.2, -0.1, 0.6], noise: [0.2, 0, 0, 0.3], further: 0)
      .smoothing(of: observations())
    let (states, coefficients) = ([0.5, -2.0], [1.0, 0.3])
    for instant in [0, 12, 42] {
      let law = smoothing.law(ofStates: states, coefficients: coefficients, at: instant)
      var (mean, variance) = (0.0, 0.0)
      for row in 0..<2 {
        mean += states[row] * smoothing.mean(of: row, at: instant)
        mean += coefficients[row] * smoothing.likelihood.coefficients[row]
        #expect(smoothing.means[instant * 2 + row] == smoothing.mean(of: row, at: instant))
        for column in 0..<2 {
          variance +=
            states[row] * states[column]
            * smoothing.covariance(of: row, and: column, at: instant)
          variance +=
            2 * states[row] * coefficients[column]
            * smoothing.covariance(of: row, withCoefficient: column, at: instant)
          variance +=
            coefficients[row] * coefficients[column]
            * smoothing.coefficientCovariance[row * 2 + column]
        }
      }
      #expect(abs(law.mean - mean) < 1e-12)
      #expect(abs(law.variance - variance) < 1e-12)
    }
  }

  @Test(arguments: [1, 4])
  func `forecasts of a few observations are those of all`(horizon: Int) throws {
    let data = try observations()
    let model = try model([0.9, 0, 0, 0.6], noise: [0.2, 0, 0, 0.3], further: 0)
    let all = try model.forecasts(of: data, horizon: horizon)
    let some = try model.forecasts(of: data, horizon: horizon, only: 20..<25)
    for index in all.indices {
      #expect(some[index] == ((20..<25).contains(index) ? all[index] : nil))
    }
    #expect(all[22] != nil)
    #expect(try model.forecasts(of: data, horizon: horizon, only: 90..<99).allSatisfy { $0 == nil })
  }
}
