import Foundation
import Interchange
import Knowledge
import PatientRecord
import TestKit
import Testing
import Time

@Suite(.enabled(if: SharedData.isPresent, SharedData.absence))
struct KossakowskiImportTests {
  // Read once for all tests of the suite.
  private static let whole = Result {
    let bytes = Array(try Data(contentsOf: SharedData.url("longitudinal/kossakowski_csd.csv")))
    return try Imported(bytes, try Mapping.shipped(named: "kossakowski"), chunk: 1 << 16)
  }
  private let imported: Imported
  private let dayOne: Day

  init() throws {
    dayOne = try #require(Day("2012-08-13"))
    imported = try Self.whole.get()
  }

  @Test func `every beep becomes a check-in and none is lost`() {
    #expect(imported.failure == nil)
    #expect(imported.problems == [])
    #expect(imported.summary.rowsRead == 1476)
    #expect(imported.summary.rowsImported == 1476)
    #expect(imported.summary.rowsRepeated == 0)
    #expect(imported.summary.rowsWithoutValue == 0)
    #expect(imported.summary.entriesWritten == imported.entries.count)
    // 1,476 beeps and the 28 weekly ratings, which belong to their day.
    #expect(imported.checkIns.count == 1476 + 28)
  }

  @Test func `the values are those of the file`() throws {
    let columns = try SharedData.columns("longitudinal/kossakowski_csd.csv")
    let items: KeyValuePairs<String, CheckInItemID> = [
      "mood_down": "down", "mood_anxious": "anxious", "pat_restl": "restless",
      "phy_physact": "physically-active",
    ]
    for (column, item) in items {
      let expected = try #require(columns[column]).compactMap { Double($0) }
      #expect(imported.ratings(item).map(\.value) == expected)
    }
  }

  @Test func `the repeated weekly rating is taken once a day`() throws {
    let ratings = imported.ratings("scl90-depression")
    #expect(ratings.count == 28)
    let days = ratings.compactMap { rating -> Int? in
      guard case .day(let day, _) = rating.occurred else { return nil }
      return day.days(since: dayOne) + 1
    }
    #expect(days.count == 28)
    // RECIPES.md, check 1.
    #expect(Array(days.prefix(4)) == [1, 8, 15, 36])
    #expect(Array(days.suffix(1)) == [239])
    #expect(days.firstIndex(of: 127) == 15)
    #expect(days.firstIndex(of: 141) == 16)
    let means = ratings.map(\.value)
    let before = means.prefix(16).reduce(0, +) / 16
    let after = means.suffix(12).reduce(0, +) / 12
    #expect(abs(before - 1.254875) < 1e-6)
    #expect(abs(after - 1.980750) < 1e-6)
  }

  @Test func `the dose falls in the steps of the file`() {
    let steps = imported.doseSteps.map { step in
      let day = step.occurred.zone.day(at: step.occurred.start).days(since: dayOne) + 1
      return "\(day): \(step.step.substance) \(step.step.dosePerDay)"
    }
    #expect(
      steps == [
        "1: venlafaxine 150.0 mg", "44: venlafaxine 105.0 mg", "50: venlafaxine 73.0 mg",
        "57: venlafaxine 51.0 mg", "64: venlafaxine 37.0 mg", "71: venlafaxine 25.0 mg",
        "78: venlafaxine 18.0 mg", "85: venlafaxine 12.0 mg", "92: venlafaxine 9.0 mg",
        "99: venlafaxine 0.0 mg",
      ])
    #expect(imported.doseSteps.map(\.step.previousPerDay?.value).first == .some(nil))
    #expect(imported.doseSteps.last?.step.previousPerDay?.value == 9)
  }

  @Test func `the phases lie on the days that the data's README states`() {
    let phases = imported.courses.map { occurred, course -> String in
      guard case .interval(let interval, let zone) = occurred, let end = interval.endInstant else {
        return "no interval"
      }
      let first = zone.day(at: interval.start).days(since: dayOne) + 1
      let last = zone.day(at: end).days(since: dayOne)
      return "\(first)-\(last) \(course.name)"
    }
    #expect(
      phases == [
        "1-28 Baseline", "29-42 Double-blind, dose unchanged", "43-98 Double-blind, dose reduced",
        "99-155 After the reduction", "156-239 Follow-up",
      ])
    #expect(imported.courses.allSatisfy { $0.course.kind == .phase })
  }

  @Test func `a night is taken once for the day of waking`() {
    // 143 days of the file hold a value of mor_qualsleep.
    #expect(imported.nights.count == 143)
    #expect(imported.nights.allSatisfy { if case .day = $0.occurred { true } else { false } })
    #expect(imported.nights.first?.sleep.quality?.value == 5)
  }

  @Test func `the first beep is at 8:58 of its day in Amsterdam`() {
    guard case .instant(let instant, let zone) = imported.entries.first?.occurred else {
      Issue.record("the first entry has no moment")
      return
    }
    // 32,280 s after midnight of 2012-08-13, two hours east of Greenwich.
    #expect(instant == Instant("2012-08-13T06:58:00Z"))
    #expect(zone.identifier == "Europe/Amsterdam")
  }

  @Test func `importing again, in other chunks, gives the same entries`() throws {
    let bytes = Array(try Data(contentsOf: SharedData.url("longitudinal/kossakowski_csd.csv")))
    let again = try Imported(bytes, try Mapping.shipped(named: "kossakowski"), chunk: 997)
    #expect(again.entries == imported.entries)
    #expect(Set(imported.entries.map(\.id)).count == imported.entries.count)
  }
}

@Suite(.enabled(if: SharedData.isPresent, SharedData.absence))
struct FlueckigerImportTests {
  // Read once for all tests of the suite.
  private static let whole = Result {
    let bytes = Array(try Data(contentsOf: SharedData.url("longitudinal/0015_flueckiger_ts.tsv")))
    return try Imported(bytes, try Mapping.shipped(named: "flueckiger"), chunk: 1 << 16)
  }
  private let imported: Imported

  init() throws {
    imported = try Self.whole.get()
  }

  @Test func `72 people keep all their diaries`() {
    #expect(imported.failure == nil)
    #expect(imported.problems == [])
    #expect(imported.summary.people == 72)
    #expect(Set(imported.entries.map(\.patient)).count == 72)
    #expect(imported.summary.rowsRead == 2111)
    #expect(imported.summary.rowsImported == 2111)
    #expect(imported.ratings("positive-affect").count == 2109)
    // 2,111 rows, of which 10 without a rating of sleep.
    #expect(imported.nights.count == 2101)
    #expect(Set(imported.entries.map(\.id)).count == imported.entries.count)
  }
}
