import Care
import Knowledge
import PatientRecord
import TestKit
import Testing
import Time

/// Rules that a record must be able to raise by itself, each with a record that must not.
@Suite struct RuleReachTests {
  private let knowledge: Knowledge

  init() throws { knowledge = try Bundled.knowledge.get() }

  private func fired(
    day: Int, stated: [String: FactValue] = [:], _ write: (inout CareRecord) throws -> Void
  ) throws -> Set<String> {
    var record = CareRecord()
    try write(&record)
    let facts = record.facts(day: day, knowledge, stated: stated)
    let evaluations = knowledge.rules.evaluate(facts, on: CareRecord.day(day), in: nil)
    return Set(
      evaluations.compactMap {
        if case .fired = $0.outcome { $0.rule.id } else { nil }
      })
  }

  private func answer(
    _ record: inout CareRecord, _ instrument: InstrumentID, _ answers: [ItemID: Int], day: Int
  ) throws {
    try record.add(
      .response(try Response(instrument: instrument, content: .answers(answers))), day: day)
  }

  @Test(
    arguments: [
      ("qids-sr16", "q12", 2, "SAF-05"), ("madrs", "q10", 4, "SAF-05"),
      ("hdrs17", "q3", 2, "SAF-05"), ("fibser", "burden", 3, "MBC-10"),
    ] as [(InstrumentID, ItemID, Int, String)])
  func `an item that a rule asks for is read whatever its instrument`(
    _ instrument: InstrumentID, _ item: ItemID, _ value: Int, _ rule: String
  ) throws {
    let above = try fired(day: 1) { try answer(&$0, instrument, [item: value], day: 0) }
    let below = try fired(day: 1) { try answer(&$0, instrument, [item: value - 1], day: 0) }
    #expect(above.contains(rule) && !below.contains(rule))
  }

  @Test func `of an item the latest answer counts, and a skipped question takes none back`() throws
  {
    let better = try fired(day: 9) {
      try answer(&$0, "qids-sr16", ["q12": 3], day: 0)
      try answer(&$0, "qids-sr16", ["q12": 0], day: 5)
    }
    let skipped = try fired(day: 9) {
      try answer(&$0, "qids-sr16", ["q12": 3], day: 0)
      try answer(&$0, "qids-sr16", ["q1": 0], day: 5)
    }
    #expect(!better.contains("SAF-05") && skipped.contains("SAF-05"))
  }

  @Test(arguments: [(13, true), (14, false)])
  func `the washout after an MAO inhibitor holds once the next medicine is taken`(
    _ days: Int, _ isHeld: Bool
  ) throws {
    let found = try fired(day: 60 + days) {
      try $0.dose("phenelzine", 45, day: 0)
      try $0.dose("phenelzine", 0, day: 60)
      try $0.dose("sertraline", 50, day: 65)
    }
    #expect(found.contains("MAO-02") == isHeld)
  }

  @Test(arguments: [(34, true), (35, false)])
  func `the washout of fluoxetine holds once the MAO inhibitor is taken`(
    _ days: Int, _ isHeld: Bool
  ) throws {
    let found = try fired(day: 60 + days) {
      try $0.dose("fluoxetine", 20, day: 0)
      try $0.dose("fluoxetine", 0, day: 60)
      try $0.dose("phenelzine", 15, day: 70)
    }
    #expect(found.contains("MAO-03-fluoxetine") == isHeld)
  }

  @Test func `access to means counts beside an answer about thoughts of death`() throws {
    let access: [String: FactValue] = ["lethalMeans.access": .flag(true)]
    let thoughts = try fired(day: 1, stated: access) {
      try answer(&$0, "phq9", ["q9": 3], day: 0)
    }
    let none = try fired(day: 1, stated: access) { try answer(&$0, "phq9", ["q9": 0], day: 0) }
    #expect(thoughts.contains("SAF-13") && !none.contains("SAF-13"))
  }

  @Test(arguments: [(0, true), (3, true), (4, false)])
  func `a very high pressure after a dose is kept for three days`(
    _ days: Int, _ isKept: Bool
  ) throws {
    let found = try fired(day: days) { record in
      let quantity = try Quantity(200, .millimetreOfMercury)
      let observed = Observation(
        after: try Minutes(40),
        measure: NamedQuantity(name: try Name("systolic"), quantity: quantity)
      )
      try record.add(
        .session(Session(kind: .ketamine, outcome: .completed, observations: [observed])), day: 0)
    }
    #expect(found.contains("KET-05") == isKept)
  }

  @Test(arguments: ["Pregnancy", "pregnant"])
  func `rules know the words of the due list for a pregnancy`(_ name: String) throws {
    let found = try fired(day: 2) {
      try $0.dose("lithium", 600, day: 0)
      try $0.diagnose(name, day: 1)
    }
    #expect(found.contains("PRG-04"))
    let other = try fired(day: 2) {
      try $0.dose("lithium", 600, day: 0)
      try $0.diagnose("Hay fever", day: 1)
    }
    #expect(!other.contains("PRG-04"))
  }

  @Test(arguments: [(11, true), (46, true), (47, false)])
  func `sessions without a course stand for a treatment under way`(
    _ day: Int, _ isUnderWay: Bool
  ) throws {
    let found = try fired(day: day) { record in
      try record.dose("tranylcypromine", 30, day: 0)
      try record.dose("lithium", 600, day: 0)
      for day in [1, 3, 5, 7, 9, 11] {
        try record.add(.session(Session(kind: .ect, outcome: .completed)), day: day)
      }
    }
    for rule in ["ECT-04", "LI-08", "MAO-07"] {
      #expect(found.contains(rule) == isUnderWay, "\(rule)")
    }
  }

  @Test(arguments: [true, false])
  func `months of ketamine into a vein are known by that name, with or without a course`(
    _ hasCourse: Bool
  ) throws {
    let name = try Name("IV ketamine")
    let write = { (record: inout CareRecord) in
      let course =
        hasCourse
        ? try record.add(
          .course(Course(kind: .ketamine, name: name, status: .active)), day: 0, until: 200) : nil
      for day in stride(from: 0, through: 147, by: 7) {
        try record.add(
          .session(Session(kind: .ketamine, name: name, outcome: .completed, course: course)),
          day: day)
      }
    }
    let found = try fired(day: 148, write)
    #expect(found.contains("KET-14") && found.contains("KET-15"))
    #expect(try !fired(day: 60, write).contains("KET-14"))
    var record = CareRecord()
    try write(&record)
    let due = DueList(
      of: record.chart(knowledge), at: Instant.sample.advanced(byDays: 148), weeks: 12,
      using: knowledge)
    for what in ["the question about urinary symptoms", "cognition", "liver tests"] {
      #expect(due.items.contains { $0.what == what }, "\(what)")
    }
  }
}
