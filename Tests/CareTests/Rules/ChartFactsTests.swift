import Care
import Knowledge
import PatientRecord
import TestKit
import Testing
import Time

@Suite struct ChartFactsTests {
  let knowledge: Knowledge
  let today = Day(number: 20_514).advanced(by: 30)

  init() throws { knowledge = try Knowledge.bundled() }

  private func facts(
    _ entries: [Entry], on day: Day? = nil, medicines: MedicineDirectory? = nil
  ) -> KnownFacts {
    let chart = Chart(entries: entries, patient: .sample, knowledge: knowledge)
    return ChartFacts(of: chart, on: day ?? today, using: knowledge, directory: medicines).facts()
  }

  private func value(_ facts: KnownFacts, _ name: String) -> FactValue? {
    FactReference(name).flatMap { facts[$0]?.value }
  }

  private func later(_ days: Double) -> Instant { Instant.sample.advanced(byDays: days) }

  private func dose(_ medicine: String, _ amount: Double, _ number: Int, after days: Double) throws
    -> Entry
  {
    let step = try DoseStep(substance: Name(medicine), dosePerDay: Quantity(amount, .milligram))
    return .sample(.doseStep(step), number, at: later(days))
  }

  @Test func `an empty chart gives no fact and leaves every rule unknown`() {
    let facts = facts([])
    #expect(facts.facts.isEmpty)
    let evaluations = knowledge.rules.evaluate(facts, on: today, in: nil)
    for evaluation in evaluations {
      guard case .unknown = evaluation.outcome else {
        Issue.record("\(evaluation.rule.id)")
        continue
      }
    }
  }

  @Test func `scores give totals, rise, fall, improvement and remission with their day`() throws {
    let facts = facts([
      try .response("phq9", total: 20, 1), try .response("phq9", total: 9, 2, at: later(14)),
      try .response("phq9", total: 15, 3, at: later(21)),
    ])
    #expect(value(facts, "score(phq9)") == .number(15))
    #expect(value(facts, "rise(phq9)") == .number(6) && value(facts, "fall(phq9)") == .number(5))
    #expect(value(facts, "improvement") == .number(25))
    #expect(value(facts, "inRemission") == .flag(false))
    #expect(value(facts, "changeWithinError") == .flag(true))
    #expect(value(facts, "remission.reached") == nil)
    #expect(facts[FactReference("score", "phq9")]?.day == Day("2026-03-23"))
    #expect(value(facts, "lastScale") == Day("2026-03-23").map { .date($0) })
  }

  @Test func `an answer about safety is taken raw, and one that was skipped stays unknown`() throws
  {
    let answered = facts([try .response("phq9", answers: ["q1": 1, "q9": 2])])
    #expect(value(answered, "item(phq9.q9)") == .number(2))
    let skipped = facts([try .response("phq9", answers: ["q1": 1])])
    #expect(value(skipped, "item(phq9.q9)") == nil)
    let total = facts([try .response("phq9", total: 5)])
    #expect(value(total, "item(phq9.q9)") == nil)
  }

