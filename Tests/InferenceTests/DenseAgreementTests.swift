import Foundation
import Inference
import Statistics
import Testing

/// Results held against covariances written out, at the hyperparameters that the results name.
@Suite struct DenseAgreementTests {
  /// A wandering series with gaps, made by ourselves.
  private func days(_ count: Int, leavingOut missing: Set<Int> = []) -> (
    times: [Double], values: [Double]
  ) {
    let kept = (0..<count).filter { !missing.contains($0) }
    return (
      kept.map(Double.init),
      kept.map { 4 + sin(Double($0) * 7.3) + cos(Double($0) / 9) + ($0 % 7 == 2 ? 0.8 : 0) }
    )
  }

  private func series(
    _ data: (times: [Double], values: [Double]), alsoAt: [Double] = []
  ) throws -> TrajectorySeries {
    try TrajectorySeries(
      zip(data.times, data.values).map { .init(time: $0, value: $1) }, alsoAt: alsoAt,
      weekdayOfDayZero: 3)
  }

  @Test func `level, signal and reading of the daily model are mixtures of dense laws`() throws {
    let data = days(24, leavingOut: [3, 4, 11, 17])
    let fit = try Trajectory.posterior(
      of: series(data, alsoAt: [0.5, 3, 11.25, 26, 30]), model: .daily)
    #expect(fit.nodes.count > 10)
    for step in fit.path {
      var parts: [[Normal]] = [[], [], []]
      for node in fit.nodes {
        let dense = DenseTrajectory(
          times: data.times, values: data.values, weekdayOfDayZero: 3,
          hyperparameters: node.hyperparameters)
        let count = data.times.count
        parts[0].append(dense.law(at: step.time, given: count, covariance: dense.level))
        parts[1].append(dense.law(at: step.time, given: count, covariance: dense.signal))
        parts[2].append(
          dense.law(
            at: step.time, given: count, covariance: dense.signal,
            noise: node.hyperparameters.noiseVariance))
      }
      let found = try [step.level, #require(step.signal), #require(step.reading)]
      for (laws, mixture) in zip(parts, found) {
        for ((law, node), component) in zip(zip(laws, fit.nodes), mixture.components) {
          #expect(abs(component.weight - node.weight) < 1e-12)
          #expect(abs(component.law.mean - law.mean) < 1e-8)
          #expect(abs(component.law.standardDeviation - law.standardDeviation) < 1e-7)
        }
      }
    }
  }

  @Test func `innovations are standardised by the law that earlier readings give`() throws {
    let data = days(60, leavingOut: [5, 6, 40, 47])
    let all = try series(data, alsoAt: (0..<60).map(Double.init))
    let end = 39.0
    let monitor = try InnovationMonitor(
      all, baselineEnd: end, side: .upper, budget: .init(alarms: 1, days: 7))
    let stable = try Trajectory.posterior(of: all.before(end.nextUp), model: .daily)
    let dense = DenseTrajectory(
      times: data.times, values: data.values, weekdayOfDayZero: 3,
      hyperparameters: stable.hyperparameters)
    let watched = data.times.indices.filter { data.times[$0] > end }
    #expect(monitor.innovations.map(\.time) == watched.map { data.times[$0] })
    for (index, innovation) in zip(watched, monitor.innovations) {
      let law = dense.reading(index, given: index)
      let expected = (data.values[index] - law.mean) / law.standardDeviation
      #expect(abs(innovation.value - expected) < 1e-7)
    }
  }

  @Test func `forecast scores are means over dense laws with the hyperparameters of the past`()
    throws
  {
    let data = days(32, leavingOut: [3, 18, 24])
    let all = try series(data, alsoAt: (0..<32).map(Double.init))
    let model = TrajectoryModel(hasWeekday: true)
    let (training, block, horizon) = (14, 5, 2)
    let scores = try ForecastScores(
      of: all, model: model, horizon: horizon, training: training, block: block)
    var densities: [Double] = []
    var gains: [Double] = []
    for index in training..<data.times.count {
      let start = training + (index - training) / block * block
      let values = try Trajectory.mode(of: all.before(data.times[start]), model: model)
      let dense = DenseTrajectory(
        times: data.times, values: data.values, weekdayOfDayZero: 3, hyperparameters: values)
      let count = data.times.filter { $0 <= data.times[index] - Double(horizon) }.count
      let density = dense.reading(index, given: count).logDensity(data.values[index])
      let past = SeriesSummary(data.values.prefix(count))
      let spread = past.standardDeviation * (1 + 1 / Double(count)).squareRoot()
      let naive = Normal(mean: past.mean, standardDeviation: spread)
      densities.append(density)
      gains.append(density - naive.logDensity(data.values[index]))
    }
    #expect(scores.count == densities.count)
    #expect(abs(scores.logDensity - SeriesSummary(densities).mean) < 1e-7)
    #expect(abs(scores.gain - gains.reduce(0, +)) < 1e-6)
  }
}
