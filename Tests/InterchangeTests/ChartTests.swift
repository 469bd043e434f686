import Foundation
import Interchange
import Knowledge
import PatientRecord
import TestKit
import Testing
import Time

/// Imported entries go through the record's own codec and fold into a chart without a remark.
@Suite struct ImportedChartTests {
  @Test(.enabled(if: SharedData.isPresent, SharedData.absence))
  func `the Kossakowski record folds into a chart that meets the reference numbers`() throws {
    let bytes = Array(try Data(contentsOf: SharedData.url("longitudinal/kossakowski_csd.csv")))
    let imported = try Imported(bytes, try Mapping.shipped(named: "kossakowski"))
    let chart = Chart(
      entries: imported.entries, patient: "kossakowski", knowledge: try Knowledge.bundled())
    #expect(chart.problems == [])
    let dayOne = try #require(Day("2012-08-13"))
    // RECIPES.md, check 2: mean and SD of the 42 daily means of days 1 to 42; day 125 has no data.
    let restless = try #require(chart.checkIns.first { $0.item == "restless" }).dailyMeans
    #expect(restless.count == 238)
    let means = restless.filter { $0.day.days(since: dayOne) < 42 }.map(\.mean)
    #expect(means.count == 42)
    let mean = means.reduce(0, +) / 42
    let variance = means.map { ($0 - mean) * ($0 - mean) }.reduce(0, +) / 41
    #expect(abs(mean - 1.5158) < 5e-5)
    #expect(abs(variance.squareRoot() - 0.3621) < 5e-5)
    #expect(chart.phases.map(\.course.name.text).first == "Baseline")
    let phaseDays = chart.phases.map { $0.firstDay.days(since: dayOne) + 1 }
    #expect(phaseDays == [1, 29, 43, 99, 156])
    let lastDays = chart.phases.map { phase -> Int? in
      guard case .on(let day) = phase.lastDay else { return nil }
      return day.days(since: dayOne) + 1
    }
    #expect(lastDays == [28, 42, 98, 155, 239])
    #expect(chart.doses.map { $0.steps.count } == [10])
    #expect(chart.sleep.count == 143)
  }

  @Test func `every kind of imported entry survives the codec`() throws {
    let text = """
      d,mood,week,q,dose,phase,item,total,walk
      2026-01-01,5,2,4,50,a,3,,30
      2026-01-02,6,2,3,75,b,1,12,
      """
    let mapping = """
      source: Diary
      time: {date: d, at: "09:00"}
      zone: Europe/Berlin
      person: ann
      columns:
        mood: {as: rating, scale: [0, 10], direction: higherIsBetter}
        week: {as: rating, scale: [1, 5], direction: higherIsWorse, oncePer: day}
        q: {as: sleep, field: quality, scale: [1, 7], direction: higherIsBetter}
        dose: {as: dose, substance: sertraline, unit: mg, per: day}
        phase: {as: phase}
        item: {as: instrumentItem, instrument: phq9, item: q1, rater: selfReport}
        total: {as: instrumentTotal, instrument: gad7, rater: selfReport}
        walk: {as: activity, kind: walking, measure: minutes}
      """
    let imported = try Imported(text, mapping)
    #expect(imported.problems == [])
    // Two rows with check-in, day's check-in, night, step, phase and answers; a total; an activity.
    #expect(imported.entries.count == 14)
    for (index, entry) in imported.entries.enumerated() {
      let line = try RecordCodec.encode(entry)
      #expect(try RecordCodec.decode(line: line, number: index + 1) == entry)
    }
    let chart = Chart(
      entries: imported.entries, patient: "ann", knowledge: try Knowledge.bundled())
    #expect(chart.problems == [])
    #expect(chart.checkIns.map(\.points.count) == [2, 2])
    let twice = Chart(
      entries: imported.entries + (try Imported(text, mapping).entries), patient: "ann",
      knowledge: try Knowledge.bundled())
    #expect(twice.entries == chart.entries)
  }
}
