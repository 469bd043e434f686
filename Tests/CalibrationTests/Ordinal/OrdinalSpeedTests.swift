import Foundation
import Inference
import Statistics
import Testing

/// What a year of weekly forms costs in processor time. The bound leaves room for slower machines.
@Suite(.serialized) struct OrdinalSpeedTests {
  @Test func `a year of weekly forms fits into a review`() throws {
    var stream = RandomStream(seed: 52)
    let items = try (0..<8).map { index in
      try OrdinalItem.gradedResponse(
        name: "item", discrimination: 2, difficulties: [0.1 * Double(index + 1), 1.5, 2.2])
    }
    var severity = 1.5
    let forms = (0..<52).map { week in
      severity += 0.15 * stream.normal()
      let answers = items.map { item in
        let reading = item.loading * severity + stream.normal()
        return item.thresholds.count { $0 < reading }
      }
      return OrdinalSeries.Form(time: 7 * Double(week), answers: answers)
    }
    let series = try OrdinalSeries(items: items, forms: forms)
    var times: [Double] = []
    for _ in 0..<101 {
      let start = clock()
      _ = try OrdinalTrajectory.posterior(of: series)
      times.append(Double(clock() - start) / Double(CLOCKS_PER_SEC) * 1000)
    }
    let fit = try OrdinalTrajectory.posterior(of: series)
    var table = Table("52 weekly forms of 8 items, processor ms", "median", "points", "sweeps")
    table.add(
      times.sorted()[50].formatted(2), "\(fit.evaluations)", "\(fit.nodes.map(\.sweeps))")
    table.print()
    #expect(times.sorted()[50] < 6)
  }
}
