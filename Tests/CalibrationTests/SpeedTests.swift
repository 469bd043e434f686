import Foundation
import Inference
import Statistics
import Testing

/// What a person-year costs in processor time. The bounds leave room for slower machines.
@Suite(.serialized) struct SpeedTests {
  private func year() throws -> TrajectorySeries {
    var stream = RandomStream(seed: 365)
    let person = DrawnPerson(
      DrawnPerson.diarist(using: &stream), model: .daily, days: 365, missing: 0.2,
      using: &stream)
    return try person.series(first: 365)
  }

  private func milliseconds(_ runs: Int, _ work: () throws -> Void) rethrows -> Double {
    let times = try (0..<runs).map { _ in
      let start = clock()
      try work()
      return Double(clock() - start) / Double(CLOCKS_PER_SEC) * 1000
    }
    return times.sorted()[runs / 2]
  }

  @Test func `a person-year fits into a review`() throws {
    let year = try year()
    var stream = RandomStream(seed: 1)
    let fit = try Trajectory.posterior(of: year)
    let posterior = try milliseconds(21) { _ = try Trajectory.posterior(of: year) }
    let mode = try milliseconds(21) { _ = try Trajectory.mode(of: year, model: .daily) }
    let draws = try milliseconds(5) { _ = try fit.draws(100, using: &stream) }
    let monitor = try milliseconds(21) {
      _ = try InnovationMonitor(year, baselineEnd: 83, side: .upper)
    }
    var table = Table(
      "Cost of a person-year, daily model, ms of one processor (median)", "work", "ms")
    table.add("posterior", posterior.formatted(2))
    table.add("mode alone", mode.formatted(2))
    table.add("evaluations", "\(fit.evaluations)")
    table.add("100 draws", draws.formatted(2))
    table.add("monitor, baseline of 84 days", monitor.formatted(2))
    table.print()
    #expect(posterior < 40)
    #expect(monitor < 40)
  }
}
