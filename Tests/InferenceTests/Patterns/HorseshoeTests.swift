import Foundation
import Inference
import Statistics
import Testing

@Suite struct HorseshoeTests {
  /// Posterior mean of the only coefficient, by integrating λ and τ on a grid: β and σ² have closed
  /// forms once the prior variance is known.
  private func quadrature(gram: Double, cross: Double, total: Double, n: Double, slab: Double)
    -> Double
  {
    let globalScale = 1 / n.squareRoot()
    var weight = 0.0
    var sum = 0.0
    for step in 0..<200 {
      let local = exp(-14 + 0.15 * Double(step))
      for other in 0..<120 {
        let global = exp(-18 + 0.2 * Double(other))
        let wide = local * local * global * global
        let variance = slab * slab * wide / (slab * slab + wide)
        let precision = gram + 1 / variance
        let left = total - cross * cross / precision
        let prior =
          local / (1 + local * local) * global
          / (1 + global * global / (globalScale * globalScale))
        let density =
          prior / (variance * precision).squareRoot() * exp(-0.5 * n * log(left / total))
        weight += density
        sum += density * cross / precision
      }
    }
    return sum / weight
  }

  @Test(arguments: [2.0, 9, 25])
  func `the mean of one coefficient is that of numerical integration`(cross: Double) throws {
    let regression = try HorseshoeRegression(
      gram: [50], cross: [cross], total: 50, degrees: 50, slab: 0.5)
    let draws = try regression.sampled(chains: 4, warmup: 300, draws: 4000, seed: 3)
    let mean = try #require(draws.summary(of: 0)).mean
    let truth = quadrature(gram: 50, cross: cross, total: 50, n: 50, slab: 0.5)
    #expect(abs(mean - truth) < 0.012)
    // The slab matters: without its correction, as with a wide one, the mean is another.
    let wide = quadrature(gram: 50, cross: cross, total: 50, n: 50, slab: 0.1)
    if cross == 25 { #expect(abs(mean - wide) > 0.05) }
  }

  @Test func `large effects stay, small ones shrink`() throws {
    var stream = RandomStream(seed: 8)
    let columns = (0..<10).map { _ in (0..<150).map { _ in stream.normal() } }
    let response = (0..<150).map { 0.6 * columns[2][$0] - 0.5 * columns[7][$0] + stream.normal() }
    let draws = try HorseshoeRegression(columns: columns, response: response)
      .sampled(chains: 2, warmup: 200, draws: 500, seed: 1)
    let summaries = try (0..<10).map { try #require(draws.summary(of: $0)) }
    #expect(abs(summaries[2].mean - 0.6) < 0.2)
    #expect(abs(summaries[7].mean + 0.5) < 0.2)
    for index in [0, 1, 3, 4, 5, 6, 8, 9] { #expect(abs(summaries[index].mean) < 0.12) }
    #expect(summaries[2].falseSignRate < 0.01)
    #expect(summaries[0].interval.contains(0))
  }

  @Test func `the same seed gives the same draws`() throws {
    let regression = try HorseshoeRegression(
      gram: [20, 5, 5, 20], cross: [8, -3], total: 20, degrees: 20)
    let first = try regression.sampled(chains: 2, warmup: 10, draws: 20, seed: 4)
    #expect(
      try regression.sampled(chains: 2, warmup: 10, draws: 20, seed: 4).values == first.values)
    #expect(
      try regression.sampled(chains: 2, warmup: 10, draws: 20, seed: 5).values != first.values)
    #expect(first.draws(of: 2).isEmpty)
  }

  @Test func `what cannot be a regression is refused`() {
    #expect(throws: InferenceError.self) {
      try HorseshoeRegression(gram: [1], cross: [], total: 1, degrees: 9)
    }
    #expect(throws: InferenceError.self) {
      try HorseshoeRegression(gram: [1], cross: [.nan], total: 1, degrees: 9)
    }
    #expect(throws: InferenceError.self) {
      try HorseshoeRegression(columns: [[1, 2]], response: [1, 2, 3])
    }
    #expect(throws: InferenceError.self) {
      try HorseshoeRegression(gram: [1, 9, 9, 1], cross: [1, 1], total: 1, degrees: 9)
        .sampled(chains: 1, warmup: 200, draws: 200)
    }
    #expect(throws: InferenceError.self) {
      try HorseshoeRegression(gram: [1], cross: [1], total: 2, degrees: 9).sampled(chains: 0)
    }
  }
}
