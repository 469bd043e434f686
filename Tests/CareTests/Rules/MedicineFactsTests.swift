import Care
import Knowledge
import PatientRecord
import TestKit
import Testing
import Time

/// Names of medicines and what follows from them, above all what must not be concluded.
@Suite struct MedicineFactsTests {
  private let knowledge: Knowledge
  private let directory: MedicineDirectory

  init() throws {
    knowledge = try Bundled.knowledge.get()
    directory = MedicineDirectory(knowledge)
  }

  private func outcome(_ rule: String, _ facts: KnownFacts) throws -> RuleEvaluation.Outcome {
    let evaluations = knowledge.rules.evaluate(facts, on: CareRecord.day(30), in: nil)
    return try #require(evaluations.first { $0.rule.id == rule }).outcome
  }

  private func isUnknown(_ outcome: RuleEvaluation.Outcome) -> Bool {
    if case .unknown = outcome { true } else { false }
  }

  private func stated(_ current: [String], _ proposed: [String] = []) -> KnownFacts {
    var facts = KnownFacts()
    facts["medicines.current"] = KnownFact(.set(KnownSet(all: Set(current))))
    facts["medicines.proposed"] = KnownFact(.set(KnownSet(all: Set(proposed))))
    facts["conditions"] = KnownFact(.set(KnownSet(all: [])))
    return MedicineFacts(directory).completing(facts)
  }

  @Test func `every name of the catalogue leads to its record, in any case`() {
    for medicine in knowledge.medicines.medicines.values {
      for name in [medicine.id.rawValue, medicine.name] + medicine.otherNames {
        #expect(directory.identifier(for: name.uppercased()) == medicine.id.rawValue, "\(name)")
      }
    }
    #expect(directory.identifier(for: "Meperidine") == "pethidine")
    #expect(directory.identifier(for: "esketamine-course") == "esketamine")
  }

  @Test func `a medicine that the catalogue does not have keeps its name and is listed`() throws {
    #expect(directory.identifier(for: "Some Potion") == "some-potion")
    #expect(!directory.isListed("some-potion") && directory.isListed("lithium"))
    var record = CareRecord()
    try record.dose("Some Potion", 5, day: 0)
    try record.dose("lithium", 400, day: 0)
    #expect(record.guidance(day: 9, knowledge).rules?.unlistedMedicines == ["Some Potion"])
  }

  /// Rules on classes of which the catalogue knows no member: non-steroidal medicines, for one.
  @Test func `a class without members makes no question false while a medicine is not known`()
    throws
  {
    let unlisted = stated(["lithium", "ibuprofen"])
    #expect(isUnknown(try outcome("LI-05", unlisted)))
    #expect(MedicineFacts(directory).unlisted(in: unlisted) == ["ibuprofen"])
    var record = CareRecord()
    try record.dose("lithium", 400, day: 0)
    try record.dose("ibuprofen", 400, day: 0)
    #expect(isUnknown(try outcome("LI-05", record.facts(day: 30, knowledge))))
    // The same list with a medicine whose class is known decides it.
    #expect(try outcome("LI-05", stated(["lithium", "sertraline"])) == .notFired)
  }

  @Test func `every class that rules ask for without a member stays open for an unlisted medicine`()
    throws
  {
    let carried = Set(knowledge.medicines.medicines.values.map(\.medicineClass.rawValue))
    let empty = knowledge.rules.words(of: "medicineClasses").subtracting(carried)
      .intersection(directory.exclusiveClasses)
    #expect(empty.count >= 5)
    guard case .set(let classes)? = stated(["ibuprofen"])["medicines.currentClasses"]?.value else {
      Issue.record("no classes")
      return
    }
    for name in empty { #expect(classes.contains(name) == .unknown, "\(name)") }
  }

  @Test func `a flag is never known to be absent, a class of a settled list is`() throws {
    guard case .set(let classes)? = stated(["sertraline"])["medicines.currentClasses"]?.value else {
      Issue.record("no classes")
      return
    }
    #expect(classes.contains("ssri") == .yes && classes.contains("tca") == .no)
    #expect(classes.contains("qt-known-risk") == .unknown)
  }

  @Test func `what is stated of classes itself wins`() throws {
    var facts = KnownFacts()
    facts["medicines.current"] = KnownFact(.set(KnownSet(all: ["sertraline"])))
    facts["medicines.currentClasses"] = KnownFact(.set(KnownSet(all: ["tca"])))
    let value = MedicineFacts(directory).completing(facts)["medicines.currentClasses"]?.value
    #expect(value == .set(KnownSet(all: ["tca"])))
  }

  @Test func `the serotonergic load is a sum only where everything has a grade`() {
    // Grades by the table: sertraline 3, lithium 1, escitalopram 3.
    #expect(stated(["sertraline", "lithium"])["serotonergicScore"]?.value == .number(4))
    #expect(
      stated(["sertraline"], ["escitalopram", "ibuprofen"])["serotonergicScore"]?.value
        == .range(6...Double.infinity))
    #expect(
      stated(["tramadol"])["serotonergicScore"]?.value == .range(0...Double.infinity))
  }

  @Test func `the gate after a stopped inhibitor opens on its day, by the record alone`() throws {
    for (waited, isClosed) in [(13, true), (14, false)] {
      var record = CareRecord()
      try record.dose("phenelzine", 45, day: 0)
      try record.dose("phenelzine", 0, day: 30 - waited)
      let planned = Course(kind: .medication, name: try Name("Sertraline"), status: .planned)
      try record.add(.course(planned), day: 29)
      let outcome = try outcome("MAO-02", record.facts(day: 30, knowledge))
      #expect((outcome == .fired) == isClosed, "\(waited) days")
    }
  }

  @Test func `a substance asked for that belongs into research is known as such`() throws {
    var record = CareRecord()
    let planned = Course(kind: .other, name: try Name("Psilocybin"), status: .planned)
    try record.add(.course(planned), day: 1)
    #expect(try outcome("KET-18", record.facts(day: 30, knowledge)) == .fired)
  }
}

extension KnownFacts {
  /// A fact by the name of its kind.
  fileprivate subscript(_ name: FactID) -> KnownFact? {
    get { self[FactReference(name)] }
    set { self[FactReference(name)] = newValue }
  }
}
