import Foundation
import Statistics
import Testing

/// Reference numbers: scipy.stats 1.17.1 (norm, chi2, t); scores by scipy.integrate.quad 1.17.1.
@Suite struct DistributionTests {
  /// Whether two numbers agree relative to the size of the second.
  func near(_ value: Double, _ expected: Double, _ tolerance: Double = 1e-12) -> Bool {
    abs(value - expected) <= tolerance * max(abs(expected), 1e-300)
  }

  @Test(arguments: [
    (1e-300, -37.0470962993612), (1e-20, -9.262340089798409), (1e-5, -4.264890793922825),
    (0.025, -1.9599639845400545), (0.2, -0.8416212335729142), (0.5, 0), (0.9, 1.2815515655446004),
    (0.975, 1.959963984540054), (0.9999999999, 6.361340889697422),
  ])
  func `normal quantiles equal the reference`(probability: Double, quantile: Double) {
    #expect(near(Normal.standard.quantile(probability), quantile, 1e-14))
  }

  @Test(arguments: [
    (-30, 4.906713927147908e-198, 1, -450.91893853320465),
    (-8, 6.22096057427174e-16, 0.9999999999999993, -32.918938533204674),
    (-1.5, 0.06680720126885807, 0.9331927987311419, -2.0439385332046727),
    (0, 0.5, 0.5, -0.9189385332046727),
    (0.3, 0.6179114221889526, 0.3820885778110474, -0.9639385332046727),
    (2, 0.9772498680518208, 0.022750131948179195, -2.9189385332046727),
    (5.5, 0.9999999810104375, 1.898956246588768e-08, -16.043938533204674),
  ])
  func `normal tails and density equal the reference`(
    x: Double, lower: Double, upper: Double, logDensity: Double
  ) {
    let law = Normal(mean: 3, standardDeviation: 2)
    #expect(near(law.cumulative(3 + 2 * x), lower))
    #expect(near(law.upperTail(3 + 2 * x), upper))
    #expect(near(law.logDensity(3 + 2 * x), logDensity - log(2)))
    #expect(near(law.density(3 + 2 * x), exp(logDensity) / 2))
  }

  @Test(arguments: Array(stride(from: -8.0, through: 8, by: 0.173)))
  func `the normal quantile undoes the cumulative probability`(x: Double) {
    let law = Normal(mean: -1, standardDeviation: 0.25)
    let value = -1 + 0.25 * min(x, 5)
    #expect(abs(law.quantile(law.cumulative(value)) - value) < 1e-9)
  }

  @Test(arguments: [
    (0, 1, 0, 0.23369497725510907), (1, 2, 4, 1.9888480079549056),
    (-3, 0.5, -4.2, 0.9206256523019342),
  ])
  func `the ranked probability score equals its integral`(
    mean: Double, deviation: Double, observed: Double, score: Double
  ) {
    let law = Normal(mean: mean, standardDeviation: deviation)
    #expect(near(law.rankedProbabilityScore(of: observed), score, 1e-9))
  }

  @Test func `a certain forecast scores its absolute error`() {
    let law = Normal(mean: 4, standardDeviation: 0)
    #expect(law.rankedProbabilityScore(of: 6.5) == 2.5)
    #expect(law.cumulative(4) == 1 && law.cumulative(3.9) == 0)
    #expect(law.quantile(0.3) == 4)
  }

  @Test(arguments: [
    (1, 0.5, 0.5204998778130466, 0.47950012218695337),
    (1, 3.841, 0.9499863162360432, 0.050013683763956804),
    (2, 1, 0.3934693402873665, 0.6065306597126334),
    (3, 7.5, 0.9424415480273636, 0.0575584519726364),
    (10, 4, 0.052653017343711125, 0.9473469826562889),
    (10, 40, 0.9999830552560699, 1.694474393006737e-05),
    (50, 30, 0.011164780271550276, 0.9888352197284497),
    (50, 150, 0.9999999999936848, 6.315223256933963e-12),
    (365, 365, 0.5098439734839716, 0.49015602651602846),
    (1000, 900, 0.01071723809128973, 0.9892827619087102),
    (0.5, 0.1, 0.5165553208304657, 0.48344467916953426),
  ])
  func `chi-squared tails equal the reference`(
    degrees: Double, x: Double, lower: Double, upper: Double
  ) {
    let law = ChiSquared(degreesOfFreedom: degrees)
    #expect(near(law.cumulative(x), lower, 1e-11))
    #expect(near(law.upperTail(x), upper, 1e-11))
    #expect(near(law.quantile(law.cumulative(x)), x, lower > 0.99 ? 1e-3 : 1e-9))
  }

