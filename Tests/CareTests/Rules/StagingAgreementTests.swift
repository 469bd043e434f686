import Care
import Knowledge
import PatientRecord
import TestKit
import Testing
import Time

/// Rules and staging read the same trials and must agree on them.
@Suite struct StagingAgreementTests {
  private let knowledge: Knowledge

  init() throws { knowledge = try Bundled.knowledge.get() }

  private static let names = [
    "sertraline", "citalopram", "venlafaxine", "mirtazapine", "fluvoxamine", "amitriptyline",
  ]

  /// Trials of which much is missing, or nothing, by turns.
  private func trials(_ random: inout SeededRandom) -> [TreatmentTrial] {
    let isWhole = Bool.random(using: &random)
    let responses: [StagingDefinitions.Response?] = [.partial, .remission, nil]
    return (0..<Int.random(in: 1...5, using: &random)).map { index in
      let name = Self.names.randomElement(using: &random) ?? "sertraline"
      guard !isWhole else { return .failed(name, label: "trial \(index)", dose: 300, weeks: 9) }
      return .failed(
        name, label: "trial \(index)", dose: [50, 300, nil].randomElement(using: &random) ?? nil,
        weeks: [2, 9].randomElement(using: &random),
        response: responses.randomElement(using: &random) ?? nil,
        episode: [.current, .past, nil].randomElement(using: &random) ?? nil)
    }
  }

  private func outcome(_ rule: String, _ facts: KnownFacts) -> RuleEvaluation.Outcome? {
    knowledge.rules.evaluate(facts, on: CareRecord.day(0), in: nil)
      .first { $0.rule.id == rule }?.outcome
  }

  @Test func `the rule on treatment resistance fires just where staging finds it met`() throws {
    var random = SeededRandom(seed: 11)
    let judge = try TrialJudge(knowledge)
    var seen: Set<StagingAssessment.Resistance.Verdict> = []
    for _ in 0..<36 {
      let person = StagingCase(trials: trials(&random))
      let verdict = judge.assessment(of: person).resistance.verdict
      let facts = CareRecord().facts(day: 0, knowledge, trials: person)
      seen.insert(verdict)
      switch (verdict, outcome("DX-06", facts)) {
      case (.met, .fired), (.notMet, .notFired), (.cannotTell, .unknown): continue
      case (_, let outcome): Issue.record("\(verdict) but \(String(describing: outcome))")
      }
    }
    #expect(seen.count == 3)
  }

  @Test func `a record that may not hold every trial never says that there were too few`() throws {
    var record = CareRecord()
    try record.dose("sertraline", 100, day: 0)
    let facts = record.facts(day: 70, knowledge)
    #expect(facts.value("episode.adequateFailures") == .range(0...Double.infinity))
    #expect(outcome("DX-06", facts) != .notFired)
  }

  /// 10 mg for two weeks, then 20 mg, whose smallest effective dose is 20 mg.
  @Test func `weeks at the smallest effective dose are those of staging`() throws {
    var record = CareRecord()
    try record.dose("citalopram", 10, day: 0)
    try record.dose("citalopram", 20, day: 14)
    let facts = record.facts(day: 49, knowledge)
    #expect(facts.value("weeksAtEffectiveDose") == .number(5))
    #expect(facts.value("antidepressant.weeksUsed") == .range(7...Double.infinity))
    let person = StagingCase(
      chart: record.chart(knowledge), asOf: CareRecord.day(49), knowledge: knowledge)
    let judge = try TrialJudge(knowledge)
    let adequate = { (weeks: Double) in
      judge.adequacy(of: person.trials[0], weeks: weeks...weeks, needsAdherence: false)
    }
    #expect(adequate(5) == .adequate && adequate(5.2) != .adequate)
  }

  @Test func `where published forms differ the weeks are a range`() throws {
    var record = CareRecord()
    try record.dose("venlafaxine", 75, day: 0)
    try record.dose("venlafaxine", 150, day: 21)
    guard let doses = knowledge.medicines.medicine(named: "venlafaxine")?.doses,
      let range = doses.compactMap(\.minimumEffective).first, range == 75...150
    else {
      Issue.record("the published forms no longer differ")
      return
    }
    #expect(record.facts(day: 42, knowledge).value("weeksAtEffectiveDose") == .range(3...6))
  }

  @Test func `a stopped medicine is not the current antidepressant`() throws {
    var record = CareRecord()
    try record.dose("citalopram", 20, day: 0)
    try record.dose("citalopram", 0, day: 40)
    #expect(record.facts(day: 49, knowledge).value("weeksAtEffectiveDose") == nil)
  }
}
