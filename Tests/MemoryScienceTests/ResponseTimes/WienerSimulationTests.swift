import MemoryScience
import Statistics
import Testing

@Suite struct WienerSimulationTests {
  /// Share of upper answers, mean time and share below a time, with their standard errors.
  @Test(arguments: [
    (0.0, 1.0, 0.5), (1.5, 1.2, 0.3), (-3, 2, 0.6), (6, 3, 0.5), (0.2, 0.5, 0.9),
  ])
  func `draws have the probability, the mean and the distribution of the law`(
    drift: Double, boundary: Double, bias: Double
  ) throws {
    let law = try WienerDistribution(
      drift: drift, boundary: boundary, bias: bias, nonDecisionTime: 0.2)
    var stream = RandomStream(seed: 11)
    let draws = (0..<3000).map { _ in law.draw(from: &stream) }
    let count = Double(draws.count)
    let upper = law.probability(of: .upper)
    let share = Double(draws.count { $0.end == .upper }) / count
    #expect(abs(share - upper) < 4 * (upper * (1 - upper) / count).squareRoot() + 1e-6)
    let mean = draws.reduce(0) { $0 + $1.seconds } / count
    let variance =
      draws.reduce(0) { $0 + ($1.seconds - mean) * ($1.seconds - mean) } / count
    #expect(abs(mean - law.meanResponseTime) < 4 * (variance / count).squareRoot())
    let edge = law.meanResponseTime
    let below = massBelow(edge, law)
    let observed = Double(draws.count { $0.seconds < edge }) / count
    #expect(abs(observed - below) < 4 * (below * (1 - below) / count).squareRoot())
    // Negative control: the same draws do not fit a law whose boundary is a fifth wider.
    let wider = try WienerDistribution(
      drift: drift, boundary: boundary * 1.2, bias: bias, nonDecisionTime: 0.2)
    #expect(abs(mean - wider.meanResponseTime) > 4 * (variance / count).squareRoot())
  }

  private func massBelow(_ edge: Double, _ law: WienerDistribution) -> Double {
    let steps = 400
    let width = (edge - law.nonDecisionTime) / Double(steps)
    var sum = 0.0
    for step in 1...steps {
      let time = law.nonDecisionTime + width * Double(step)
      let weight = step == steps ? 1.0 : step.isMultiple(of: 2) ? 2 : 4
      sum += weight * (law.density(at: time, .upper) + law.density(at: time, .lower))
    }
    return sum * width / 3
  }

  @Test func `the same stream gives the same draws`() throws {
    let law = try WienerDistribution(drift: 1, boundary: 1.5, bias: 0.4, nonDecisionTime: 0.3)
    var one = RandomStream(seed: 5)
    var two = RandomStream(seed: 5)
    var other = RandomStream(seed: 6)
    let first = (0..<20).map { _ in law.draw(from: &one) }
    #expect(first == (0..<20).map { _ in law.draw(from: &two) })
    #expect(first != (0..<20).map { _ in law.draw(from: &other) })
  }

  @Test func `a strong drift ends at its boundary without delay`() throws {
    let law = try WienerDistribution(drift: 100, boundary: 50, bias: 0.5)
    var stream = RandomStream(seed: 1)
    let draw = law.draw(from: &stream)
    #expect(draw.end == .upper && abs(draw.seconds - 0.25) < 0.1)
  }
}
