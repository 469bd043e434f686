import Foundation
import Testing

@testable import Simulation

/// Our own logarithm, exponential, sine and cosine beside those of the system.
@Suite struct FunctionTests {
  private static let turns = stride(from: 0x1p-24, to: 1, by: 0.000_37)

  @Test func `the logarithm is right`() {
    for power in stride(from: -20.0, through: 5, by: 0.013) {
      let x = exp(power)
      #expect(abs(x.logarithm() - log(x)) <= 4e-16 * max(1, abs(log(x))))
      let single = Float(x)
      let exact = log(Double(single))
      #expect(abs(Double(single.logarithm()) - exact) <= 2e-7 * max(0.1, abs(exact)))
    }
    #expect(Double(1).logarithm() == 0)
    #expect(Float(1).logarithm() == 0)
  }

  @Test func `the exponential is right`() {
    for x in stride(from: -86.0, through: 86, by: 0.071) {
      #expect(abs(x.exponential() / exp(x) - 1) <= 2e-15)
      let single = Float(x)
      #expect(abs(Double(single.exponential()) / exp(Double(single)) - 1) <= 2e-7)
    }
    #expect(Float(0).exponential() == 1)
    #expect(Double(0).exponential() == 1)
    #expect(Float(-1000).exponential() == Float(-87).exponential())
  }

  @Test func `sine and cosine are right`() {
    for turn in FunctionTests.turns {
      let double = turn.cosineAndSine()
      #expect(abs(double.cosine - cos(2 * Double.pi * turn)) <= 2e-15)
      #expect(abs(double.sine - sin(2 * Double.pi * turn)) <= 2e-15)
      let exact = 2 * Double.pi * Double(Float(turn))
      let single = Float(turn).cosineAndSine()
      #expect(abs(Double(single.cosine) - cos(exact)) <= 2e-7)
      #expect(abs(Double(single.sine) - sin(exact)) <= 2e-7)
    }
  }

  @Test func `eight numbers at once are eight numbers`() {
    for start in stride(from: 0.001, to: 1, by: 0.009) {
      let single = (0..<8).map { Float(start + 0.000_7 * Double($0)) }
      let lanes = Lanes(people: { Double(single[$0]) })
      for lane in 0..<8 {
        #expect(lanes.logarithm().numbers[lane] == single[lane].logarithm())
        #expect(lanes.exponential().numbers[lane] == single[lane].exponential())
        #expect(lanes.root().numbers[lane] == single[lane].root())
        let (pair, one) = (lanes.cosineAndSine(), single[lane].cosineAndSine())
        #expect(pair.cosine.numbers[lane] == one.cosine)
        #expect(pair.sine.numbers[lane] == one.sine)
        #expect(lanes.logistic().numbers[lane] == single[lane].logistic())
      }
    }
  }

  @Test func `uniform numbers are the same in both precisions and never 0 or 1`() {
    for word in [0, 1, 511, 512, 0x8000_0000, .max, 0x1234_5678] as [UInt32] {
      #expect(Double(Float(uniform: word)) == Double(uniform: word))
      #expect((0x1p-24...1 - 0x1p-24).contains(Double(uniform: word)))
    }
  }
}
