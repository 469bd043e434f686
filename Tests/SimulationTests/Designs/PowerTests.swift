import Knowledge
import Testing

@testable import Simulation

@Suite struct PowerTests {
  private static let model = PlanModel.known

  private func read(_ text: String) throws(KnowledgeError) -> Design {
    try Design(
      KnowledgeDocument(name: "d.yaml", text: "design: d\ntitle: A design\n" + text),
      treatments: Self.model.treatments)
  }

  @Test func `a lift that is not learnt is seen in alternating blocks`() throws {
    let design = try read(
      "kind: crossover\ninput: { visit: 2 }\nblock: 14\npairs: 4\nnoise: 0\ntrials: 24")
    let row = try #require(try design.power(in: Self.model, seed: 1).rows.first)
    #expect(row.power.count == 24 && row.power.hits > row.falseFindings.hits + 6)
    // A visit has no term of a treatment, so nothing changes without them.
    #expect(row.withoutTerms == row.power)
    #expect((row.effect.mean ?? 0) > 0)
  }

  @Test func `two arms that differ greatly are told apart, equal ones are not`() throws {
    let design = try read(
      """
      kind: parallel
      people: 16
      outcomeDay: 7
      trials: 20
      arms:
        - { name: saline, visits: [{ on: 0 }] }
        - name: ketamine
          visits: [{ on: 0 }]
          treatments: [{ treatment: ketamine, on: [0, 2, 4, 6], dose: 4 }]
      """)
    let row = try #require(try design.power(in: Self.model, seed: 1).rows.first)
    #expect(row.power.count == 20 && row.power.hits >= 12)
    #expect(row.falseFindings.hits <= 5 && row.withoutTerms.hits <= 5)
    #expect((row.effect.mean ?? 0) < -3000)
  }

  @Test func `trials do not depend on threads, and stop when asked to`() throws {
    let design = try read(
      """
      kind: randomisedTiming
      people: 30
      outcomeDay: 10
      trials: 20
      practice: { treatment: practice, days: 2 }
      startDays: [0, 6]
      """)
    let stopped = { (threads: Int) throws in
      try design.power(in: Self.model, seed: 5, threads: threads) { _ in false }
    }
    let one = try stopped(1)
    let two = try stopped(2)
    #expect(one.trials == 1 && two.trials == 2)
    #expect(PowerFinding(design, two, seed: 5).isPartial)
    var asked = 0
    let oneAfterOther = try design.power(in: Self.model, seed: 5, threads: 1) { _ in
      asked += 1
      return asked < 2
    }
    #expect(oneAfterOther == two)
  }

  @Test func `a drawn start is found when much follows it`() throws {
    let design = try read(
      """
      kind: multipleBaseline
      input: { visit: 4 }
      people: 4
      days: 40
      starts: [10, 30]
      trials: 20
      """)
    let row = try #require(try design.power(in: Self.model, seed: 2).rows.first)
    #expect(row.power.hits >= 12 && row.falseFindings.hits <= 5)
    #expect((row.effect.mean ?? 0) > 100)
  }

  @Test func `a trial that assigns twice compares first, second and rules`() throws {
    let design = try read(
      """
      kind: smart
      people: 40
      decisionDay: 7
      outcomeDay: 21
      trials: 20
      first: [{ name: wait }, { name: ssri, treatments: [{ treatment: ssri, from: 0 }] }]
      second:
        - { name: wait on }
        - { name: ketamine, treatments: [{ treatment: ketamine, on: [8, 12, 16, 20], dose: 4 }] }
      """)
    let tally = try design.power(in: Self.model, seed: 1) { $0 < 5 }
    #expect(
      tally.rows.map(\.comparison) == [
        .arms("ssri", with: "wait"), .second("ketamine", with: "wait on"),
        .rules("wait, then ketamine", with: "wait, then wait on"),
        .rules("ssri, then wait on", with: "wait, then wait on"),
        .rules("ssri, then ketamine", with: "wait, then wait on"),
      ])
    #expect(tally.rows[1].power.hits > tally.rows[1].withoutTerms.hits)
    #expect((tally.rows[1].effect.mean ?? 0) < -2000)
    #expect(tally.rows[1].withoutTerms.hits <= 3 && tally.rows[2].falseFindings.hits <= 3)
  }

  @Test(arguments: [
    ("days: 9", "the key 'kind' is missing; write kind: and one of parallel, smart"),
    ("kind: cross", "found 'cross'; expected one of parallel, smart, multipleBaseline"),
    ("kind: crossover\ndays: 9", "line 4: days: the key 'days' is not known here"),
    ("kind: crossover\nblock: 90\npairs: 60", "expected blocks of at most 1826 days together"),
    (
      "kind: crossover\nblock: 7\npairs: 4\ninput: { visit: 1, dose: 1 }",
      "either 'treatment' with its 'dose', or 'visit'"
    ),
    ("kind: parallel\noutcomeDay: 9\npeople: 9\narms: [{ name: a }]", "expected 2 to 8 arms"),
    ("kind: parallel\noutcomeDay: 9\npeople: 9\narms: [{ name: a }, { name: a }]", "'a' is used"),
    (
      "kind: parallel\noutcomeDay: 9\npeople: 3000\narms: [{ name: a }, { name: b }]",
      "found '3000'; expected a whole number from 2 to 2000"
    ),
    (
      "kind: randomisedTiming\noutcomeDay: 9\npeople: 9\nstartDays: [0, 8]\npractice: "
        + "{ treatment: practice, days: 4 }", "a day from which 4 days are left before the outcome"
    ),
    (
      "kind: multipleBaseline\ninput: { visit: 1 }\npeople: 4\ndays: 20\nstarts: [5, 5]",
      "expected two different days"
    ),
    (
      "kind: smart\npeople: 40\noutcomeDay: 20\ndecisionDay: 7\nfirst: [{ name: a }, { name: b }]\n"
        + "second: [{ name: c }, { name: d, treatments: [{ treatment: ssri, from: 3 }] }]",
      "'d' begins before day 7, the day of decision"
    ),
  ])
  func `what cannot be meant is named with its place and the cure`(text: String, message: String) {
    let error = #expect(throws: KnowledgeError.self) { try read(text) }
    #expect(error?.description.contains(message) == true, "\(error?.description ?? "")")
  }
}
