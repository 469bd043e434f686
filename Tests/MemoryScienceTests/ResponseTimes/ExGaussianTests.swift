import MemoryScience
import Statistics
import Testing

@Suite struct ExGaussianTests {
  /// Reference: scipy.stats.exponnorm.logpdf 1.17.1.
  @Test(arguments: [
    (0.5, 0.4, 0.05, 0.1, 1.358_441_637_381_811_8), (0.3, 0.4, 0.05, 0.1, -1.654_063_184_284_646_5),
    (2, 0.4, 0.05, 0.1, -13.572_414_907_005_953), (0.45, 0.4, 0.05, 0.001, 1.596_580_387_316_549_8),
    (0.1, 0.4, 0.02, 0.2, -114.528_534_058_698_61),
  ])
  func `the density agrees with scipy`(
    seconds: Double, mu: Double, sigma: Double, tau: Double, expected: Double
  ) throws {
    let found = try ExGaussian(mu: mu, sigma: sigma, tau: tau).logDensity(seconds)
    #expect(abs(found - expected) < 1e-9 * max(1, abs(expected)))
  }

  @Test func `simulated parameters are recovered within their standard errors`() throws {
    let truth = try ExGaussian(mu: 0.42, sigma: 0.05, tau: 0.15)
    var stream = RandomStream(seed: 8)
    let fit = try ExGaussianFit(of: (0..<400).map { _ in truth.draw(from: &stream) })
    let errors = try #require(fit.standardErrors)
    #expect(fit.isConverged && fit.count == 400)
    #expect(abs(fit.law.mu - truth.mu) < 3 * errors[0])
    #expect(abs(fit.law.sigma - truth.sigma) < 3 * errors[1])
    #expect(abs(fit.law.tau - truth.tau) < 3 * errors[2])
    // Negative control: half the tail is far outside.
    #expect(abs(fit.law.tau - truth.tau / 2) > 4 * errors[2])
  }

  @Test func `too few, equal or broken times are refused`() {
    #expect(
      throws: MemoryScienceError.tooFew(observed: 3, needed: 30, what: "an ex-Gaussian fit")
    ) { try ExGaussianFit(of: [0.3, 0.4, 0.5]) }
    let ramp = (0..<40).map { 0.3 + 0.01 * Double($0) }
    #expect(throws: MemoryScienceError.self) {
      try ExGaussianFit(of: [Double](repeating: 0.4, count: 40))
    }
    #expect(throws: MemoryScienceError.self) { try ExGaussianFit(of: ramp + [.nan]) }
    #expect(throws: MemoryScienceError.self) { try ExGaussian(mu: 0, sigma: 0, tau: 1) }
  }

  @Test func `times without a tail give a fit or an error, never a trap`() throws {
    var stream = RandomStream(seed: 9)
    let fit = try ExGaussianFit(of: (0..<60).map { _ in 0.5 - stream.exponential(rate: 20) })
    #expect(fit.law.tau < 0.02)
  }
}
