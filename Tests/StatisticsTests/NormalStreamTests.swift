import Foundation
import Statistics
import Testing

@Suite struct NormalStreamTests {
  /// The numbers of one batch by the textbook formula, in double precision.
  private func textbook(seed: UInt64, stream: UInt64, batch: UInt64) -> [Double] {
    let philox = Philox(
      key: SIMD2(UInt32(truncatingIfNeeded: seed), UInt32(truncatingIfNeeded: seed >> 32)),
      rounds: 7)
    var pairs: [(UInt32, UInt32)] = []
    for half in 0..<2 {
      for lane in 0..<4 {
        let counter = (batch * 4 + UInt64(lane)) | 1 << 63
        let words = philox.block(
          SIMD4(
            UInt32(truncatingIfNeeded: counter), UInt32(truncatingIfNeeded: counter >> 32),
            UInt32(truncatingIfNeeded: stream), UInt32(truncatingIfNeeded: stream >> 32)))
        pairs.append(half == 0 ? (words[0], words[1]) : (words[2], words[3]))
      }
    }
    func number(_ pair: (UInt32, UInt32), second: Bool) -> Double {
      let radius = (-2 * log((Double(pair.0 >> 1) + 0.5) / 0x1p31)).squareRoot()
      let turned = Double(Int32(bitPattern: pair.1 << 2)) * .pi / 0x1p33 + .pi / 4
      let sign = (second ? pair.1 << 1 : pair.1) >> 31 == 1 ? -1.0 : 1
      return sign * radius * (second ? sin(turned) : cos(turned))
    }
    return pairs.map { number($0, second: false) } + pairs.map { number($0, second: true) }
  }

  @Test(arguments: [(7, 0), (1 << 40 + 3, 1 << 50 + 9)] as [(UInt64, UInt64)])
  func `equals Box and Muller's formula on the words of Philox`(seed: UInt64, stream: UInt64) {
    var source = NormalStream(seed: seed, stream: stream)
    let numbers = source.numbers(160)
    for batch in 0..<10 {
      let expected = textbook(seed: seed, stream: stream, batch: UInt64(batch))
      for index in 0..<16 {
        #expect(abs(Double(numbers[batch * 16 + index]) - expected[index]) < 3e-6)
      }
    }
  }

  @Test func `the numbers are the same however buffers are cut`() {
    var whole = NormalStream(seed: 3, stream: 1)
    let expected = whole.numbers(200)
    for sizes in [[1, 2, 3, 60, 0, 134], [16, 5, 179], [100, 100], [17, 15, 168]] {
      var cut = NormalStream(seed: 3, stream: 1)
      #expect(sizes.flatMap { cut.numbers($0) } == expected)
    }
    #expect(whole.numbers(-1).isEmpty)
  }

  @Test func `streams and the uniform stream of the same name share no number`() {
    func early(_ seed: UInt64, _ stream: UInt64) -> Set<Float> {
      var source = NormalStream(seed: seed, stream: stream)
      return Set(source.numbers(320))
    }
    let reference = early(3, 1)
    // A few equal numbers of 24 bits would be chance.
    #expect(reference.intersection(early(3, 2)).count < 3)
    #expect(reference.intersection(early(4, 1)).count < 3)
    #expect(reference.intersection(early(3, 1)).count > 300)
  }

  /// The largest distance between the empirical and the normal law, times the root of the count.
  private func distance(_ numbers: [Double]) -> Double {
    let sorted = numbers.sorted()
    let count = Double(sorted.count)
    let gaps = sorted.enumerated().map { index, value in
      let probability = Normal.standard.cumulative(value)
      return max(Double(index + 1) / count - probability, probability - Double(index) / count)
    }
    return (gaps.max() ?? 1) * count.squareRoot()
  }

  private func draws(_ count: Int, seed: UInt64 = 11) -> [Double] {
    var source = NormalStream(seed: seed)
    return source.numbers(count).map(Double.init)
  }

  @Test func `the law is normal in the sense of Kolmogorov, and a wrong law is found out`() {
    let numbers = draws(64_000)
    // 1.95 is passed once in a thousand times.
    #expect(distance(numbers) < 1.95)
    #expect(distance(numbers.map { $0 * 1.03 }) > 1.95)
    #expect(distance(numbers.map { $0 + 0.02 }) > 1.95)
    // Student's t with 20 degrees of freedom has the right mean and almost the right middle.
    var source = RandomStream(seed: 5)
    let heavy = numbers.map { $0 * (20 / source.chiSquared(degreesOfFreedom: 20)).squareRoot() }
    #expect(distance(heavy) > 1.95)
  }

  @Test func `moments and tails are those of the normal law`() {
    let numbers = draws(64_000, seed: 12)
    let count = Double(numbers.count)
    let expected = [0, 1, 0, 3, 0, 15.0]
    let variances = [1, 2, 15, 96, 945, 10_170.0]
    for power in 1...6 {
      let moment = numbers.reduce(0.0) { $0 + Foundation.pow($1, Double(power)) } / count
      let error = (variances[power - 1] / count).squareRoot()
      #expect(abs(moment - expected[power - 1]) < 4.5 * error, "moment \(power)")
    }
    for limit in [1.0, 2, 3] {
      for side in [-1.0, 1] {
        let probability = Normal.standard.upperTail(limit)
        let share = Double(numbers.count { $0 * side > limit }) / count
        let error = (probability * (1 - probability) / count).squareRoot()
        #expect(abs(share - probability) < 4.5 * error, "beyond \(limit * side)")
      }
    }
  }

  @Test func `lanes and neighbours are independent, also in their squares`() {
    let numbers = draws(48_000, seed: 13)
    func correlation(_ lag: Int, squares: Bool) -> Double {
      let values = squares ? numbers.map { ($0 * $0 - 1) / 2.0.squareRoot() } : numbers
      let products = zip(values, values.dropFirst(lag)).map { $0 * $1 }
      return products.reduce(0, +) / Double(products.count).squareRoot()
    }
    // Lag 8 joins the two numbers of one pair, lag 16 the same lane of the next batch.
    for lag in [1, 2, 3, 4, 7, 8, 9, 12, 16, 32] {
      #expect(abs(correlation(lag, squares: false)) < 4.5)
      #expect(abs(correlation(lag, squares: true)) < 4.5)
    }
    // The control: every second number leans on the one before it.
    let leaning = numbers.indices.map { index in
      index == 0 ? numbers[0] : numbers[index] + 0.05 * numbers[index - 1]
    }
    let products = zip(leaning, leaning.dropFirst(1)).map { $0 * $1 }
    #expect(products.reduce(0, +) / Double(products.count).squareRoot() > 4.5)
  }

  @Test func `every number is finite and within the stated bound`() {
    var source = NormalStream(seed: 99)
    #expect(source.numbers(64_000).allSatisfy { $0.isFinite && abs($0) < 6.7 })
  }
}
