import Care
import Inference
import Knowledge
import PatientRecord
import Simulation
import TestKit
import Testing
import Time

@Suite struct ReviewTests {
  private func person(days: Int = 120, seed: UInt32 = 3) throws -> (entries: [Entry], Knowledge) {
    let knowledge = try Knowledge.bundled()
    let berlin: Zone = try #require(Zone("Europe/Berlin"))
    let clinic = try Clinic(
      .init(
        firstDay: try #require(Day("2026-01-05")), days: days, seed: seed,
        zone: berlin, staggersIntake: false), knowledge: knowledge)
    return (try clinic.person(1).entries, knowledge)
  }

  private func review(
    _ entries: [Entry], _ knowledge: Knowledge, settings: ReviewSettings = ReviewSettings()
  ) throws -> Review {
    let first = try #require(entries.first)
    let last = try #require(entries.map(\.occurred.start).max())
    return Review(
      entries: entries, patient: first.patient, at: last, using: knowledge, settings: settings)
  }

  private func names(_ parts: [ReviewPart]) -> [String] {
    parts.map { String(String(describing: $0).prefix { $0 != "(" }) }
  }

  @Test func `patients see no status, change, monitoring, timeline or check of forecasts`() throws {
    let (entries, knowledge) = try person(days: 60)
    let review = try review(entries, knowledge, settings: ReviewSettings(focusCount: 1))
    let hidden: Set = ["status", "changePoints", "monitoring", "timeline", "forecastCheck"]
    #expect(Set(names(review.parts(for: .patient))).isDisjoint(with: hidden))
    #expect(Set(names(review.parts(for: .researcher))).isSuperset(of: hidden))
    let clinician = Set(names(review.parts(for: .clinician)))
    #expect(clinician.isSuperset(of: hidden.subtracting(["forecastCheck"])))
    #expect(!clinician.contains("forecastCheck"))
  }

  @Test func `computing for one audience gives the parts that audience sees`() throws {
    let (entries, knowledge) = try person(days: 30)
    let all = try review(entries, knowledge, settings: ReviewSettings(focusCount: 1))
    for audience in Audience.allCases {
      let some = try review(
        entries, knowledge, settings: ReviewSettings(focusCount: 1, audiences: [audience]))
      #expect(names(some.parts) == names(all.parts(for: audience)), "\(audience)")
    }
  }

  private func dueList(_ part: ReviewPart) -> DueList? {
    guard case .due(let part) = part else { return nil }
    return part.list
  }

  private func dueLists(_ review: Review) -> [DueList] { review.parts.compactMap(dueList) }

  @Test func `the order and repetition of entries do not matter`() throws {
    let (entries, knowledge) = try person(days: 60)
    let straight = try review(entries, knowledge, settings: ReviewSettings(audiences: [.patient]))
    let first = try #require(entries.first)
    let moment = straight.moment
    let mixed = Review(
      entries: entries.reversed() + entries, patient: first.patient, at: moment, using: knowledge,
      settings: ReviewSettings(audiences: [.patient]))
    #expect(mixed.recordDigest == straight.recordDigest)
    // Of the due list the description is not always the same: it holds sets.
    #expect(dueLists(mixed) == dueLists(straight) && dueLists(mixed).count == 1)
    #expect(
      String(describing: mixed.parts.filter { dueList($0) == nil })
        == String(describing: straight.parts.filter { dueList($0) == nil }))
  }

  @Test func `what comes after the moment is left out`() throws {
    let (entries, knowledge) = try person(days: 60)
    let first = try #require(entries.first)
    let moment = first.occurred.start.advanced(byDays: 20)
    let review = Review(
      entries: entries, patient: first.patient, at: moment, using: knowledge,
      settings: ReviewSettings(audiences: [.patient]))
    for part in review.parts {
      guard case .record(let record) = part else { continue }
      #expect(try #require(record.days).upperBound <= review.today)
      #expect(record.entries < entries.count)
    }
  }

  @Test func `an empty record gives a review that says so`() throws {
    let knowledge = try Knowledge.bundled()
    let review = Review(
      entries: [], patient: .sample, at: .sample, using: knowledge)
    #expect(names(review.parts) == ["record", "gaps"])
    guard case .gaps(let gaps) = review.parts[1] else { return }
    #expect(gaps.gaps.map(\.sentence) == ["The record is empty."])
  }

  @Test func `one check-in is too little for a course, with the number needed`() throws {
    let knowledge = try Knowledge.bundled()
    let entry = try Entry.checkIn(["mood": 4])
    let review = Review(
      entries: [entry], patient: .sample, at: .sample, using: knowledge)
    var course: Finding<TrajectoryPart.Course>?
    for case .trajectory(let part) in review.parts { course = part.course }
    #expect(course?.missing?.observed == 1)
    #expect(course?.missing?.needed == 7)
  }

  @Test func `a forecast runs two weeks past the last answer and stops after a long silence`()
    throws
  {
    let (entries, knowledge) = try person(days: 60)
    let first = try #require(entries.first)
    let last = try #require(entries.map(\.occurred.start).max())
    func forecastDays(_ moment: Instant) -> Int {
      let review = Review(
        entries: entries, patient: first.patient, at: moment, using: knowledge,
        settings: ReviewSettings(audiences: [.patient]))
      for case .trajectory(let part) in review.parts {
        return part.course.value?.days.filter(\.isForecast).count ?? -1
      }
      return -1
    }
    #expect(forecastDays(last) >= 14)
    #expect(forecastDays(last.advanced(byDays: 40)) == 0)
  }

  @Test func `the chosen items are looked at, in the order chosen`() throws {
    let (entries, knowledge) = try person(days: 30)
    let review = try review(
      entries, knowledge, settings: ReviewSettings(focus: ["tension", "mood"]))
    let items = review.parts.compactMap { part -> String? in
      if case .trajectory(let trajectory) = part { trajectory.item.rawValue } else { nil }
    }
    #expect(items == ["tension", "mood"])
  }
}
