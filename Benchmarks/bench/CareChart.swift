import Knowledge
import PatientRecord
import Simulation
import Statistics
import Time

/// The chart of an invented person with everything that rules and staging read: a year of check-ins
/// and questionnaires, medicines of the catalogue with changes of dose, laboratory values, diagnoses,
/// symptoms, sessions and decisions.
struct CareChart: Sendable {
  let chart: Chart
  let today: Day

  init(seed: UInt64, knowledge: Knowledge) throws {
    guard let start = Day(year: 2026, month: 3, day: 1) else { throw BenchError.argument("day") }
    let clinic = try Clinic(
      Clinic.Settings(
        firstDay: start, days: 365, seed: 1, zone: .utc, staggersIntake: false),
      knowledge: knowledge)
    let person = try clinic.person(Int(clamping: seed))
    let (simulated, patient) = (person.entries, person.patient)
    var writer = CareWriter(start: start, patient: patient, seed: seed, knowledge: knowledge)
    try writer.all()
    chart = Chart(entries: simulated + writer.entries, patient: patient, knowledge: knowledge)
    today = start.advanced(by: 364)
  }
}

/// Writes what a clinic adds to a record.
private struct CareWriter {
  let start: Day
  let patient: PatientID
  let knowledge: Knowledge
  private(set) var entries: [Entry] = []
  private var stream: RandomStream

  init(start: Day, patient: PatientID, seed: UInt64, knowledge: Knowledge) {
    self.start = start
    self.patient = patient
    self.knowledge = knowledge
    stream = RandomStream(seed: seed, stream: 7)
  }

  private mutating func any<Element>(_ elements: [Element]) -> Element {
    elements[min(Int(stream.uniform() * Double(elements.count)), elements.count - 1)]
  }

  private mutating func add(_ fact: Fact, day: Int) {
    let occurred = Occurrence.day(start.advanced(by: day), .utc)
    entries.append(
      Entry(
        id: EntryID(at: occurred.start, using: &stream), patient: patient,
        author: .staff(StaffID(rawValue: "clinic")), occurred: occurred, fact: fact))
  }

  mutating func all() throws {
    try medicines()
    try measurements()
    try conditions()
    try sessions()
    try scores()
    try decisions()
  }

  private mutating func medicines() throws {
    let all = knowledge.medicines.medicines.values.sorted { $0.id < $1.id }
    for _ in 0..<6 {
      let name = try Name(any(all).name)
      let first = Int(stream.uniform() * 250)
      for (step, dose) in [10.0, 20, 40].enumerated() {
        let change = try DoseStep(substance: name, dosePerDay: Quantity(dose, .milligram))
        add(.doseStep(change), day: first + 21 * step)
      }
      guard stream.uniform() < 0.4 else { continue }
      let end = try DoseStep(substance: name, dosePerDay: Quantity(0, .milligram))
      add(.doseStep(end), day: first + 90)
    }
    let planned = Course(kind: .medication, name: try Name(any(all).name), status: .planned)
    add(.course(planned), day: 360)
  }

  private mutating func measurements() throws {
    let ranges: [(String, UCUM, ClosedRange<Double>)] = [
      ("systolic", .millimetreOfMercury, 105...165), ("weight", .kilogram, 55...110),
      ("diastolic", .millimetreOfMercury, 60...105), ("qtc", .millisecond, 380...520),
      ("egfr", .filtration, 20...110), ("lithium level", .millimolePerLitre, 0.2...1.6),
      ("hba1c", .percent, 4.5...8), ("age", .year, 20...85), ("ecg", .one, 1...1),
    ]
    for day in stride(from: 5, to: 365, by: 40) {
      for (name, unit, range) in ranges {
        let value = range.lowerBound + stream.uniform() * (range.upperBound - range.lowerBound)
        let quantity = NamedQuantity(
          name: try Name(name), quantity: try Quantity((10 * value).rounded() / 10, unit))
        add(.measurement(try Measurement(kind: .lab, name: Name(name), values: [quantity])), day: day)
      }
    }
  }

  private mutating func conditions() throws {
    for (id, isSymptom) in [("conditions", false), ("symptoms", true)] as [(FactID, Bool)] {
      guard case .set(.listed(let words))? = knowledge.rules.definitions[id]?.kind else { continue }
      for _ in 0..<4 {
        let name = try Name(any(words.sorted()))
        let isTrue = stream.uniform() < 0.5
        add(
          isSymptom
            ? .sideEffect(
              SideEffect(name: name, severity: .mild, status: isTrue ? .present : .resolved))
            : .diagnosis(Diagnosis(name: name, status: isTrue ? .confirmed : .refuted)),
          day: Int(stream.uniform() * 360))
      }
    }
  }

  private mutating func sessions() throws {
    let kind = any([Session.Kind.tms, .ketamine, .ect])
    for day in stride(from: 200, through: 364, by: 4) {
      let pressure = NamedQuantity(
        name: try Name("systolic"),
        quantity: try Quantity(120 + (60 * stream.uniform()).rounded(), .millimetreOfMercury))
      let observed = Observation(after: try Minutes(40), measure: pressure)
      add(.session(Session(kind: kind, outcome: .completed, observations: [observed])), day: day)
    }
  }

  private mutating func scores() throws {
    let totals = knowledge.instruments.values.filter(\.givesTotal).sorted { $0.id < $1.id }
    for day in stride(from: 3, to: 365, by: 30) {
      for _ in 0..<4 {
        let instrument = any(totals)
        let width = instrument.range.upperBound - instrument.range.lowerBound
        let total = (instrument.range.lowerBound + stream.uniform() * width).rounded()
        guard instrument.accepts(total: total) else { continue }
        add(
          .response(try Response(instrument: instrument.id, content: .total(total))), day: day)
      }
    }
  }

  private mutating func decisions() throws {
    for _ in 0..<5 {
      let rule = any(knowledge.rules.rules)
      let decision = try Decision(
        about: try Name(rule.title), outcome: .declined, rule: try Name(rule.id),
        ruleVersion: try Name(rule.version))
      add(.decision(decision), day: 300)
    }
  }
}
