import Foundation
import Inference
import Statistics
import Testing

@Suite struct InnovationMonitorTests {
  private func days(_ count: Int, seed: UInt64, shiftAfter: Int = .max, by shift: Double = 0)
    throws -> TrajectorySeries
  {
    var stream = RandomStream(seed: seed)
    var affect = 0.0
    return try TrajectorySeries(
      (0..<count).map { day in
        affect = 0.5 * affect + 0.5 * stream.normal()
        let moved = day > shiftAfter ? shift : 0
        return .init(time: Double(day), value: 3 + affect + 0.4 * stream.normal() + moved)
      }, weekdayOfDayZero: 0)
  }

  @Test func `a lasting shift is noticed and its alarm comes after it`() throws {
    let series = try days(180, seed: 3, shiftAfter: 100, by: 2)
    let monitor = try InnovationMonitor(series, baselineEnd: 55, side: .upper)
    let alarm = try #require(monitor.ewma.points.first { $0.isBeyond && $0.index + 56 > 100 })
    #expect(monitor.innovations[alarm.index].time < 115)
    let other = try InnovationMonitor(series, baselineEnd: 55, side: .lower)
    #expect(
      other.ewma.points.filter(\.isBeyond).count < monitor.ewma.points.filter(\.isBeyond).count)
  }

  @Test func `false alarms keep to the budget`() throws {
    let people = 20
    var alarmed = 0
    for seed in 1...people {
      var stream = RandomStream(seed: UInt64(100 + seed))
      var level = 3.0
      let series = try TrajectorySeries(
        (0..<42 + 60).map { day in
          level += 0.1 * stream.normal()
          return .init(time: Double(day), value: level + 0.5 * stream.normal())
        })
      let monitor = try InnovationMonitor(
        series, baselineEnd: 41, model: .localLevel, side: .upper,
        budget: .init(alarms: 1, days: 60))
      if monitor.ewma.firstAlarm != nil { alarmed += 1 }
    }
    // One expected alarm in the period is at least one for at most 1 - 1/e of people (alarms that
    // come in bursts make it fewer), with three standard errors of a share of 20.
    #expect(Double(alarmed) <= 20 * 0.632 + 3 * (20 * 0.632 * 0.368).squareRoot())
    #expect(alarmed >= 3)
  }

  @Test func `a chart starts afresh after each alarm`() throws {
    let series = try days(180, seed: 3, shiftAfter: 100, by: 2)
    let run = try InnovationMonitor(series, baselineEnd: 55, side: .upper).cusum
    let first = try #require(run.points.first { $0.isBeyond })
    #expect(run.firstAlarm == Double(56 + first.index))
    #expect(run.alarms == run.alarms.sorted() && Set(run.alarms).count == run.alarms.count)
    // Afresh means fewer alarms than points beyond the limit of a chart that runs on.
    #expect(run.alarms.count <= run.points.count { $0.isBeyond })
  }

  @Test func `people who answer less often have fewer readings to be alarmed by`() throws {
    let daily = try days(120, seed: 8)
    let sparse = try TrajectorySeries(
      daily.readings.filter { Int($0.time) % 7 < 4 }, alsoAt: daily.times, weekdayOfDayZero: 0)
    func limit(_ series: TrajectorySeries) throws -> Double {
      let monitor = try InnovationMonitor(series, baselineEnd: 83, model: .localLevel, side: .upper)
      guard case .cusum(_, let limit) = monitor.cusum.chart.statistic else { return 0 }
      return limit
    }
    #expect(try limit(sparse) < limit(daily))
  }

  @Test func `a stable period whose answers all came early is watched all the same`() throws {
    let early = try days(5, seed: 9)
    let readings = early.readings.flatMap { reading in
      (0..<6).map { part in
        TrajectorySeries.Reading(
          time: reading.time + Double(part) / 6, value: reading.value + sin(Double(part)))
      }
    }
    let series = try TrajectorySeries(readings, weekdayOfDayZero: 0)
    let monitor = try InnovationMonitor(
      series, baselineEnd: 47, model: .localLevel, side: .upper)
    #expect(monitor.innovations.isEmpty && monitor.baselineCount == 30)
  }

  @Test func `a tighter budget sets a higher limit`() throws {
    let series = try days(120, seed: 8)
    func limit(_ budget: InnovationMonitor.Budget) throws -> Double {
      let monitor = try InnovationMonitor(
        series, baselineEnd: 60, side: .upper, budget: budget)
      guard case .ewma(_, let limit) = monitor.ewma.chart.statistic else { return 0 }
      return limit
    }
    let usual = try limit(.init())
    let rare = try limit(.init(alarms: 0.1))
    #expect(rare > usual)
    // Textbook order of magnitude for λ = 0.1 on independent errors: between 1.5 and 3.5.
    #expect((1.0...3.5).contains(usual))
  }

  @Test func `a short stable period is refused with the number needed`() throws {
    let series = try days(60, seed: 1)
    #expect(throws: InferenceError.tooFew(observed: 21, needed: 28, what: "a stable period")) {
      try InnovationMonitor(series, baselineEnd: 20, side: .upper)
    }
  }
}
