import Foundation
import Statistics
import TestKit
import Testing

@testable import Inference

@Suite struct ContinuousMediationTests {
  private static let drift = Matrix([
    [-0.357, 0, 0], [0.771, -0.511, 0], [-0.450, 0.729, -0.693],
  ])

  /// Readings of a diffusion with noise, a tenth of them missing, gaps of 1 or 2.
  private func readings(_ count: Int, stream: UInt64) throws -> [ContinuousMediation.Reading] {
    let diffusion = Matrix(diagonal: [0.5, 0.5, 0.5])
    let rest = try #require(stationaryCovariance(drift: Self.drift, diffusion: diffusion))
    let steps = try [1.0, 2].map { gap in
      try #require(discretised(drift: Self.drift, diffusion: diffusion, gap: gap))
    }
    var random = RandomStream(seed: 61, stream: stream)
    func shock(_ covariance: Matrix) throws -> [Double] {
      try #require(Cholesky(covariance)).lower
        * [random.normal(), random.normal(), random.normal()]
    }
    var state = try shock(rest)
    var time = 0.0
    var readings: [ContinuousMediation.Reading] = []
    for index in 0..<count {
      let kind = index % 3 == 2 ? 1 : 0
      if index > 0 {
        time += [1.0, 2][kind]
        let noise = try shock(steps[kind].noise)
        state = zip(steps[kind].transition * state, noise).map { $0 + $1 }
      }
      let values = state.map { random.uniform() < 0.1 ? nil : $0 + 0.2 * random.normal() }
      readings.append(
        .init(time: time, cause: values[0], mediator: values[1], outcome: values[2]))
    }
    return readings
  }

  /// Any list of numbers gives a drift that solves A S + S A' + GG' = 0.
  @Test func `every list of numbers is a stable drift`() throws {
    var random = RandomStream(seed: 62)
    for _ in 0..<50 {
      let numbers = (0..<15).map { _ in random.normal() }
      let diffusion = try #require(StableDrift(numbers[...]))
      var lower = Matrix(rows: 3, columns: 3)
      var next = 6
      for row in 0..<3 {
        for column in 0...row {
          lower[row, column] = row == column ? exp(numbers[next]) : numbers[next]
          next += 1
        }
      }
      let noise = (lower * lower.transpose).symmetrised
      let solved = try #require(
        stationaryCovariance(drift: diffusion.drift, diffusion: noise))
      for (left, right) in zip(solved.elements, diffusion.stationary.elements) {
        #expect(abs(left - right) < 1e-8 * max(abs(right), 1))
      }
    }
  }

  @Test func `steps over multiples are those of the exact discretisation`() throws {
    let start = try #require(
      StableDrift.parameters(stationary: Matrix.identity(3), rate: 0.4))
    var numbers = start
    numbers[13] = 0.2
    numbers[7] = 0.1
    let diffusion = try #require(StableDrift(numbers[...]))
    let steps = diffusion.steps(over: [1, 5, 64], of: 1 / 64)
    for (step, gap) in zip(steps, [1.0 / 64, 5.0 / 64, 1]) {
      let exact = (diffusion.drift * gap).exponential()
      for (left, right) in zip(step.matrix, exact.elements) { #expect(abs(left - right) < 1e-13) }
    }
  }

  /// The likelihood against the multivariate normal density of all readings at once.
  @Test func `the likelihood is that of dense algebra`() throws {
    let readings = try readings(100, stream: 1)
    var options = ContinuousMediation.Options()
    options.hasTrend = false
    let design = try DiffusionDesign(readings, options)
    let objective = DiffusionObjective(design: design, hasNoise: true)
    let point = try #require(objective.start)
    let diffusion = try #require(StableDrift(point[..<15]))
    var (values, rows, places): ([Double], [[Double]], [(time: Double, variable: Int)]) = (
      [], [], []
    )
    for variable in 0..<3 {
      let seen = readings.compactMap { $0.values[variable] }
      let mean = seen.reduce(0, +) / Double(seen.count)
      for reading in readings {
        guard let value = reading.values[variable] else { continue }
        values.append((value - mean) / design.deviations[variable])
        rows.append((0..<3).map { $0 == variable ? 1 : 0 })
        places.append((reading.time / design.timeUnit, variable))
      }
    }
    let noise = objective.noise(point)
    var carried: [Double: Matrix] = [:]
    func cross(_ gap: Double) -> Matrix {
      if let known = carried[gap] { return known }
      let matrix = (diffusion.drift * gap).exponential() * diffusion.stationary
      carried[gap] = matrix
      return matrix
    }
    let covariance = places.map { first in
      places.map { second in
        let cross = cross(abs(first.time - second.time))
        let shared =
          first.time >= second.time
          ? cross[first.variable, second.variable] : cross[second.variable, first.variable]
        let isSame = first.time == second.time && first.variable == second.variable
        return shared + (isSame ? noise[first.variable] : 0)
      }
    }
    let dense = DenseOracle.Regression(
      values: values, design: rows, covariance: covariance,
      priors: [.infinity, .infinity, .infinity])
    #expect(abs(try objective.likelihood(at: point) - dense.logLikelihood) < 1e-7)
  }

  @Test func `few readings and readings that do not vary are refused`() throws {
    let readings = try readings(90, stream: 2)
    func message(_ readings: [ContinuousMediation.Reading], lags: [Double] = [1]) -> String {
      var options = ContinuousMediation.Options()
      options.lags = lags
      options.evaluationLimit = 1
      do {
        _ = try ContinuousMediation(readings, options: options)
        return "no error"
      } catch { return "\(error)" }
    }
    func changed(
      _ change: (inout ContinuousMediation.Reading) -> Void
    ) -> [ContinuousMediation.Reading] {
      readings.map { reading in
        var reading = reading
        change(&reading)
        return reading
      }
    }
    #expect(
      message(Array(readings.prefix(50))).hasPrefix(
        "not enough data yet for mediation in continuous time (readings of the cause): "))
    #expect(message(changed { $0.values[1] = 2 }).hasPrefix("\"mediator\" does not vary"))
    #expect(
      message(changed { $0.values[2] = $0.time < 12 ? $0.time : 0 })
        .hasPrefix("\"outcome\" lies at the edge"))
    #expect(message(readings, lags: []).hasPrefix("name 1 to 50 lags"))
    #expect(message(readings, lags: [0]).hasPrefix("name 1 to 50 lags"))
    #expect(message(readings + [readings[0]]).contains("comes twice"))
    #expect(message(changed { $0.time = .nan }).contains("finite"))
    #expect(message([]).hasPrefix("not enough data yet"))
  }
}
