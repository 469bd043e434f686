import Foundation
import Statistics
import Testing

@Suite struct KendallTauTests {
  /// Kendall's tau-b straight from its definition.
  private func definition(_ x: [Double], _ y: [Double]) -> Double {
    func sign(_ value: Double) -> Double { value > 0 ? 1 : value < 0 ? -1 : 0 }
    var (sum, first, second) = (0.0, 0.0, 0.0)
    for i in x.indices {
      for j in 0..<i {
        let (left, right) = (sign(x[i] - x[j]), sign(y[i] - y[j]))
        sum += left * right
        first += left * left
        second += right * right
      }
    }
    return sum / (first * second).squareRoot()
  }

  /// Reference: scipy 1.17.1, `scipy.stats.kendalltau`.
  @Test func `agrees with scipy where there are ties`() throws {
    let tau = try #require(
      KendallTau([12, 2, 1, 12, 2, 7, 3, 3], [1, 4, 7, 1, 0, 0, 5, 5]))
    #expect(abs(tau.tauB - scipyValue) < 1e-15)
  }

  private let scipyValue = -0.32

  @Test(arguments: [2, 3, 5, 16, 17, 63, 98])
  func `agrees with its definition on random lists with ties`(count: Int) throws {
    var stream = RandomStream(seed: 4, stream: UInt64(count))
    for values in [3.0, 10, 1e6] {
      let x = (0..<count).map { _ in (stream.uniform() * values).rounded() }
      let y = (0..<count).map { _ in (stream.uniform() * values).rounded() }
      guard Set(x).count > 1, Set(y).count > 1 else { continue }
      #expect(abs(try #require(KendallTau(x, y)).tauB - definition(x, y)) < 1e-14)
    }
  }

  @Test func `is 1 for one order and -1 for the reverse`() throws {
    let line = (0..<40).map(Double.init)
    #expect(KendallTau(line, line)?.tauB == 1)
    #expect(KendallTau(line, line.reversed())?.tauB == -1)
    #expect(KendallTau(line.shuffledByStep(7), line.shuffledByStep(7))?.tauB == 1)
  }

  /// The usual limit for 98 windows, 1.96 times the deviation.
  @Test func `knows its deviation when all orders are equally likely`() throws {
    let line = (0..<98).map(Double.init)
    let tau = try #require(KendallTau(line, line))
    #expect(abs(1.959964 * tau.independenceDeviation - 0.134) < 0.0005)
  }

  @Test func `is nothing without two values to tell apart`() {
    #expect(KendallTau([], []) == nil)
    #expect(KendallTau([1], [1]) == nil)
    #expect(KendallTau([1, 1, 1], [1, 2, 3]) == nil)
    #expect(KendallTau([1, 2, 3], [2, 2, 2]) == nil)
    #expect(KendallTau([1, 2], [1, 2, 3]) == nil)
    #expect(KendallTau([1, .nan], [1, 2]) == nil)
    #expect(KendallTau([1, 2], [.infinity, 2]) == nil)
  }
}

extension [Double] {
  fileprivate func shuffledByStep(_ step: Int) -> [Double] {
    indices.map { self[$0 * step % count] }
  }
}