  @Test func `chi-squared of two degrees is the exponential law`() {
    let law = ChiSquared(degreesOfFreedom: 2)
    for x in stride(from: 0.1, through: 60, by: 0.7) {
      #expect(near(law.upperTail(x), exp(-x / 2)))
    }
  }

  @Test(arguments: [
    (1, 2, 0.8524163823495667), (2, -1, 0.2113248654051871), (3, 0.5, 0.6742760175759245),
    (5, -4, 0.005161707740415725), (12.5, 2.2, 0.9763584085489281), (30, -7, 4.434979333610325e-08),
    (200, 1.96, 0.9743075795770934), (1e6, -3, 0.0013499312707109),
  ])
  func `Student tails equal the reference`(degrees: Double, x: Double, lower: Double) {
    let law = StudentT(degreesOfFreedom: degrees)
    #expect(near(law.cumulative(x), lower, degrees > 1000 ? 1e-8 : 1e-11))
    #expect(near(law.upperTail(-x), lower, degrees > 1000 ? 1e-8 : 1e-11))
    #expect(near(law.quantile(law.cumulative(x)), x, 1e-8))
  }

  @Test(arguments: [
    (1, 0.975, 12.706204736174694), (2, 0.01, -6.964556734283274), (3, 0.6, 0.2766706623326898),
    (5, 0.999, 5.893429531356009), (12.5, 1e-8, -12.484021010510997),
    (200, 0.975, 1.9718962236339088), (0.5, 0.9, 10.27032441023451),
  ])
  func `Student quantiles equal the reference`(degrees: Double, probability: Double, x: Double) {
    #expect(near(StudentT(degreesOfFreedom: degrees).quantile(probability), x, 1e-10))
  }

  @Test(arguments: [-1, 0, .nan, .infinity] as [Double])
  func `impossible degrees of freedom give no number`(degrees: Double) {
    #expect(ChiSquared(degreesOfFreedom: degrees).cumulative(1).isNaN)
    #expect(ChiSquared(degreesOfFreedom: degrees).quantile(0.5).isNaN)
    #expect(StudentT(degreesOfFreedom: degrees).cumulative(1).isNaN)
    #expect(StudentT(degreesOfFreedom: degrees).quantile(0.3).isNaN)
  }

  @Test(arguments: [-0.1, 1.1, .nan] as [Double])
  func `an impossible probability has no quantile`(probability: Double) {
    #expect(Normal.standard.quantile(probability).isNaN)
    #expect(ChiSquared(degreesOfFreedom: 3).quantile(probability).isNaN)
    #expect(StudentT(degreesOfFreedom: 3).quantile(probability).isNaN)
  }

  @Test func `the ends of probability are the ends of the law`() {
    #expect(Normal.standard.quantile(0) == -.infinity && Normal.standard.quantile(1) == .infinity)
    #expect(StudentT(degreesOfFreedom: 4).quantile(0) == -.infinity)
    #expect(StudentT(degreesOfFreedom: 4).cumulative(.infinity) == 1)
    #expect(StudentT(degreesOfFreedom: 4).cumulative(1e300) == 1)
    #expect(ChiSquared(degreesOfFreedom: 4).quantile(1) == .infinity)
    #expect(ChiSquared(degreesOfFreedom: 4).upperTail(.infinity) == 0)
    #expect(ChiSquared(degreesOfFreedom: 4).upperTail(-1) == 1)
  }
}
