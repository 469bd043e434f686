import Care
import Knowledge
import PatientRecord
import TestKit
import Testing
import Time

/// Which facts of the catalogue a record gives: every one that does not say why none can.
@Suite struct FactBindingTests {
  private let knowledge: Knowledge

  init() throws { knowledge = try Bundled.knowledge.get() }

  /// A record that holds something of everything that the catalogue says records hold.
  private func everything() throws -> CareRecord {
    var record = CareRecord()
    try record.measure("age", 40, .year, day: 0)
    for day in [0, 80] { try record.measure("weight", 80 + Double(day) / 10, .kilogram, day: day) }
    for (name, value, unit) in [
      ("systolic", 130, .millimetreOfMercury), ("diastolic", 80, .millimetreOfMercury),
      ("qtc", 410, .millisecond), ("egfr", 90, .filtration), ("hba1c", 5, .percent),
      ("creatinine clearance", 90, .clearance), ("lithium level", 0.6, .millimolePerLitre),
      ("fasting glucose", 90, .milligramPerDecilitre), ("ECG", 1, .one),
      ("nortriptyline level", 80, .nanogramPerMillilitre), ("tms intensity", 110, .percent),
      ("motor threshold", 50, .percent), ("orientation recovery", 30, .minute),
    ] as [(String, Double, UCUM)] {
      try record.measure(name, value, unit, day: 10)
    }
    try record.dose("Citalopram", 20, day: 10)
    try record.dose("quetiapine", 150, day: 20)
    try record.dose("moclobemide", 300, day: 0)
    try record.dose("moclobemide", 0, day: 5)
    for name in ["Hypertension", "Pregnant", "Pacemaker", "CYP2D6 result"] {
      try record.diagnose(name, day: 3)
    }
    try record.add(
      .sideEffect(SideEffect(name: try Name("Rash"), severity: .mild, status: .present)), day: 30)
    for (kind, name, status) in [
      (.neuromodulation, "TMS", .active), (.ect, "ECT", .planned),
      (.medication, "lithium", .planned),
    ] as [(Course.Kind, String, Course.Status)] {
      try record.add(
        .course(Course(kind: kind, name: try Name(name), status: status)), day: 60, until: 99)
    }
    try sessions(&record)
    try scores(&record)
    return record
  }

  private func sessions(_ record: inout CareRecord) throws {
    let course = try record.add(
      .course(Course(kind: .ketamine, name: try Name("Ketamine"), status: .active)), day: 50)
    for day in [50, 90] {
      let seen = try [
        (0.0, "systolic", 120.0), (40, "systolic", 150), (0, "diastolic", 70),
        (40, "diastolic", 95),
      ]
      .map { after, name, value in
        Observation(
          after: try Minutes(after),
          measure: NamedQuantity(
            name: try Name(name), quantity: try Quantity(value, .millimetreOfMercury)))
      }
      let checked = ChecklistItem(name: try Name("Hearing protection patient"), isMet: true)
      try record.add(
        .session(
          Session(
            kind: .ketamine, outcome: .completed, course: course, observations: seen,
            checklist: [checked])), day: day)
    }
  }

  private func scores(_ record: inout CareRecord) throws {
    for (day, total) in [(0, 20.0), (40, 6), (80, 3)] {
      try record.total("phq9", total, day: day)
      try record.total("qids-sr16", total, day: day)
    }
    let answers: [ItemID: Int] = ["q9": 0, "q1": 1]
    try record.add(.response(try Response(instrument: "phq9", content: .answers(answers))), day: 81)
    for (day, item) in [(70, "q4"), (75, "q3"), (85, "q1")] as [(Int, ItemID)] {
      var screen: [ItemID: Int] = [
        "q1": 1, "q2": 1, "q3": 0, "q4": 0, "q5": 0, "q6": 0, "q6recent": 0,
      ]
      screen[item] = 1
      try record.add(
        .response(
          try Response(instrument: "cssrs-screener", content: .answers(screen), rater: .clinician)),
        day: day)
    }
  }

  @Test func `every fact that does not say why it must be stated comes from a record`() throws {
    let facts = try everything().facts(
      day: 90, knowledge, stated: ["medicines.stopping": .set(KnownSet(all: ["citalopram"]))])
    let found = Set(facts.facts.keys.map(\.fact)).subtracting(["medicines.stopping"])
    let definitions = knowledge.rules.catalogue
    // The union of two lists is made by the rules themselves.
    let wanted = definitions.filter { $0.origin != .given && $0.union.isEmpty }.map(\.id)
    #expect(Set(wanted).subtracting(found) == [])
    #expect(found.subtracting(wanted) == [])
    for definition in definitions {
      #expect((definition.origin == .given) == (definition.statedBecause != nil))
    }
  }

  @Test func `every fact fits the catalogue`() throws {
    for (reference, fact) in try everything().facts(day: 90, knowledge).facts {
      let definition = knowledge.rules.definitions[reference.fact]
      #expect(definition?.admits(fact.value) == true, "\(reference)")
      #expect((definition?.parameter == nil) == (reference.parameter == nil), "\(reference)")
    }
  }

  @Test func `what the record says is what the fact says`() throws {
    let facts = try everything().facts(day: 90, knowledge)
    #expect(facts.value("cssrs.level") == .choice("low"))
    #expect(facts.value("cssrs.lastHigh") == .date(CareRecord.day(70)))
    #expect(facts.value("cssrs.lastModerate") == .date(CareRecord.day(75)))
    // 80 kg up to the beginning of quetiapine on day 20, 88 kg on day 80.
    #expect(facts.value("weightGain(sga)") == .number(10))
    #expect(facts.value("systolic.preDose") == .number(120))
    #expect(facts.value("diastolic.postDose") == .number(95))
    #expect(facts.value("age") == .range(40...41))
    #expect(facts.value("creatinineClearance") == .number(90))
    #expect(facts.value("drugLevel(nortriptyline)") == .number(80))
    #expect(facts.value("motorThreshold.day") == .date(CareRecord.day(10)))
    // Citalopram has grade 3, quetiapine 1, and lithium, which is planned, 1; the list may go on.
    #expect(facts.value("serotonergicScore") == .range(5...Double.infinity))
    guard case .range(let months)? = facts.value("remission.months") else {
      Issue.record("no months")
      return
    }
    // In remission on day 80 alone; not on day 40.
    #expect(months.lowerBound == 0 && abs(months.upperBound - 50 / 30.4375) < 1e-12)
  }

  @Test func `hours since a stop are counted from the last dose that is possible`() throws {
    let record = try everything()
    #expect(
      record.facts(day: 5, knowledge).value("hoursSinceStop(moclobemide)")
        == .range(0...Double.infinity))
    #expect(
      record.facts(day: 7, knowledge).value("hoursSinceStop(moclobemide)")
        == .range(24...Double.infinity))
  }

  @Test func `an age grows with the years since it was recorded`() throws {
    var record = CareRecord()
    try record.measure("Age", 23, .year, day: 0)
    #expect(record.facts(day: 0, knowledge).value("age") == .number(23))
    #expect(record.facts(day: 364, knowledge).value("age") == .range(23...24))
    #expect(record.facts(day: 800, knowledge).value("age") == .range(25...26))
  }
}
