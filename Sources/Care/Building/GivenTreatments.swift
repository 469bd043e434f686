import Knowledge
import PatientRecord
import Time

/// What a record says was given up to a moment, in the words of the catalogue. Names that the
/// catalogue does not have are kept as they are and matched with nothing.
struct GivenTreatments {
  /// A completed session.
  struct Session {
    let treatment: TreatmentID?
    let kind: String
    let label: String
    let start: Instant
    let day: Day
    let course: EntryID?
  }

  /// A course that was not broken off.
  struct Course {
    let treatment: TreatmentID
    let label: String
    let dated: DatedCourse
  }

  /// A stretch in which a medicine was taken.
  struct Dosing {
    let medicineClass: MedicineClassID
    let label: String
    let start: Instant
    /// When it was stopped; nil while it goes on.
    let end: Instant?
  }

  private(set) var sessions: [Session] = []
  private(set) var courses: [Course] = []
  private(set) var dosings: [Dosing] = []
  /// When each medicine was taken, where intakes were recorded.
  private(set) var intakes: [MedicineID: [Instant]] = [:]
  private(set) var stoppedSessions = 0
  private(set) var stoppedCourses: [String] = []
  /// Names of sessions that the catalogue does not have, with their kinds.
  private(set) var unknownNames: Set<UnknownName> = []

  /// A name that the catalogue does not have.
  struct UnknownName: Hashable {
    let kind: String
    let name: String
  }

  init(_ chart: Chart, until moment: Instant, knowledge: Knowledge) {
    var catalogue = TreatmentNames(knowledge)
    readCourses(chart, until: moment, &catalogue)
    readSessions(chart, until: moment, &catalogue)
    readMedicines(chart, until: moment, knowledge)
  }

  private mutating func readCourses(
    _ chart: Chart, until moment: Instant, _ catalogue: inout TreatmentNames
  ) {
    for dated in chart.courses where dated.instant <= moment && dated.course.status != .planned {
      guard let treatment = catalogue.treatment(named: dated.course.name.text) else { continue }
      guard dated.course.status != .stopped else {
        stoppedCourses.append(treatment.name)
        continue
      }
      courses.append(Course(treatment: treatment.id, label: treatment.name, dated: dated))
    }
  }

  private mutating func readSessions(
    _ chart: Chart, until moment: Instant, _ catalogue: inout TreatmentNames
  ) {
    let names = Dictionary(
      chart.courses.map { ($0.entry, $0.course.name.text) }, uniquingKeysWith: { first, _ in first }
    )
    for dated in chart.sessions where dated.instant <= moment {
      let session = dated.content
      guard session.outcome == .completed else {
        if session.outcome == .stoppedEarly { stoppedSessions += 1 }
        continue
      }
      let own = session.name?.text
      let course = session.course.flatMap { names[$0] }
      var treatment: Treatment?
      for name in [own, course].compactMap(\.self) where treatment == nil {
        treatment = catalogue.treatment(named: name)
      }
      if treatment == nil, let name = own ?? course {
        unknownNames.insert(UnknownName(kind: session.kind.rawValue, name: name))
      }
      sessions.append(
        Session(
          treatment: treatment?.id, kind: session.kind.rawValue,
          label: treatment?.name ?? session.kind.rawValue, start: dated.instant, day: dated.day,
          course: session.course))
    }
  }

  private mutating func readMedicines(
    _ chart: Chart, until moment: Instant, _ knowledge: Knowledge
  ) {
    for timeline in chart.doses {
      guard let medicine = knowledge.medicines.medicine(named: timeline.substance.text) else {
        continue
      }
      var start: Instant?
      func dosing(_ start: Instant, _ end: Instant?) -> Dosing {
        Dosing(
          medicineClass: medicine.medicineClass, label: medicine.name, start: start, end: end)
      }
      for step in timeline.steps where step.instant <= moment {
        if step.content.dosePerDay.value > 0 {
          start = start ?? step.instant
        } else if let begun = start {
          dosings.append(dosing(begun, step.instant))
          start = nil
        }
      }
      if let start { dosings.append(dosing(start, nil)) }
    }
    for dated in chart.intakes where dated.instant <= moment && dated.content.outcome == .taken {
      guard let medicine = knowledge.medicines.medicine(named: dated.content.substance.text) else {
        continue
      }
      intakes[medicine.id, default: []].append(dated.instant)
    }
  }
}

/// Finds treatments by their names or by those of their medicine, looking each name up once.
private struct TreatmentNames {
  private let knowledge: Knowledge
  private var found: [String: Treatment?] = [:]

  init(_ knowledge: Knowledge) { self.knowledge = knowledge }

  mutating func treatment(named name: String) -> Treatment? {
    if let known = found[name] { return known }
    let treatment = knowledge.treatment(named: name) ?? treatment(withMedicine: name)
    found[name] = .some(treatment)
    return treatment
  }

  /// The one treatment that gives a medicine in sessions; none where several do.
  private func treatment(withMedicine name: String) -> Treatment? {
    guard let medicine = knowledge.medicines.medicine(named: name) else { return nil }
    let giving = knowledge.treatments.values.filter {
      $0.medicine == medicine.id && $0.kind == .rapidActing
    }
    return giving.count == 1 ? giving.first : nil
  }
}
