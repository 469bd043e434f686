import Care
import Interchange
import Knowledge
import Testing

@Suite struct TrialsFileTests {
  private let knowledge: Knowledge

  init() throws { knowledge = try Bundled.knowledge.get() }

  private func person(_ text: String) throws(InterchangeError) -> StagingCase {
    try StagingCase(yaml: text, knowledge: knowledge)
  }

  @Test func `everything that can be written is read`() throws {
    let person = try person(
      """
      episode: { months: 14, severity: moderate }
      checks: { bipolar: no, substances: yes }
      trials:
        - name: first
          treatment: Venlafaxine
          form: extended-release
          role: primary
          steps:
            - { dose: 75 mg, weeks: 2 }
            - { dose: 150 mg, weeks: 8 }
          adherence: 0.9
          response: partial
          optimised: yes
          ended: lackOfEffect
          source: pharmacy
          episode: current
          start: 2026-01-01
          end: 2026-03-12
        - { treatment: ect-bilateral, sessions: 9, response: none, episode: current }
        - { other: Potion, weeks: 3 }
      """)
    #expect(person.episodeMonths == .recorded(14) && person.severity == .recorded("moderate"))
    #expect(person.checks == ["bipolar": false, "substances": true])
    #expect(person.trials.map(\.label) == ["first", "ect-bilateral", "Potion"])
    let first = person.trials[0]
    #expect(first.agent == .medicine("venlafaxine"))
    #expect(first.exposures.map { $0.dose.value?.value } == [75, 150])
    #expect(first.response == .recorded(.partial) && first.optimised == .recorded(true))
    #expect(first.origin == .recorded(.pharmacy) && first.ending == .recorded(.lackOfEffect))
    #expect(person.trials[1].sessions == .recorded(9))
    #expect(person.trials[2].agent == .unknown("Potion"))
  }

  @Test func `what is left out is not recorded`() throws {
    let trial = try person("trials: [{ treatment: citalopram }]").trials[0]
    #expect(trial.exposures.isEmpty && trial.response == .notRecorded)
    #expect(trial.adherence == .notRecorded && trial.optimised == .notRecorded)
  }

  @Test(arguments: [
    (
      "- { treatment: citalopran }", "trials file line 2, trials.1.treatment",
      "did you mean citalopram?"
    ),
    ("- { treatment: citalopram, dose: 40 }", "trials.1.dose", "such as 40 mg"),
    ("- { treatment: citalopram, dose: 40 mgs }", "trials.1.dose", "UCUM"),
    ("- { treatment: citalopram, dose: -1 mg }", "trials.1.dose", "such as 40 mg"),
    ("- { treatment: citalopram, dose: nan mg }", "trials.1.dose", "such as 40 mg"),
    ("- { treatment: citalopram, weeks: -1 }", "trials.1.weeks", "from 0.0 to 5200.0"),
    ("- { treatment: citalopram, weeks: 1e999 }", "trials.1.weeks", "write a number"),
    ("- { treatment: citalopram, adherence: 90 }", "trials.1.adherence", "from 0.0 to 1.0"),
    ("- { treatment: citalopram, response: nothing }", "trials.1.response", "none, partial"),
    ("- { treatment: citalopram, optimised: maybe }", "trials.1.optimised", "yes or no"),
    ("- { treatment: citalopram, dos: 40 mg }", "trials.1.dos", "did you mean dose?"),
    ("- { treatment: citalopram, form: drops }", "trials.1.form", "leave the form out"),
    ("- { treatment: citalopram, other: x }", "trials.1.other", "keep one of"),
    ("- { dose: 40 mg }", "trials.1", "its generic name"),
    ("- { treatment: citalopram, dose: 1 mg, steps: [] }", "trials.1.steps", "each of the steps"),
    ("- { treatment: citalopram, start: 2026-02-30 }", "trials.1.start", "a date such as"),
    (
      "- { treatment: citalopram, start: 2026-02-02, end: 2026-02-01 }", "trials.1", "correct start"
    ),
    ("- { treatment: citalopram }\n- { treatment: citalopram }", "trials.2", "name of its own"),
    ("- word", "trials.1", "key: value"), ("word", "trials", "after a dash"),
  ])
  func `a fault is named with its place and its cure`(
    _ trials: String, _ place: String, _ cure: String
  ) {
    let error = #expect(throws: InterchangeError.self) {
      try person(
        "trials:\n" + trials.split(separator: "\n").map { "  \($0)" }.joined(separator: "\n"))
    }
    #expect(error?.place.contains(place) == true, "\(error?.place ?? "")")
    #expect(error?.description.contains(cure) == true, "\(error?.description ?? "")")
    #expect(error?.place.contains("line") == true)
  }

  @Test(arguments: [
    "", "trials", "trials: {", "- a", "episode: { months: 3 }", "trials: []\nchecks: { moon: yes }",
    "trials: []\nepisode: { severity: awful }", "trials: []\nchecks: { dose: yes }",
    "trials: []\nepisode: { months: -1 }", "\u{0}", "trials: *a",
    "trials:\n" + String(repeating: "  - {}\n", count: 1_001),
  ])
  func `any other text ends in a named error`(_ text: String) {
    #expect(throws: InterchangeError.self) { try person(text) }
  }

  @Test func `a file without trials says so in its results`() throws {
    let person = try person("trials: []")
    let assessment = try TrialJudge(knowledge).assessment(of: person)
    #expect(assessment.resistance.verdict == .notMet)
  }
}
