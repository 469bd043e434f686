import Foundation
import Inference
import Statistics
import Testing

/// Intervals of the indirect effect in continuous time hold what they promise.
@Suite(.serialized) struct ContinuousCalibrationTests {
  private static let drift = Matrix([
    [-0.357, 0, 0], [0.771, -0.511, 0], [-0.450, 0.729, -0.693],
  ])
  private static let diffusion = Matrix(diagonal: [0.5, 0.5, 0.5])

  /// Readings at gaps of a half to two days, a tenth of the values missing.
  private static func readings(
    _ count: Int, noise: Double, _ stream: inout RandomStream
  ) throws -> [ContinuousMediation.Reading] {
    func shock(_ covariance: Matrix, _ stream: inout RandomStream) throws -> [Double] {
      try #require(Cholesky(covariance)).lower
        * [stream.normal(), stream.normal(), stream.normal()]
    }
    let rest = try #require(stationaryCovariance(drift: drift, diffusion: diffusion))
    let gaps = [0.5, 1, 1.5, 2]
    let steps = try gaps.map {
      try #require(discretised(drift: drift, diffusion: diffusion, gap: $0))
    }
    var state = try shock(rest, &stream)
    var time = 0.0
    var readings: [ContinuousMediation.Reading] = []
    for index in 0..<count {
      if index > 0 {
        let kind = Int(stream.uniform() * 4)
        time += gaps[kind]
        let fresh = try shock(steps[kind].noise, &stream)
        state = zip(steps[kind].transition * state, fresh).map { $0 + $1 }
      }
      let values = state.map { value in
        let seen = value + noise * stream.normal()
        return stream.uniform() < 0.1 ? nil : seen
      }
      readings.append(
        .init(time: time, cause: values[0], mediator: values[1], outcome: values[2]))
    }
    return readings
  }

  @Test(arguments: [(150, 0.0), (200, 0.3)])
  func `intervals keep their promise`(count: Int, noise: Double) throws {
    let lags = [1.0, 2, 5]
    var counts = lags.map { _ in MediationCount() }
    for person in 0..<250 {
      var stream = RandomStream(seed: 72, stream: UInt64(person))
      let readings = try Self.readings(count, noise: noise, &stream)
      var options = ContinuousMediation.Options()
      options.lags = lags
      options.hasNoise = noise > 0
      options.draws = 400
      options.seed = UInt64(person)
      let fit = try ContinuousMediation(readings, options: options)
      for (index, effects) in fit.effects.enumerated() {
        let truth = try DriftEffects(drift: Self.drift, lag: effects.lag).indirect
        counts[index].add(effects.indirect.central80, effects.indirect.central95, truth)
      }
    }
    print(MediationCount.header)
    for (lag, count) in zip(lags, counts) { print(count.line("lag \(lag), noise \(noise)")) }
    for count in counts {
      // 250 people: two standard errors are 5.1 and 2.8 points.
      #expect(abs(count.share(count.within80) - 0.8) < 0.06)
      #expect(abs(count.share(count.within95) - 0.95) < 0.035)
    }
  }
}
