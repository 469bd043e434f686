import Foundation
import MemoryScience
import Statistics
import Testing

@Suite struct WienerDistributionTests {
  static let grid: [(Double, Double, Double)] = [
    (0, 1, 0.5), (0, 2.5, 0.2), (1.5, 0.6, 0.5), (-3, 1.2, 0.8), (4, 2, 0.35), (-0.4, 3, 0.6),
    (8, 1, 0.1), (0.1, 0.3, 0.9),
  ]

  private func law(_ parameters: (Double, Double, Double)) throws -> WienerDistribution {
    try WienerDistribution(drift: parameters.0, boundary: parameters.1, bias: parameters.2)
  }

  /// The mass of both answers by Simpson's rule on time = e^x, which follows the early peak as well
  /// as the late tail, and the mass of the upper answer alone.
  private func mass(
    of law: WienerDistribution, skipping: Double = 0
  ) -> (both: Double, upper: Double, mean: Double) {
    let (low, high, steps) = (log(1e-5), log(120.0), 500)
    let width = (high - low) / Double(steps)
    var total = (both: 0.0, upper: 0.0, mean: 0.0)
    for step in 0...steps {
      let time = exp(low + width * Double(step))
      guard time >= skipping else { continue }
      let weight = step == 0 || step == steps ? 1.0 : step.isMultiple(of: 2) ? 2 : 4
      let upper = law.density(at: time, .upper)
      let both = upper + law.density(at: time, .lower)
      total.both += weight * width / 3 * time * both
      total.upper += weight * width / 3 * time * upper
      total.mean += weight * width / 3 * time * time * both
    }
    return total
  }

  @Test(arguments: grid)
  func `the density integrates to 1, to the probability of each answer and to the mean time`(
    parameters: (Double, Double, Double)
  ) throws {
    let law = try law(parameters)
    let found = mass(of: law)
    #expect(abs(found.both - 1) < 1e-7)
    #expect(abs(found.upper - law.probability(of: .upper)) < 1e-7)
    #expect(abs(law.probability(of: .upper) + law.probability(of: .lower) - 1) < 1e-12)
    #expect(abs(found.mean - law.meanResponseTime) < 1e-6)
  }

  @Test func `a density that misses its start does not integrate to 1`() throws {
    #expect(abs(mass(of: try law((0, 1, 0.5)), skipping: 0.1).both - 1) > 0.01)
  }

  /// Reference: both series with 4000 and 401 terms in numpy.
  @Test(arguments: [
    (0.3, 1.2, 1.4, 0.5, 0.260_099_008_919_435), (0.05, -2, 0.9, 0.3, 7.216_185_984_560_26),
    (1.5, 0.4, 2, 0.65, 0.057_579_320_269_395), (4, -0.7, 1.1, 0.2, 5.495_892_257_5e-8),
  ])
  func `the density agrees with long series`(
    time: Double, drift: Double, boundary: Double, bias: Double, expected: Double
  ) throws {
    let law = try WienerDistribution(
      drift: drift, boundary: boundary, bias: bias, nonDecisionTime: 0.25)
    let found = law.density(at: time + 0.25, .lower)
    #expect(abs(found / expected - 1) < 1e-9)
    let mirror = try WienerDistribution(
      drift: -drift, boundary: boundary, bias: 1 - bias, nonDecisionTime: 0.25)
    #expect(abs(mirror.density(at: time + 0.25, .upper) / expected - 1) < 1e-9)
    #expect(law.density(at: 0.25, .lower) == 0)
  }

  @Test func `the logarithm stays finite where the density vanishes`() throws {
    let law = try WienerDistribution(drift: 1, boundary: 2)
    #expect(law.density(at: 1e-4, .upper) == 0)
    // The first term alone: (w / √(2π t³)) e^(-w²/2t), far from the other boundary.
    let first = -1.0 / (2 * 1e-4) - 0.5 * log(2 * Double.pi * 1e-12) + 1 - 0.5 * 1e-4
    #expect(abs(law.logDensity(at: 1e-4, .upper) - first) < 1e-9 * abs(first))
    #expect(law.logDensity(at: 5000, .upper).isFinite)
    #expect(law.logDensity(at: .nan, .upper).isNaN)
    for time in [Double.leastNonzeroMagnitude, 1e-200, 1e200, Double.greatestFiniteMagnitude] {
      #expect(law.logDensity(at: time, .upper) < -1e100)
    }
  }

  @Test func `a smaller allowed error changes the density by less than the larger one`() throws {
    for parameters in Self.grid {
      let law = try law(parameters)
      for time in [0.01, 0.1, 0.3, 1, 3] {
        let scale = law.boundary * law.boundary
        let fine = law.density(at: time, .lower, error: 1e-14) * scale
        let coarse = law.density(at: time, .lower, error: 1e-4) * scale
        let tilt = exp(-law.drift * law.boundary * law.bias - law.drift * law.drift * time / 2)
        #expect(abs(fine - coarse) <= 1.01e-4 * tilt)
      }
    }
  }

  @Test(arguments: [
    (101.0, 1.0, 0.5, 0.0), (0, 0, 0.5, 0), (0, -1, 0.5, 0), (0, 1, 0, 0), (0, 1, 1, 0),
    (0, 1, 0.5, -0.1), (.nan, 1, 0.5, 0), (0, .infinity, 0.5, 0), (0, 1, 0.5, .infinity),
  ])
  func `parameters outside their range are refused`(
    drift: Double, boundary: Double, bias: Double, time: Double
  ) {
    #expect(throws: MemoryScienceError.self) {
      try WienerDistribution(
        drift: drift, boundary: boundary, bias: bias, nonDecisionTime: time)
    }
  }
}
