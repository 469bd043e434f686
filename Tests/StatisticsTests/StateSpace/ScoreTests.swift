import Foundation
import Statistics
import Testing

/// Derivatives of the likelihood against differences of it, and covariances across time.
@Suite struct ScoreTests {
  /// A model of any number of states with every number drawn, as a function of those numbers.
  private struct Sample {
    let states: Int
    var isDiagonal = false

    /// P, Φ and Q of two transitions, r of two series, b.
    var numbers: [Double] {
      var stream = RandomStream(seed: UInt64(states))
      func spread() -> [Double] {
        let root = (0..<states * states).map { _ in 0.4 * stream.normal() }
        return (0..<states * states).map { index in
          let (row, column) = (index / states, index % states)
          var sum: Double = row == column ? 0.2 : 0
          for inner in 0..<states {
            sum += root[row * states + inner] * root[column * states + inner]
          }
          return sum
        }
      }
      func matrix() -> [Double] {
        (0..<states * states).map { index -> Double in
          if index / states == index % states { return 0.8 }
          return isDiagonal ? 0 : 0.2 * stream.normal()
        }
      }
      return spread() + matrix() + spread() + matrix() + spread() + [0.3, 0.5, 0.7]
    }

    func model(_ numbers: [Double]) throws -> StateSpaceModel {
      let square = states * states
      func block(_ index: Int) -> [Double] { Array(numbers[index * square..<(index + 1) * square]) }
      let rest = Array(numbers[(5 * square)...])
      return try StateSpaceModel(
        initialCovariance: block(0),
        transitions: [
          .init(matrix: block(1), noise: block(2)), .init(matrix: block(3), noise: block(4)),
        ],
        rows: [[1, 0.5, 0.5], [-0.3, 0.7, 1.7]].map { Array($0.prefix(states)) },
        variances: [rest[0], rest[1]], coefficientVariances: [.infinity, rest[2]])
    }

    func derivatives(_ score: StateSpaceModel.Score) -> [Double] {
      score.initialCovariance + score.transitions.flatMap { $0.matrix + $0.noise }
        + score.variances + [score.coefficientVariances[1]]
    }
  }

  private func observations() throws -> Observations {
    var elements: [Observations.Element] = []
    for time in 0..<20 where time % 3 != 1 {
      let both = time % 4 == 2
      for series in 0..<2 where both || series == time % 2 {
        let value: Double = sin(Double(time) * 1.7) + Double(series)
        elements.append(
          .init(time: time, series: series, value: value, regressors: [1, cos(Double(time))]))
      }
    }
    return try Observations(
      elements, transitions: (0..<22).map { $0 % 3 == 0 ? 1 : 0 }, regressorCount: 2)
  }

  /// Each number is moved with its mirror image, so that covariances stay symmetric.
  private func mirrored(_ index: Int, states: Int) -> [Int] {
    let square = states * states
    let (block, place) = (index / square, index % square)
    guard [0, 2, 4].contains(block) else { return [index] }
    let mirror = block * square + place % states * states + place / states
    return mirror == index ? [index] : [index, mirror]
  }

  @Test(arguments: [(1, false), (2, true), (2, false), (3, false)])
  func `derivatives agree with differences`(states: Int, isDiagonal: Bool) throws {
    let sample = Sample(states: states, isDiagonal: isDiagonal)
    let data = try observations()
    let numbers = sample.numbers
    let score = try sample.model(numbers).score(of: data)
    let plain = try sample.model(numbers).likelihood(of: data).logLikelihood
    #expect(abs(score.likelihood.logLikelihood - plain) < 1e-10)
    #expect(score.coefficientVariances[0] == 0)
    let derivatives = sample.derivatives(score)
    var largest = 0.0
    for index in numbers.indices {
      let moving = mirrored(index, states: states)
      func value(_ step: Double) throws -> Double {
        var moved = numbers
        for place in moving { moved[place] += step }
        return try sample.model(moved).likelihood(of: data).logLikelihood
      }
      let width = 1e-4
      let near = (try value(width) - value(-width)) / (2 * width)
      let far = (try value(2 * width) - value(-2 * width)) / (4 * width)
      let difference = (4 * near - far) / 3
      let derivative = moving.reduce(0) { $0 + derivatives[$1] }
      #expect(abs(derivative - difference) < 1e-6 * max(abs(difference), 1), "number \(index)")
      largest = max(largest, abs(difference))
    }
    // All of them near 0 would prove nothing.
    #expect(largest > 1)
  }

  @Test func `a covariance across time is that with a state that remembers`() throws {
    let data = try observations()
    let sample = Sample(states: 2)
    let model = try sample.model(sample.numbers)
    let (earlier, later) = (5, 12)
    func padded(_ small: [Double], last: [Double]) -> [Double] {
      [small[0], small[1], 0, small[2], small[3], 0] + last
    }
    // The third state takes over the first one on the step out of the earlier instant.
    let moves = model.transitions.flatMap { move in
      [[0.0, 0, 1], [1.0, 0, 0]].map { last in
        StateSpaceModel.Transition(
          matrix: padded(move.matrix, last: last), noise: padded(move.noise, last: [0, 0, 0]))
      }
    }
    let remembering = try StateSpaceModel(
      initialCovariance: padded(model.initialCovariance, last: [0, 0, 0]), transitions: moves,
      rows: model.rows.map { $0 + [0] }, variances: model.variances)
    let elements = (0..<20).map { Observations.Element(time: $0, series: $0 % 2, value: 1) }
    let plain = try Observations(elements, transitions: data.transitions)
    let doubled = try Observations(
      elements,
      transitions: data.transitions.enumerated().map { 2 * $1 + ($0 == earlier + 1 ? 1 : 0) })
    let alone = try StateSpaceModel(
      initialCovariance: model.initialCovariance, transitions: model.transitions, rows: model.rows,
      variances: model.variances)
    let lag = try alone.lagCovariance(of: plain, from: earlier, to: later)
    let smoothing = try remembering.smoothing(of: doubled)
    #expect(abs(lag[0] - smoothing.covariance(of: 2, and: 0, at: later)) < 1e-12)
    #expect(abs(lag[1] - smoothing.covariance(of: 2, and: 1, at: later)) < 1e-12)
    #expect(abs(lag[0]) > 1e-6)
    let same = try alone.lagCovariance(of: plain, from: later, to: later)
    #expect(abs(same[0] - smoothing.covariance(of: 0, and: 0, at: later)) < 1e-12)
    #expect(throws: StateSpaceError.self) {
      try alone.lagCovariance(of: plain, from: 3, to: 22)
    }
  }
}
