import Foundation
import Testing

@testable import Simulation

/// Published bistable systems and our own, solved by the same stepping.
@Suite struct FixedPointTests {
  /// Four emotions, two of each sign, in the discrete form of van de Leemput and others (2014, PNAS
  /// 111:87) in the R package quadVAR: x' = 0.8 + 1.5 x - 0.1 x² + 0.02 x·(its like) - 0.1 x·(others).
  private func emotions(_ x: [Double]) -> [Double] {
    [(0, 1, 2, 3), (1, 0, 2, 3), (2, 3, 0, 1), (3, 2, 0, 1)].map { own, like, one, two in
      let pull = 0.02 * x[like] - 0.1 * x[one] - 0.1 * x[two]
      return 0.8 + 1.5 * x[own] - 0.1 * x[own] * x[own] + x[own] * pull
    }
  }

  @Test func `four emotions rest in either mood, as published`() throws {
    let low = try #require(Settling.rest(from: [1, 1, 5, 5], emotions))
    let high = try #require(Settling.rest(from: [5, 5, 1, 1], emotions))
    for (value, published) in zip(low + high, [1.36, 1.36, 4.89, 4.89, 4.89, 4.89, 1.36, 1.36]) {
      #expect(abs(value - published) < 0.005)
    }
  }

  @Test func `between the moods lies the published saddle`() throws {
    // On the diagonal 0 = 0.8 + 0.5 x - 0.28 x².
    let saddle = (0.5 + (0.25 + 4 * 0.28 * 0.8).squareRoot()) / 0.56
    #expect(abs(saddle - 2.80) < 0.005)
    let still = emotions([saddle, saddle, saddle, saddle])
    #expect(still.allSatisfy { abs($0 - saddle) < 1e-12 })
    let tipped = try #require(
      Settling.rest(from: [saddle - 0.01, saddle - 0.01, saddle, saddle], emotions))
    #expect(abs(tipped[0] - 1.36) < 0.005)
  }

  /// Nine symptoms of the form of Park, Waldorp and Vasconcelos with their parameters (A_ii 0.30, δ 9)
  /// and equal couplings, without noise: dS = S (1 - S) (β + A S + (1 + δ S²) Σ A_ij S_j) dt.
  private func symptoms(_ s: [Double]) -> [Double] {
    let sum = s.reduce(0, +)
    return s.map { own in
      let drive = -1.2 + 0.3 * own + (1 + 9 * own * own) * 0.06 * (sum - own)
      return own + 0.1 * own * (1 - own) * drive
    }
  }

  @Test func `nine symptoms rest well or ill, with the saddle between`() throws {
    // Where all are equal the drive is the cubic -1.2 + 0.78 s + 4.32 s³.
    var (low, high) = (0.0, 1.0)
    for _ in 0..<60 {
      let middle = (low + high) / 2
      if -1.2 + 0.78 * middle + 4.32 * middle * middle * middle < 0 {
        low = middle
      } else {
        high = middle
      }
    }
    let well = try #require(
      Settling.rest(from: [Double](repeating: low - 0.01, count: 9), symptoms))
    let ill = try #require(Settling.rest(from: [Double](repeating: low + 0.01, count: 9), symptoms))
    #expect(well.allSatisfy { $0 < 1e-6 })
    #expect(ill.allSatisfy { $0 > 1 - 1e-6 })
  }

  /// The least load at which the well fall ill, and the greatest at which the ill get well.
  private func turns(_ parameters: Parameters) -> (entered: Double, left: Double) {
    let born = PersonState<Double>(mood: 0.8, Settling.average(parameters), parameters)
    let well = Settling.rest(from: born, load: -3, parameters)
    let ill = Settling.rest(from: born, load: 9, parameters)
    func turn(of state: PersonState<Double>) -> Double {
      var (low, high) = (-3.0, 9.0)
      for _ in 0..<11 {
        let middle = (low + high) / 2
        let rests = Settling.rest(from: state, load: middle, parameters)
        if rests.mood > 0 { low = middle } else { high = middle }
      }
      return (low + high) / 2
    }
    return (turn(of: well), turn(of: ill))
  }

  @Test func `a depression is left at a lower load than the one that brought it`() {
    let (entered, left) = turns(Parameters())
    #expect(left < entered - 0.1)
  }

  @Test func `without mood and memory in recall the way back is the way in`() {
    var parameters = Parameters()
    parameters.moodCongruence = 0
    parameters.balanceWeight = 0
    parameters.beliefWeight = 0
    let (entered, left) = turns(parameters)
    #expect(abs(left - entered) < 0.02)
  }
}
