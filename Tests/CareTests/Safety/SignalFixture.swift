import Care
import Knowledge
import PatientRecord
import TestKit
import Time

/// Entries of an invented person, one call each, and the signals that follow from them.
struct SignalFixture {
  static let knowledge = Result { try Knowledge.bundled() }

  let knowledge: Knowledge
  var entries: [Entry] = []

  init() throws { knowledge = try Self.knowledge.get() }

  static func instant(day: Int) -> Instant { Instant.sample.advanced(byDays: Double(day)) }

  @discardableResult
  mutating func add(_ fact: Fact, day: Int, supersedes: Int? = nil) -> Entry {
    let entry = Entry.sample(
      fact, entries.count + 1, at: Self.instant(day: day), supersedes: supersedes)
    entries.append(entry)
    return entry
  }

  @discardableResult
  mutating func form(
    _ instrument: InstrumentID, _ answers: [ItemID: Int], day: Int = 0, supersedes: Int? = nil
  ) throws -> Entry {
    add(
      .response(try Response(instrument: instrument, content: .answers(answers))), day: day,
      supersedes: supersedes)
  }

  @discardableResult
  mutating func total(_ instrument: InstrumentID, _ total: Double, day: Int = 0) throws -> Entry {
    add(.response(try Response(instrument: instrument, content: .total(total))), day: day)
  }

  @discardableResult
  mutating func symptom(
    _ name: String, _ severity: SideEffect.Severity = .moderate,
    _ status: SideEffect.Status = .present, day: Int
  ) throws -> Entry {
    add(.sideEffect(SideEffect(name: try Name(name), severity: severity, status: status)), day: day)
  }

  @discardableResult
  mutating func dose(_ substance: String, _ milligrams: Double, day: Int) throws -> Entry {
    add(
      .doseStep(
        try DoseStep(substance: Name(substance), dosePerDay: Quantity(milligrams, .milligram))),
      day: day)
  }

  @discardableResult
  mutating func acknowledge(
    _ signal: EntryID, _ action: Acknowledgement.Action, day: Int,
    by author: Author = .staff("dr-a")
  ) -> Entry {
    let sample = Entry.sample(
      .acknowledgement(Acknowledgement(signal: signal, action: action)), entries.count + 1,
      at: Self.instant(day: day))
    let entry = Entry(
      id: sample.id, patient: sample.patient, author: author, occurred: sample.occurred,
      fact: sample.fact)
    entries.append(entry)
    return entry
  }

  @discardableResult
  mutating func event(_ title: String, day: Int = 0) throws -> Entry {
    add(.lifeEvent(LifeEvent(title: try Name(title), valence: .negative)), day: day)
  }

  var chart: Chart { Chart(entries: entries, patient: .sample, knowledge: knowledge) }

  var signals: [SafetySignal] { SafetySignals.derive(from: chart, using: knowledge) }

  /// The names of the rules of signals that are open.
  var open: [String] { signals.filter(\.isOpen).compactMap { $0.rule?.rawValue } }

  /// The answers of the short questionnaire with the ninth as told; nil leaves it out.
  static func nine(_ ninth: Int?, others: Int = 0) -> [ItemID: Int] {
    var answers: [ItemID: Int] = [:]
    for number in 1...8 { answers[ItemID(rawValue: "q\(number)")] = others }
    answers["q9"] = ninth
    return answers
  }
}
