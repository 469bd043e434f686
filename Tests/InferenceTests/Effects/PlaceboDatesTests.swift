import Foundation
import Inference
import Statistics
import TestKit
import Testing

@Suite struct PlaceboDatesTests {
  /// A maximum-likelihood fit with the input as a plain regressor: nothing of the scan is used.
  private func refit(
    _ series: TrajectorySeries, _ input: (Double) -> Double
  ) throws -> (estimate: Double, z: Double, logLikelihood: Double, comparable: Double) {
    let wider = try TrajectorySeries(
      series.readings.map {
        .init(time: $0.time, value: $0.value, regressors: $0.regressors + [input($0.time)])
      }, regressorNames: series.regressorNames + ["input"], alsoAt: series.times)
    let fit = try Trajectory.maximumLikelihood(of: wider)
    let dense = DenseEffect(
      series: wider, model: .localLevel, hyperparameters: fit.hyperparameters)
    let coefficient = try #require(fit.coefficients.last)
    return (
      coefficient.estimate, coefficient.estimate / coefficient.standardError, fit.logLikelihood,
      fit.logLikelihood + dense.volume()
    )
  }

  private func compare(
    _ dates: PlaceboDates, to series: TrajectorySeries, every: Int,
    input: (_ date: Double, _ time: Double) -> Double
  ) throws {
    for (index, candidate) in dates.candidates.enumerated() where index % every == 0 {
      let own = try refit(series) { input(candidate.time, $0) }
      #expect(abs(candidate.z - own.z) < 0.02)
      #expect(abs(candidate.estimate - own.estimate) < 0.01)
      #expect(abs(candidate.logLikelihood - own.logLikelihood) < 0.003)
      #expect(abs(candidate.comparableLogLikelihood - own.comparable) < 0.003)
    }
    let time = dates.proposed.time
    let own = try refit(series) { input(time, $0) }
    #expect(abs(dates.proposed.z - own.z) < 1e-4)
    #expect(abs(dates.proposed.comparableLogLikelihood - own.comparable) < 1e-7)
  }

  @Test func `one pass gives for every date what a fit of its own gives`() throws {
    let series = try wandering(70, step: (30, 1))
    let dates = try PlaceboDates(of: Intervention(.step, at: [33]), on: series)
    #expect(dates.candidates.map(\.time) == (7...62).map(Double.init))
    try compare(dates, to: series, every: 5) { $1 >= $0 ? 1 : 0 }
    #expect(dates.likeliest.time == 30)
    #expect(dates.likelyTimes.contains(30))
  }

  @Test func `so do the other shapes`() throws {
    let series = try wandering(60, step: (30, 1))
    let ramp = try PlaceboDates(of: Intervention(.ramp(days: 9), at: [28]), on: series)
    try compare(ramp, to: series, every: 9) { min(max(($1 - $0) / 9, 0), 1) }
    let sessions = try PlaceboDates(
      of: Intervention(.decay, at: [28, 30, 35]), on: series, timeConstant: 4)
    try compare(sessions, to: series, every: 9) { date, time in
      [0.0, 2, 7].reduce(0) { time < date + $1 ? $0 : $0 + exp(-(time - date - $1) / 4) }
    }
  }

  @Test func `a date far from the change is flagged, the date of the change is not`() throws {
    let series = try wandering(80, step: (50, 3))
    let wrong = try PlaceboDates(of: Intervention(.step, at: [20]), on: series)
    guard case .notUnique(let likelier) = wrong.dating else {
      Issue.record("a step thirty days late was not flagged")
      return
    }
    #expect(likelier.contains(50))
    #expect(wrong.rank > 5)
    let right = try PlaceboDates(of: Intervention(.step, at: [50]), on: series)
    guard case .within(let range) = right.dating else {
      Issue.record("the true date was flagged")
      return
    }
    #expect(range.contains(50))
    #expect(right.rank == 1)
  }

  @Test func `with affect, weekdays and a known noise the other variances are held`() throws {
    let series = try wandering(50, step: (25, 2), missing: [])
    let model = TrajectoryModel(hasAffect: true, hasWeekday: true, noise: .known(variance: 0.36))
    let held = Hyperparameters(
      levelVariance: 0.01, affectVariance: 0.1, affectTimeConstant: 2, noiseVariance: 0.36,
      weekdayVariance: 0.02)
    let dates = try PlaceboDates(
      of: Intervention(.step, at: [25]), on: series, model: model, hyperparameters: held)
    for candidate in [dates.proposed, dates.likeliest] {
      let step = series.readings.map { $0.time >= candidate.time ? 1.0 : 0 }
      // The best of a fine dense grid over the level's variance alone.
      let best =
        stride(from: 0.0, through: 1, by: 0.02).map { deviation in
          var values = held
          values.levelVariance = deviation * deviation
          return DenseEffect(series: series, model: model, hyperparameters: values)
            .regression(adding: [step]).logLikelihood
        }.max() ?? 0
      #expect(candidate.logLikelihood > best - 1e-8)
      #expect(candidate.logLikelihood < best + 0.01)
    }
  }

  @Test func `the scale of the readings changes nothing but the estimates`() throws {
    let series = try wandering(50, step: (25, 1))
    let larger = try TrajectorySeries(
      series.readings.map {
        .init(time: $0.time, value: 1e6 * $0.value, regressors: $0.regressors)
      }, regressorNames: series.regressorNames, alsoAt: series.times)
    let input = try Intervention(.step, at: [25])
    let plain = try PlaceboDates(of: input, on: series)
    let scaled = try PlaceboDates(of: input, on: larger)
    #expect(plain.rank == scaled.rank)
    #expect(plain.likelyTimes == scaled.likelyTimes)
    for (left, right) in zip(plain.candidates, scaled.candidates) {
      #expect(abs(left.z - right.z) < 1e-5)
    }
  }

  @Test func `dates at the ends and models without hyperparameters are refused`() throws {
    let series = try wandering(50)
    #expect(throws: InferenceError.self) {
      try PlaceboDates(of: Intervention(.step, at: [4]), on: series)
    }
    #expect(throws: InferenceError.self) {
      try PlaceboDates(of: Intervention(.step, at: [25]), on: series, model: .daily)
    }
  }
}
