import Care
import Knowledge
import PatientRecord
import TestKit
import Testing
import Time

/// Trials read from a record: what it says, and nothing more.
@Suite struct ChartTrialsTests {
  private let knowledge: Knowledge
  private let start: Day

  init() throws {
    knowledge = try Bundled.knowledge.get()
    start = try #require(Day("2026-01-05"))
  }

  private func dose(_ substance: String, _ milligrams: Double, day: Int, _ number: Int) throws
    -> Entry
  {
    let step = try DoseStep(
      substance: Name(substance), dosePerDay: Quantity(milligrams, .milligram))
    return .sample(.doseStep(step), number, at: instant(day))
  }

  private func instant(_ day: Int) -> Instant {
    Instant(milliseconds: 1_767_614_400_000 + Int64(day) * 86_400_000)
  }

  private func person(
    _ entries: [Entry], asOf day: Int, episode: Recorded<Day> = .notRecorded
  ) -> StagingCase {
    StagingCase(
      chart: Chart(entries: entries, patient: .sample, knowledge: knowledge),
      asOf: start.advanced(by: day),
      episodeStart: episode, knowledge: knowledge)
  }

  @Test func `steps of dose become a trial with the weeks at each`() throws {
    let entries = [
      try dose("Citalopram", 10, day: 0, 1), try dose("Citalopram", 20, day: 14, 2),
      try dose("Citalopram", 0, day: 56, 3),
    ]
    let trial = try #require(person(entries, asOf: 100).trials.first)
    #expect(trial.agent == .medicine("citalopram"))
    #expect(trial.exposures.map(\.weeks) == [.recorded(2), .recorded(6)])
    #expect(trial.exposures.map { $0.dose.value?.value } == [10, 20])
    #expect(
      trial.firstDay == .recorded(start) && trial.lastDay == .recorded(start.advanced(by: 56)))
    #expect(trial.origin == .recorded(.record))
  }

  @Test func `what the record does not say is not recorded`() throws {
    let trial = try #require(
      person([try dose("Citalopram", 20, day: 0, 1)], asOf: 70).trials.first)
    #expect(trial.response == .notRecorded && trial.adherence == .notRecorded)
    #expect(trial.role == .notRecorded && trial.episode == .notRecorded)
    #expect(trial.ending == .recorded(.ongoing))
    let verdict = try TrialJudge(knowledge).assessment(
      of: StagingCase(trials: [trial])
    ).resistance.verdict
    #expect(verdict == .notMet)
  }

  @Test func `a medicine taken again is a second trial, in its own episode`() throws {
    let entries = [
      try dose("sertraline", 100, day: 0, 1), try dose("sertraline", 0, day: 70, 2),
      try dose("sertraline", 50, day: 200, 3),
    ]
    let trials = person(
      entries, asOf: 228, episode: .recorded(start.advanced(by: 150))
    ).trials
    #expect(trials.map(\.episode) == [.recorded(.past), .recorded(.current)])
    #expect(trials.last?.exposures.map(\.weeks) == [.recorded(4)])
  }

  @Test func `days after the day asked about do not count`() throws {
    let entries = [
      try dose("sertraline", 50, day: 0, 1), try dose("sertraline", 100, day: 100, 2),
    ]
    let trial = try #require(person(entries, asOf: 28).trials.first)
    #expect(trial.exposures.map(\.weeks) == [.recorded(4)])
  }

  @Test func `a name without a record is kept as it is`() throws {
    let trial = try #require(person([try dose("Potion", 5, day: 0, 1)], asOf: 70).trials.first)
    #expect(trial.agent == .unknown("Potion"))
  }

  @Test func `an empty record has no trials`() {
    #expect(person([], asOf: 0).trials.isEmpty)
  }
}
