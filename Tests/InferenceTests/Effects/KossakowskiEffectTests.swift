import Foundation
import Inference
import Statistics
import TestKit
import Testing

/// `RECIPES.md` of the reference data, check 5: the dose reaches 0 on day 99, the relapse comes four
/// weeks later.
@Suite(.enabled(if: SharedData.isPresent, SharedData.absence)) struct KossakowskiEffectTests {
  private func series() throws -> TrajectorySeries {
    let columns = try SharedData.columns("longitudinal/reference/kossakowski_daily_bench_input.csv")
    let names = ["sleep", "phys_lag"]
    var readings: [TrajectorySeries.Reading] = []
    for (row, cell) in try #require(columns["down"]).enumerated() {
      guard let value = Double(cell) else { continue }
      readings.append(
        .init(
          time: Double(row + 1), value: value,
          regressors: names.compactMap { columns[$0].flatMap { Double($0[row]) } }))
    }
    return try TrajectorySeries(
      readings, regressorNames: names, alsoAt: (1...239).map(Double.init))
  }

  @Test func `the forecast from the days before the dose reached 0`() throws {
    let series = try series()
    let before = try Trajectory.maximumLikelihood(of: series.before(99))
    #expect(before.hyperparameters.levelVariance == 0)
    #expect(abs(before.hyperparameters.noiseVariance - 0.14003) < 5e-6)
    #expect(abs(before.logLikelihood - -48.3300) < 5e-5)
    let path = try Counterfactual.forecast(
      of: series, from: 99, model: .localLevel, method: .maximumLikelihood)
    #expect(path.readings.count == 140)
    #expect(abs(path.mean.mean - 0.1772) < 5e-5)
    #expect(abs(path.mean.standardDeviation - 0.0529) < 5e-5)
    let interval = path.mean.interval(0.95)
    #expect(abs(interval.lowerBound - 0.074) < 5e-4)
    #expect(abs(interval.upperBound - 0.281) < 5e-4)
    #expect(abs(path.total.mean - 24.8) < 0.05)
  }

  @Test func `steps at other dates, their likelihoods, and the flag on day 99`() throws {
    let series = try series()
    let dates = try PlaceboDates(of: Intervention(.step, at: [99]), on: series)
    #expect(abs(dates.logLikelihoodWithout - -175.4686) < 5e-5)
    #expect(abs(dates.comparableLogLikelihoodWithout - -167.2645) < 5e-5)
    let table = [
      (99.0, 0.0197, 0.1383, -176.5362, -166.3351), (127, 0.2726, 0.0636, -171.8844, -161.6539),
      (128, 0.2855, 0.0642, -171.0956, -160.8664), (129, 0.3020, 0.0720, -170.8979, -160.6696),
    ]
    for row in table {
      let found = try #require(dates.candidates.first { $0.time == row.0 })
      #expect(abs(found.estimate - row.1) < 6e-5)
      #expect(abs(found.standardError - row.2) < 6e-5)
      #expect(abs(found.logLikelihood - row.3) < 6e-5)
      #expect(abs(found.comparableLogLikelihood - row.4) < 6e-5)
    }
    #expect(dates.candidates.count == 225)
    #expect(dates.likeliest.time == 129)
    #expect(dates.strongest.time == 128)
    #expect(dates.likelyTimes == [127, 128, 129, 130, 131, 132, 133])
    #expect(dates.rank == 192)
    #expect(dates.dating == .notUnique(likelier: 127...133))
    let relapse = try PlaceboDates(of: Intervention(.step, at: [128]), on: series)
    #expect(relapse.rank == 1)
    #expect(relapse.dating == .within(127...133))
  }

  @Test func `the analysis doubts day 99 in every way it can`() throws {
    let analysis = try InterventionAnalysis(
      of: Intervention(.step, at: [99]), on: series(), model: .localLevel,
      method: .maximumLikelihood, events: [.init(name: "follow-up", time: 156)])
    #expect(abs(analysis.effect.estimate - 0.0197) < 5e-5)
    #expect(abs(analysis.effect.standardError - 0.1383) < 5e-5)
    #expect(
      analysis.cautions == [
        .includesZero, .notUniquelyDated(likelier: 127...133), .onlyForecast,
      ])
  }
}
