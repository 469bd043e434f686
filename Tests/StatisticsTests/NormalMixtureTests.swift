import Statistics
import Testing

@Suite struct NormalMixtureTests {
  /// The quantile by bisection of the distribution function, which needs nothing but that.
  private func bisected(_ mixture: NormalMixture, _ share: Double) -> Double {
    var (low, high) = (-1e4, 1e4)
    for _ in 0..<100 {
      let middle = (low + high) / 2
      if mixture.cumulative(middle) < share { low = middle } else { high = middle }
    }
    return high
  }

  private static let mixtures = [
    NormalMixture(
      (0..<27).map { index in
        .init(
          weight: 1 / 27.0,
          law: Normal(
            mean: 3 + 0.02 * Double(index % 5), standardDeviation: 0.4 + 0.01 * Double(index)))
      }),
    // Two heaps far apart, one of them a needle.
    NormalMixture([
      .init(weight: 0.3, law: Normal(mean: -5, standardDeviation: 0.001)),
      .init(weight: 0.7, law: Normal(mean: 4, standardDeviation: 2)),
    ]),
    NormalMixture([
      .init(weight: 0.999, law: Normal(mean: 0, standardDeviation: 1)),
      .init(weight: 0.001, law: Normal(mean: 0, standardDeviation: 100)),
    ]),
  ]

  @Test(arguments: mixtures.indices, [1e-6, 0.025, 0.25, 0.3, 0.5, 0.75, 0.975, 0.999_999])
  func `a quantile is where bisection finds it`(index: Int, share: Double) {
    let mixture = Self.mixtures[index]
    let found = mixture.quantile(share)
    // Where the density is nearly nothing, rounding of the distribution function decides.
    let slack = 1e-14 / mixture.density(found)
    #expect(abs(found - bisected(mixture, share)) < 1e-10 + slack)
  }

  @Test func `shares beyond both ends give the far ends`() {
    let mixture = Self.mixtures[0]
    #expect(mixture.quantile(0) < 1)
    #expect(mixture.quantile(1) > 5)
    #expect(mixture.quantile(0).isFinite && mixture.quantile(1).isFinite)
  }
}
