import Foundation
import Inference
import Statistics
import Testing

/// Numbers at the end of their range are answered or refused, never trapped on or passed over.
@Suite struct ExtremeInputTests {
  private func series(_ count: Int, weekday: Int? = nil) throws -> TrajectorySeries {
    try TrajectorySeries(
      (0..<count).map { .init(time: Double($0), value: sin(Double($0) * 7.3)) },
      weekdayOfDayZero: weekday)
  }

  @Test(arguments: [Int.max, .min, -1, 7_000_000_002])
  func `any weekday number is taken modulo seven`(weekday: Int) throws {
    let remainder = (weekday % 7 + 7) % 7
    let model = TrajectoryModel(hasWeekday: true)
    let found = try Trajectory.mode(of: series(20, weekday: weekday), model: model)
    #expect(try Trajectory.mode(of: series(20, weekday: remainder), model: model) == found)
  }

  @Test func `settings of forecast scores beyond the series are refused or shortened`() throws {
    let data = try series(30)
    #expect(throws: InferenceError.self) {
      try ForecastScores(of: data, model: .localLevel, horizon: 1, training: .max)
    }
    #expect(throws: InferenceError.self) {
      try ForecastScores(of: data, model: .localLevel, horizon: .max, training: 7)
    }
    let whole = try ForecastScores(
      of: data, model: .localLevel, horizon: 1, training: 7, block: .max)
    let long = try ForecastScores(
      of: data, model: .localLevel, horizon: 1, training: 7, block: 30)
    #expect(whole == long)
  }

  @Test func `forecast scores refuse days that are not on the path`() throws {
    let holes = try TrajectorySeries(
      (0..<40).map { .init(time: Double($0 * 2), value: sin(Double($0))) })
    #expect(throws: InferenceError.self) {
      try ForecastScores(of: holes, model: .localLevel, horizon: 7, training: 14)
    }
  }

  @Test(arguments: [
    ControlChart.Statistic.ewma(lambda: 0.1, limit: 2.8), .cusum(allowance: 0.5, limit: 5),
  ])
  func `a value that is no number counts as missing and a huge one as an alarm`(
    statistic: ControlChart.Statistic
  ) throws {
    let chart = try ControlChart(mean: 0, standardDeviation: 1, statistic: statistic)
    #expect(
      chart.run(over: [2, .nan, 2, 2]).map(\.statistic)
        == chart.run(over: [2, nil, 2, 2]).map(\.statistic))
    let narrow = try ControlChart(mean: 0, standardDeviation: 1e-200, statistic: statistic)
    let points = narrow.run(over: [1e200, -1e200, 1e200])
    #expect(points.map(\.statistic.isFinite) == [true, true, true])
    #expect(points[0].isBeyond)
  }

  /// A level that takes all the variance: the likelihood climbs as the noise shrinks, whatever the
  /// unit of time.
  @Test(arguments: [1e-6, 1, 1e5])
  func `the fit does not depend on the unit of time`(unit: Double) throws {
    var stream = RandomStream(seed: 11)
    var level = 0.0
    let values = (0..<80).map { _ in
      level += stream.normal()
      return level + 0.3 * stream.normal()
    }
    func fit(_ unit: Double) throws -> Trajectory {
      try Trajectory.maximumLikelihood(
        of: TrajectorySeries(
          values.enumerated().map { .init(time: Double($0.offset) * unit, value: $0.element) }))
    }
    let (daily, other) = try (fit(1), fit(unit))
    #expect(abs(daily.logLikelihood - other.logLikelihood) < 1e-6)
    let ratio = other.hyperparameters.levelVariance * unit / daily.hyperparameters.levelVariance
    #expect(abs(ratio - 1) < 1e-3)
  }

  @Test(arguments: [true, false])
  func `a reading on which a coefficient rests alone has no expectation`(isNoise: Bool) throws {
    var stream = RandomStream(seed: 4)
    let data = try TrajectorySeries(
      (0..<20).map {
        // The wave is fitted best by a level that follows every reading, without noise.
        .init(
          time: Double($0), value: (isNoise ? stream.normal() : sin(Double($0) * 7.3)) + 3,
          regressors: [$0 == 9 ? 1 : 0])
      }, regressorNames: ["once"])
    let errors = try Trajectory.maximumLikelihood(of: data).errors
    #expect(errors[9].standardDeviation == .infinity)
    #expect(errors[9].auxiliaryResidual == 0)
    #expect(errors[8].standardDeviation < 2)
  }

  @Test(arguments: [1e99, 1e-90, 1])
  func `two and three readings of any size are fitted or refused`(size: Double) throws {
    for values in [[0.0, 1], [1, 1, 2], [3, -3, 3]] {
      let data = try TrajectorySeries(
        values.enumerated().map { .init(time: Double($0.offset), value: $0.element * size) },
        weekdayOfDayZero: 0)
      let fit = try Trajectory.maximumLikelihood(of: data)
      #expect(fit.path.allSatisfy { $0.level.mean.isFinite && $0.level.standardDeviation >= 0 })
      guard values.count > 2 else { continue }
      let posterior = try Trajectory.posterior(of: data, model: .daily)
      #expect(posterior.path.allSatisfy { $0.level.interval(0.95).upperBound.isFinite })
      #expect(try posterior.comparison(with: 0).probability(changeAtMost: 0).isFinite)
    }
  }

  @Test func `a huge offset, tiny and huge gaps leave every interval finite`() throws {
    let times = [0.0, 1e-9, 1, 1, 2, 3, 1e6, 1e6 + 1, 9_999_999]
    let values = [1.0, -1, 1, 1, -1, 0, 1, -1, 0].map { 1e9 + $0 }
    let data = try TrajectorySeries(
      zip(times, values).map { .init(time: $0, value: $1) }, weekdayOfDayZero: 6)
    let fit = try Trajectory.posterior(of: data, model: .daily)
    for step in fit.path {
      let range = step.level.interval(0.95)
      #expect(range.lowerBound.isFinite && range.upperBound > range.lowerBound)
      #expect(abs(step.level.mean - 1e9) < 10)
    }
    #expect(fit.errors.allSatisfy { $0.expected.isFinite && $0.standardDeviation > 0 })
  }

  @Test func `readings that a regressor explains wholly give its coefficient`() throws {
    let data = try TrajectorySeries(
      (0..<20).map {
        let x = sin(Double($0) * 7.3)
        return .init(time: Double($0), value: 2 * x, regressors: [x])
      }, regressorNames: ["x"])
    do {
      let fit = try Trajectory.maximumLikelihood(of: data)
      #expect(abs(fit.coefficients[0].estimate - 2) < 1e-9)
    } catch { #expect(!"\(error)".contains("constant or a combination")) }
  }

  @Test func `one absurd value does not hide the change after it`() throws {
    var values = (0..<40).map { ($0 < 20 ? 0 : 1) + 0.01 * sin(Double($0) * 7.3) }
    values[5] = 1e9
    let found = try ChangePoints(values, minimumSegment: 1, maximumBreaks: 4)
    #expect(found.chosen.breaks == [5, 6, 20])
    let residual = [values[0..<5], values[6..<20], values[20..<40]].reduce(0) { sum, part in
      let mean = part.reduce(0, +) / Double(part.count)
      return sum + part.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    }
    #expect(abs(found.chosen.residual / residual - 1) < 1e-6)
  }

  @Test func `a budget that the simulation cannot resolve is refused`() throws {
    #expect(throws: InferenceError.self) {
      try InnovationMonitor(
        series(60), baselineEnd: 40, model: .localLevel, side: .upper,
        budget: .init(alarms: 0.001))
    }
  }
}