  @Test func `medicines give doses, days since stop and classes, and the list stays open`() throws {
    let directory = MedicineDirectory(
      identifiers: ["Brand A": "alpha"], classes: ["alpha": ["one", "two"], "beta": ["two"]])
    let facts = facts(
      [
        try dose("brand a", 20, 1, after: 0), try dose("brand a", 30, 2, after: 5),
        try dose("Beta", 10, 3, after: 0), try dose("Beta", 0, 4, after: 12),
      ], medicines: directory)
    guard case .set(let current)? = value(facts, "medicines.current") else {
      Issue.record("no medicines")
      return
    }
    #expect(current.contains("alpha") == .yes && current.contains("beta") == .no)
    #expect(current.contains("gamma") == .unknown)
    #expect(value(facts, "dose(alpha)") == .number(30))
    #expect(value(facts, "changed(alpha)") == Day("2026-03-07").map { .date($0) })
    #expect(value(facts, "stopped(beta)") == Day("2026-03-14").map { .date($0) })
    #expect(value(facts, "stoppedClass(two)") == Day("2026-03-14").map { .date($0) })
    #expect(value(facts, "changedClass(one)") == Day("2026-03-07").map { .date($0) })
    #expect(
      value(facts, "medicinesWith(two)") == .set(KnownSet(has: ["alpha"], isComplete: false)))
    #expect(value(facts, "dose(beta)") == nil)
  }

  @Test func `a planned medicine is one being considered, a course without doses one taken`() throws
  {
    let planned = Course(kind: .medication, name: try Name("Alpha"), status: .planned)
    let active = Course(kind: .medication, name: try Name("Beta"), status: .active)
    let facts = facts([.sample(.course(planned), 1), .sample(.course(active), 2)])
    #expect(
      value(facts, "medicines.proposed") == .set(KnownSet(has: ["alpha"], isComplete: false)))
    #expect(value(facts, "medicines.current") == .set(KnownSet(has: ["beta"], isComplete: false)))
  }

  @Test func `measurements count in the catalogue's unit alone, by their name`() throws {
    func measured(_ name: String, _ value: Double, _ unit: UCUM, _ number: Int) throws -> Entry {
      let one = NamedQuantity(name: try Name(name), quantity: try Quantity(value, unit))
      let fact = try Measurement(kind: .lab, name: Name("Blood"), values: [one])
      return .sample(.measurement(fact), number, at: later(Double(number)))
    }
    let facts = facts([
      try measured("QTc", 460, .millisecond, 1),
      try measured("Fasting glucose", 7, .millimolePerLitre, 2),
      try measured("Thyroid", 2, .milliunitPerLitre, 3),
    ])
    #expect(value(facts, "qtc") == .number(460))
    #expect(value(facts, "fastingGlucose") == nil)
    #expect(
      value(facts, "testsIn12Months") == .set(KnownSet(has: ["thyroid"], isComplete: false)))
  }

  @Test func `diagnoses and symptoms are known as far as they are named`() throws {
    let had = Diagnosis(name: try Name("Hypertension"), status: .confirmed)
    let refuted = Diagnosis(name: try Name("Bipolar disorder"), status: .refuted)
    let unlisted = Diagnosis(name: try Name("Hay fever"), status: .confirmed)
    let rash = SideEffect(name: try Name("Rash"), severity: .mild, status: .resolved)
    let facts = facts([
      .sample(.diagnosis(had), 1), .sample(.diagnosis(refuted), 2),
      .sample(.diagnosis(unlisted), 3),
      .sample(.sideEffect(rash), 4),
    ])
    #expect(
      value(facts, "conditions")
        == .set(KnownSet(has: ["hypertension"], hasNot: ["bipolar-disorder"], isComplete: false)))
    #expect(
      value(facts, "symptoms") == .set(KnownSet(has: [], hasNot: ["rash"], isComplete: false)))
  }

  @Test func `sessions count within the course of the latest one, and today's is known`() throws {
    let course = EntryID.sample(50)
    let entries = (0..<4).map { index in
      Entry.sample(
        .session(
          Session(kind: .tms, outcome: index == 1 ? .missed : .completed, course: course)),
        index + 1, at: later(Double(index)))
    }
    let facts = facts(entries, on: today.advanced(by: -27))
    #expect(value(facts, "sessionCount(tms)") == .number(3))
    #expect(value(facts, "sessionToday") == .set(KnownSet(has: ["tms"], isComplete: false)))
  }

  @Test func `what happens later is not known yet, and every fact fits the catalogue`() throws {
    let entries = try Entry.sampleRecord(weeks: 6) + [try dose("Alpha", 10, 900, after: 40)]
    let found = facts(entries, on: today)
    #expect(value(found, "dose(alpha)") == nil)
    #expect(!found.facts.isEmpty)
    for (reference, fact) in found.facts {
      let definition = knowledge.rules.definitions[reference.fact]
      #expect(definition?.admits(fact.value) == true, "\(reference)")
      #expect((definition?.parameter == nil) == (reference.parameter == nil), "\(reference)")
    }
  }
}
