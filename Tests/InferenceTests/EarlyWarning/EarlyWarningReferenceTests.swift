import Foundation
import Inference
import TestKit
import Testing

/// Reference: `RECIPES.md` of the reference data, check 3.
@Suite(.enabled(if: SharedData.isPresent, SharedData.absence))
struct EarlyWarningReferenceTests {
  private func panel(
    _ names: [String], rule: LagRule = .previousAnswer, series: Int = 300
  ) throws -> EarlyWarning {
    let columns = try SharedData.columns("longitudinal/kossakowski_csd.csv")
    let days = try #require(columns["dayno"]).map { Int(Double($0) ?? 0) }
    let numbers = try #require(columns["beepno"]).map { Int(Double($0) ?? 0) }
    let items = try names.map { try #require(columns[$0]).map(Double.init) }
    let beeps = days.indices.map { row in
      BeepSeries.Beep(day: days[row], number: numbers[row], values: items.map { $0[row] })
    }
    var options = EarlyWarning.Options()
    options.from = 30
    options.to = 127
    options.rule = rule
    options.series = series
    return try EarlyWarning(try BeepSeries(beeps, names: names), options: options)
  }

  private func isNear(_ trend: EarlyWarning.Trend, _ expected: [Double]) -> Bool {
    zip([trend.first, trend.last, trend.tau], expected).allSatisfy { abs($0 - $1) < 0.0005 }
  }

  @Test(
    arguments: [
      ("pat_restl", [0.140, 0.291, 0.373], [0.408, 0.976, 0.643]),
      ("pat_agitate", [0.159, 0.301, 0.528], [0.591, 1.202, 0.722]),
      ("mood_irritat", [0.147, 0.153, 0.044], [0.673, 1.354, 0.739]),
    ])
  func `rolling statistics of a published case`(
    item: String, autocorrelation: [Double], variance: [Double]
  ) throws {
    let panel = try panel([item], series: 200)
    #expect(panel.ends == Array(30...127))
    #expect(isNear(panel.items[0].trends[0], autocorrelation))
    #expect(isNear(panel.items[0].trends[1], variance))
  }

  @Test func `the other rule of neighbours is named and gives other numbers`() throws {
    let panel = try panel(["pat_restl"], rule: .adjacentBeep, series: 200)
    #expect(panel.rule == .adjacentBeep)
    #expect(isNear(panel.items[0].trends[0], [0.124, 0.395, 0.510]))
  }

  @Test func `restless: autocorrelation is not beyond chance, variance just is`() throws {
    let trends = try panel(["pat_restl"], series: 300).items[0].trends
    #expect(trends.map(\.statistic) == [.autocorrelation, .variance])
    #expect(trends[0].verdict == .notBeyond)
    #expect(trends[1].verdict == .justBeyond)
    #expect(trends[0].usualTestShare > 0.6)
    #expect(abs(trends[1].chance.upperBound - 0.62) < 0.1)
  }

  @Test func `several items are also judged together`() throws {
    let panel = try panel(["pat_restl", "pat_agitate"], series: 200)
    let connectivity = try #require(panel.connectivity)
    #expect(connectivity.statistic == .connectivity)
    #expect(connectivity.curve.allSatisfy { (0...1).contains($0 ?? -1) })
    #expect(panel.joint.count == 5)
    for trend in panel.items.flatMap(\.trends) + [connectivity] {
      #expect(trend.jointShare >= trend.share)
      #expect(trend.jointShare >= panel.joint.share)
    }
  }
}
