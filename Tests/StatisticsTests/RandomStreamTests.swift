import Statistics
import Testing

@Suite struct RandomStreamTests {
  @Test func `begins with the published block of its key`() {
    var stream = RandomStream(seed: 0)
    #expect(stream.next() == 0xe169_c58d_6627_e8d5)
    #expect(stream.next() == 0x9b00_dbd8_bc57_ac4c)
  }

  @Test func `the same name gives the same numbers`() {
    var first = RandomStream(seed: 7, stream: 3)
    var second = RandomStream(seed: 7, stream: 3)
    for _ in 0..<100 { #expect(first.next() == second.next()) }
  }

  @Test func `another seed or stream shares no early number`() {
    func numbers(_ seed: UInt64, _ stream: UInt64) -> Set<UInt64> {
      var source = RandomStream(seed: seed, stream: stream)
      return Set((0..<1000).map { _ in source.next() })
    }
    let reference = numbers(7, 3)
    for (seed, stream) in [(7, 4), (8, 3), (7 + 1 << 32, 3), (7, 3 + 1 << 32)] as [(UInt64, UInt64)]
    {
      #expect(reference.isDisjoint(with: numbers(seed, stream)))
    }
  }

  @Test func `uniform numbers fill the open interval evenly`() {
    var stream = RandomStream(seed: 1)
    var counts = [Int](repeating: 0, count: 20)
    for _ in 0..<20_000 {
      let value = stream.uniform()
      #expect(value > 0 && value < 1)
      counts[Int(value * 20)] += 1
    }
    let statistic = counts.reduce(0.0) { $0 + (Double($1) - 1000) * (Double($1) - 1000) / 1000 }
    #expect(ChiSquared(degreesOfFreedom: 19).upperTail(statistic) > 0.001)
  }

  @Test func `normal numbers have the moments of the normal law`() {
    var stream = RandomStream(seed: 2, stream: 9)
    let draws = (0..<40_000).map { _ in stream.normal() }
    let moments = (1...4).map { power in
      draws.reduce(0.0) { sum, x in sum + (0..<power).reduce(1.0) { value, _ in value * x } }
        / Double(draws.count)
    }
    // Five standard errors: sd of x, x^2, x^3, x^4 is 1, sqrt 2, sqrt 15, sqrt 96.
    let expected = [0, 1, 0, 3.0]
    for (index, variance) in [1, 2, 15, 96.0].enumerated() {
      let error = (variance / Double(draws.count)).squareRoot()
      #expect(abs(moments[index] - expected[index]) < 5 * error)
    }
  }

  @Test func `exponential numbers have the mean of their rate`() {
    var stream = RandomStream(seed: 3)
    let sum = (0..<10_000).reduce(0.0) { sum, _ in sum + stream.exponential(rate: 4) }
    #expect(abs(sum / 10_000 - 0.25) < 5 * 0.25 / 100)
  }
}
