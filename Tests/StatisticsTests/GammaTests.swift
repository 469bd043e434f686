import Statistics
import Testing

@Suite struct GammaTests {
  private static let draws = 2_000

  /// The p-value of χ² over ten cells of equal probability under the gamma law of a shape.
  private func evenness(_ values: [Double], shape: Double) -> Double {
    // Twice a gamma number of shape k is chi-squared with 2k degrees of freedom.
    let law = ChiSquared(degreesOfFreedom: 2 * shape)
    var counts = [Int](repeating: 0, count: 10)
    for value in values { counts[min(Int(law.cumulative(2 * value) * 10), 9)] += 1 }
    let expected = Double(values.count) / 10
    let statistic = counts.reduce(0.0) {
      $0 + (Double($1) - expected) * (Double($1) - expected) / expected
    }
    return ChiSquared(degreesOfFreedom: 9).upperTail(statistic)
  }

  @Test(arguments: [0.2, 0.5, 1, 2.5, 20.5, 119.5])
  func `gamma numbers follow their law and no other`(shape: Double) {
    var stream = RandomStream(seed: 21)
    let values = (0..<Self.draws).map { _ in stream.gamma(shape: shape) }
    #expect(evenness(values, shape: shape) > 0.001)
    #expect(evenness(values, shape: shape * 1.25) < 0.001)
  }

  /// Mean and variance are both k.
  @Test(arguments: [0.5, 3, 120])
  func `gamma numbers have their moments`(shape: Double) {
    var stream = RandomStream(seed: 22)
    let values = (0..<Self.draws).map { _ in stream.gamma(shape: shape) }
    let count = Double(Self.draws)
    let mean = values.reduce(0, +) / count
    #expect(abs(mean - shape) < 4 * (shape / count).squareRoot())
    let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / (count - 1)
    // The fourth central moment is 3k² + 6k.
    #expect(abs(variance - shape) < 4 * ((2 * shape * shape + 6 * shape) / count).squareRoot())
  }

  @Test func `a shape out of range gives no number`() {
    var stream = RandomStream(seed: 1)
    for shape in [0, -1, .nan, .infinity] { #expect(stream.gamma(shape: shape).isNaN) }
  }
}
