import MemoryScience
import Statistics
import Testing

@Suite struct EZDiffusionTests {
  /// Reference: Wagenmakers et al. (2007) and RECIPES.md, "EZ diffusion".
  @Test func `the published vector is reproduced`() throws {
    let ez = try EZDiffusion(proportionCorrect: 0.802, variance: 0.112, mean: 0.723)
    #expect(abs(ez.drift - 0.099_938_5) < 5e-8)
    #expect(abs(ez.boundary - 0.139_970_2) < 5e-8)
    #expect(abs(ez.nonDecisionTime - 0.300_030_0) < 5e-8)
  }

  /// Reference: the formulas of RECIPES.md evaluated in Python.
  @Test(arguments: [
    (0.9, 0.05, 0.6, 0.172_662_541_720_593, 0.127_255_428_736_351, 0.305_192_736_147_067),
    (0.51, 0.1, 0.8, 0.003_213_885_105_437, 0.124_476_555_014_449, 0.412_691_334_846_142),
    (0.3, 0.08, 0.7, -0.069_530_373_952_487, 0.121_860_104_041_177, 0.349_476_632_688_762),
  ])
  func `the formulas hold away from and near one half`(
    share: Double, variance: Double, mean: Double, drift: Double, boundary: Double, rest: Double
  ) throws {
    let ez = try EZDiffusion(proportionCorrect: share, variance: variance, mean: mean)
    #expect(abs(ez.drift - drift) < 1e-10)
    #expect(abs(ez.boundary - boundary) < 1e-10)
    #expect(abs(ez.nonDecisionTime - rest) < 1e-10)
  }

  /// Without drift the variance is a⁴ / 24 s⁴ and the mean decision time a² / 4 s².
  @Test func `one half has the limit, and the series meets the formulas`() throws {
    let half = try EZDiffusion(proportionCorrect: 0.5, variance: 0.112, mean: 0.8, scaling: 1)
    #expect(half.drift == 0)
    #expect(abs(half.boundary * half.boundary * half.boundary * half.boundary / 24 - 0.112) < 1e-12)
    #expect(abs(half.nonDecisionTime - (0.8 - half.boundary * half.boundary / 4)) < 1e-12)
    let below = try EZDiffusion(proportionCorrect: 0.55 - 1e-9, variance: 0.1, mean: 0.8)
    let above = try EZDiffusion(proportionCorrect: 0.55 + 1e-9, variance: 0.1, mean: 0.8)
    #expect(abs(below.drift - above.drift) < 1e-8 && abs(below.boundary - above.boundary) < 1e-8)
    #expect(
      abs(try EZDiffusion(proportionCorrect: 0.5 + 1e-12, variance: 0.1, mean: 0.8).drift) < 1e-12)
  }

  @Test func `all and none correct are corrected by half a trial`() throws {
    let all = try EZDiffusion(correct: 20, of: 20, variance: 0.1, mean: 0.7)
    let by = try EZDiffusion(proportionCorrect: 0.975, variance: 0.1, mean: 0.7)
    let none = try EZDiffusion(correct: 0, of: 20, variance: 0.1, mean: 0.7)
    #expect(all == by && none.drift == -all.drift)
    #expect(EZDiffusion.isEdgeCorrected(correct: 20, of: 20))
    #expect(!EZDiffusion.isEdgeCorrected(correct: 19, of: 20))
  }

  @Test(arguments: [
    (0, 0.1, 0.7), (1, 0.1, 0.7), (.nan, 0.1, 0.7), (0.8, 0, 0.7), (0.8, .infinity, 0.7),
    (0.8, 0.1, -1), (0.8, 0.1, .nan),
  ])
  func `what is no statistic is refused`(share: Double, variance: Double, mean: Double) {
    #expect(throws: MemoryScienceError.self) {
      try EZDiffusion(proportionCorrect: share, variance: variance, mean: mean)
    }
  }

  @Test func `few trials are refused with the number that is needed`() {
    #expect(throws: MemoryScienceError.tooFew(observed: 9, needed: 10, what: "EZ diffusion")) {
      try EZDiffusion(correct: 5, of: 9, variance: 0.1, mean: 0.7)
    }
    #expect(throws: MemoryScienceError.self) {
      try EZDiffusion(correct: 11, of: 10, variance: 0.1, mean: 0.7)
    }
  }
}
