import Inference
import Statistics
import Testing

/// Joint draws of a trajectory.
@Suite struct DrawsTests {
  private func series(_ count: Int) throws -> TrajectorySeries {
    var stream = RandomStream(seed: 21)
    var level = 4.0
    return try TrajectorySeries(
      (0..<count).map { day in
        level += 0.6 * stream.normal()
        let sleep = 7 + stream.normal()
        return .init(
          time: Double(day), value: level + 0.3 * sleep + 0.4 * stream.normal(),
          regressors: [sleep])
      }, regressorNames: ["sleep"], weekdayOfDayZero: 2)
  }

  private func moments(_ values: [Double]) -> (mean: Double, deviation: Double) {
    let summary = SeriesSummary(values)
    return (summary.mean, summary.standardDeviation)
  }

  @Test func `with known variances draws scatter as the path says`() throws {
    let fit = try Trajectory.maximumLikelihood(of: series(20))
    var stream = RandomStream(seed: 1)
    let count = 600
    let draws = try fit.draws(count, using: &stream)
    let near = 5 / Double(count).squareRoot()
    for day in [0, 10, 19] {
      let (mean, deviation) = moments(draws.map { $0.level[day] })
      let law = fit.path[day].level
      #expect(abs(mean - law.mean) < near * law.standardDeviation)
      #expect(abs(deviation / law.standardDeviation - 1) < near)
    }
    let (mean, deviation) = moments(draws.map { $0.coefficients[0] })
    let expected = fit.coefficients[0]
    #expect(abs(mean - expected.estimate) < near * expected.standardError)
    #expect(abs(deviation / expected.standardError - 1) < near)
    // A change needs both levels of one draw: its spread is that of the joint law.
    #expect(fit.hyperparameters.levelVariance > 0)
    let change = try fit.comparison(with: 0, at: 19).difference()
    let joint = moments(draws.map { $0.level[19] - $0.level[0] })
    #expect(abs(joint.deviation / change.standardDeviation - 1) < near)
  }

  @Test func `posterior draws move in every part and are the same again`() throws {
    let fit = try Trajectory.posterior(of: series(30))
    var stream = RandomStream(seed: 2)
    var again = stream
    let draws = try fit.draws(12, using: &stream)
    let repeated = try fit.draws(12, using: &again)
    #expect(draws.map(\.level) == repeated.map(\.level))
    #expect(Set(draws.map(\.hyperparameters)).count > 6)
    for draw in draws {
      #expect(draw.level.count == 30 && draw.affect.count == 30 && draw.coefficients.count == 1)
      #expect(draw.weekdays.count == 7 && abs(draw.weekdays.reduce(0, +)) < 1e-9)
      #expect(draw.hyperparameters.noiseVariance > 0 && draw.weekdays.contains { $0 != 0 })
    }
  }

  @Test(arguments: [0, -1, 100_001]) func `a count out of range is refused`(count: Int) throws {
    let fit = try Trajectory.maximumLikelihood(of: series(20))
    var stream = RandomStream(seed: 2)
    #expect(throws: InferenceError.self) { try fit.draws(count, using: &stream) }
  }

  @Test func `the scale of the priors decides where little is known`() throws {
    let few = try TrajectorySeries(
      [4.0, 5, 4.5, 4.2, 5.1].enumerated().map { .init(time: Double($0), value: $1) })
    func spread(_ scale: Double?) throws -> Double {
      try Trajectory.posterior(of: few, model: .localLevel, priorScale: scale)
        .path[4].level.standardDeviation
    }
    #expect(try spread(10) > 1.2 * spread(0.1))
    let own = SeriesSummary(few.readings.map(\.value)).standardDeviation
    #expect(try spread(nil) == spread(own))
    for wrong in [0, -1, .nan, .infinity] {
      #expect(throws: InferenceError.self) { try spread(wrong) }
    }
  }
}
