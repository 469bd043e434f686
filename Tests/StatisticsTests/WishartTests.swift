import Statistics
import Testing

@Suite struct WishartTests {
  private let scale = Matrix([[2, 0.6, -0.3], [0.6, 1, 0.2], [-0.3, 0.2, 0.5]])

  /// Mean k and variance 2 k, and uniform ranks.
  @Test(arguments: [1, 2, 3, 10, 151, 2_000])
  func `chi-squared numbers follow their law`(degrees: Int) {
    var stream = RandomStream(seed: 11, stream: UInt64(degrees))
    let law = ChiSquared(degreesOfFreedom: Double(degrees))
    var counts = [Int](repeating: 0, count: 10)
    let draws = 2_000
    for _ in 0..<draws {
      let value = stream.chiSquared(degreesOfFreedom: degrees)
      counts[min(Int(law.cumulative(value) * 10), 9)] += 1
    }
    let expected = Double(draws) / 10
    let statistic = counts.reduce(0.0) {
      $0 + (Double($1) - expected) * (Double($1) - expected) / expected
    }
    #expect(ChiSquared(degreesOfFreedom: 9).upperTail(statistic) > 0.001)
  }

  @Test func `no degrees of freedom give 0`() {
    var stream = RandomStream(seed: 1)
    #expect(stream.chiSquared(degreesOfFreedom: 0) == 0)
    #expect(stream.chiSquared(degreesOfFreedom: -3) == 0)
  }

  /// E W = ν V; Var W_ij = ν (v_ij² + v_ii v_jj).
  @Test func `Wishart matrices have their mean and spread`() throws {
    let factor = try #require(Cholesky(scale))
    var stream = RandomStream(seed: 12)
    let draws = (0..<2_000).map { _ in stream.wishart(degreesOfFreedom: 7, scale: factor) }
    for i in 0..<3 {
      for j in 0...i {
        let values = draws.map { $0[i, j] }
        let mean = values.reduce(0, +) / 2_000
        let variance = 7 * (scale[i, j] * scale[i, j] + scale[i, i] * scale[j, j])
        #expect(abs(mean - 7 * scale[i, j]) < 5 * (variance / 2_000).squareRoot())
        let seen = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 1_999
        #expect(abs(seen / variance - 1) < 0.3)
      }
    }
  }

  /// E Σ = S / (ν - k - 1), and S₁₁ / Σ₁₁ is chi-squared with ν - k + 1 degrees of freedom.
  @Test func `inverse Wishart matrices have their mean and margin`() throws {
    let factor = try #require(Cholesky(scale))
    var stream = RandomStream(seed: 13)
    var sum = Matrix(rows: 3, columns: 3)
    var counts = [Int](repeating: 0, count: 10)
    let margin = ChiSquared(degreesOfFreedom: 18)
    for _ in 0..<2_000 {
      let drawn = stream.inverseWishart(degreesOfFreedom: 20, scale: factor)
      let draw = try #require(drawn)
      #expect(Cholesky(draw) != nil)
      sum = sum + draw
      counts[min(Int(margin.cumulative(scale[0, 0] / draw[0, 0]) * 10), 9)] += 1
    }
    for i in 0..<3 {
      for j in 0..<3 {
        let expected = scale[i, j] / 16
        #expect(abs(sum[i, j] / 2_000 - expected) < 0.005)
      }
    }
    let statistic = counts.reduce(0.0) { $0 + (Double($1) - 200) * (Double($1) - 200) / 200 }
    #expect(ChiSquared(degreesOfFreedom: 9).upperTail(statistic) > 0.001)
  }

  @Test func `fewer degrees of freedom than rows give nothing`() throws {
    var stream = RandomStream(seed: 1)
    let factor = try #require(Cholesky(scale))
    let drawn = stream.inverseWishart(degreesOfFreedom: 2, scale: factor)
    #expect(drawn == nil)
  }
}
