import Foundation
import Inference
import TestKit
import Testing

@Suite struct ControlChartTests {
  @Test func `EWMA follows its recursion and its widening limit`() throws {
    let chart = try ControlChart(
      mean: 2, standardDeviation: 0.5, statistic: .ewma(lambda: 0.2, limit: 3))
    let points = chart.run(over: [2.5, nil, 3, 1])
    #expect(points.map(\.index) == [0, 2, 3])
    let expected = [0.2, 0.2 * 2 + 0.8 * 0.2, 0.2 * -2 + 0.8 * 0.56]
    for (point, value) in zip(points, expected) { #expect(abs(point.statistic - value) < 1e-15) }
    for (step, point) in points.enumerated() {
      // Var z_k = Σ λ²(1-λ)^(2j), j < k, summed by hand.
      let variance = (0...step).reduce(0) { $0 + 0.04 * pow(0.8, 2 * Double($1)) }
      #expect(abs(point.limit - 3 * variance.squareRoot()) < 1e-14)
    }
  }

  @Test func `CUSUM adds what exceeds the allowance and never falls below zero`() throws {
    let chart = try ControlChart(
      mean: 0, standardDeviation: 1, statistic: .cusum(allowance: 0.5, limit: 4), side: .lower)
    let points = chart.run(over: [-1, -1, 3, -5])
    #expect(points.map(\.statistic) == [0.5, 1, 0, 4.5])
    #expect(points.map(\.isBeyond) == [false, false, false, true])
  }

  @Test func `a baseline that does not vary and options out of range are refused`() {
    #expect(throws: InferenceError.self) {
      try ControlChart(mean: 1, standardDeviation: 0, statistic: .ewma(lambda: 0.1, limit: 3))
    }
    #expect(throws: InferenceError.self) {
      try ControlChart(mean: 1, standardDeviation: 1, statistic: .ewma(lambda: 0, limit: 3))
    }
    #expect(throws: InferenceError.self) {
      try ControlChart(mean: 1, standardDeviation: 1, statistic: .cusum(allowance: -1, limit: 3))
    }
  }

  /// First alarms in a published single case, by the recipe of its reference table.
  @Test(
    .enabled(if: SharedData.isPresent, SharedData.absence),
    arguments: [
      ("pat_restl", [51, 51, 51]), ("pat_agitate", [54, 54, 54]), ("pat_worry", [52, 52, 52]),
      ("mood_irritat", [78, 77, 76]), ("mood_down", [93, 92, 90]),
      ("mood_lonely", [142, 141, 133]),
    ])
  func `first alarms of a real taper`(item: String, days: [Int]) throws {
    let columns = try SharedData.columns("longitudinal/kossakowski_csd.csv")
    var cells: [Int: [Double]] = [:]
    let labels = try #require(columns["dayno"])
    let answers = try #require(columns[item])
    for (day, cell) in zip(labels, answers) {
      guard let day = Double(day), let value = Double(cell) else { continue }
      cells[Int(day), default: []].append(value)
    }
    let means = (1...239).map { day in
      cells[day].map { $0.reduce(0, +) / Double($0.count) }
    }
    let baseline = means[..<42].compactMap { $0 }
    #expect(baseline.count == 42)
    let settings = [(0.05, 2.615), (0.1, 2.814), (0.2, 2.962)]
    for ((lambda, limit), day) in zip(settings, days) {
      let chart = try ControlChart(
        baseline: baseline, statistic: .ewma(lambda: lambda, limit: limit))
      let points = chart.run(over: Array(means[42...]))
      let alarm = try #require(points.first { $0.isBeyond })
      #expect(alarm.index + 43 == day)
      guard item == "pat_restl", lambda == 0.1 else { continue }
      #expect(abs(chart.mean - 1.5158) < 5e-5)
      #expect(abs(chart.standardDeviation - 0.3621) < 5e-5)
      #expect(abs(chart.mean + alarm.statistic * chart.standardDeviation - 1.7994) < 5e-5)
      #expect(abs(chart.mean + alarm.limit * chart.standardDeviation - 1.7313) < 5e-5)
    }
  }
}
