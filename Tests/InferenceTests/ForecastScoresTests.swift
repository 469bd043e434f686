import Foundation
import Inference
import Statistics
import Testing

@Suite struct ForecastScoresTests {
  /// A slow random walk under noise: forecasting it beats its running mean.
  private func walk(step: Double, seed: UInt64, days: Int) throws -> TrajectorySeries {
    var stream = RandomStream(seed: seed)
    var level = 4.0
    return try TrajectorySeries(
      (0..<days).map { day in
        level += step * stream.normal()
        return .init(time: Double(day), value: level + 0.5 * stream.normal())
      })
  }

  @Test func `intervals hold what they promise and a moving level is foretold`() throws {
    var counts = [0.0, 0, 0]
    var total = 0.0
    for seed in 1...6 {
      let scores = try ForecastScores(
        of: walk(step: 0.3, seed: UInt64(seed), days: 240), model: .localLevel, horizon: 1)
      #expect(scores.gain > 2 * scores.gainError)
      for index in counts.indices { counts[index] += scores.coverage[index] * Double(scores.count) }
      total += Double(scores.count)
    }
    for (count, share) in zip(counts, ForecastScores.shares) {
      // Three standard errors of a share over ~1,200 forecasts.
      #expect(abs(count / total - share) < 3 * (share * (1 - share) / total).squareRoot() + 0.01)
    }
  }

  @Test func `a level that never moves gains nothing`() throws {
    let scores = try ForecastScores(
      of: walk(step: 0, seed: 9, days: 240), model: .localLevel, horizon: 7)
    #expect(scores.gain < 2 * scores.gainError + 2)
  }

  @Test func `refits come at doubling lengths unless a block is asked for`() throws {
    let short = try walk(step: 0.3, seed: 3, days: 28)
    let long = try walk(step: 0.3, seed: 3, days: 40)
    func scores(_ series: TrajectorySeries, block: Int?) throws -> ForecastScores {
      try ForecastScores(of: series, model: .localLevel, horizon: 1, training: 14, block: block)
    }
    // Up to twice the training one fit serves; beyond, the second block is longer than the first.
    #expect(try scores(short, block: nil) == scores(short, block: 14))
    #expect(try scores(long, block: nil) == scores(long, block: 14))
    #expect(try scores(long, block: nil) != scores(long, block: 5))
    let longer = try walk(step: 0.3, seed: 3, days: 50)
    #expect(try scores(longer, block: nil) != scores(longer, block: 14))
  }

  @Test func `one check answers for every horizon`() throws {
    let series = try walk(step: 0.3, seed: 4, days: 60)
    let check = try ForecastCheck(of: series, model: .localLevel)
    for horizon in [1, 7] {
      #expect(
        try check.scores(horizon: horizon)
          == ForecastScores(of: series, model: .localLevel, horizon: horizon))
    }
    #expect(throws: InferenceError.self) { try check.scores(horizon: 0) }
    #expect(throws: InferenceError.self) { try check.scores(horizon: 60) }
  }

  @Test func `too short a series is refused with the number needed`() throws {
    let series = try walk(step: 0.1, seed: 2, days: 50)
    #expect(throws: InferenceError.tooFew(observed: 50, needed: 56, what: "checking forecasts")) {
      try ForecastScores(of: series, model: .localLevel, horizon: 1)
    }
  }
}
