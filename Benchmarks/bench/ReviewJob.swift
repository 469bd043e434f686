import Care
import JSON
import Knowledge
import Pages
import PatientRecord

/// One year of an invented person, reviewed for the care team: trajectories, status, patterns, effects
/// and alarms. The argument says which person.
struct ReviewJob: Job {
  private let knowledge: Knowledge
  private let person: PersonYear
  private let entries: [Entry]

  init(argument: String) throws {
    guard let seed = UInt64(argument) else { throw BenchError.argument(argument) }
    knowledge = try Knowledge(documents: KnowledgeDocument.bundled())
    person = try PersonYear(seed: seed, knowledge: knowledge)
    entries = try RecordReader.lines(of: person.bytes).map { try $0.get() }
  }

  /// Returns the number of parts.
  func run() throws -> Double {
    let review = Review(
      entries: entries, patient: person.patient, at: person.end, using: knowledge,
      settings: ReviewSettings(audiences: [.clinician]))
    return Double(review.parts.count)
  }
}

/// The same year read from lines, reviewed for everybody with the checks of the model, and written as
/// text for the care team and as JSON for research.
struct ReportJob: Job {
  private let knowledge: Knowledge
  private let person: PersonYear

  init(argument: String) throws {
    guard let seed = UInt64(argument) else { throw BenchError.argument(argument) }
    knowledge = try Knowledge(documents: KnowledgeDocument.bundled())
    person = try PersonYear(seed: seed, knowledge: knowledge)
  }

  /// Returns the length of what was written.
  func run() throws -> Double {
    let entries = try RecordReader.lines(of: person.bytes).map { try $0.get() }
    let review = Review(
      entries: entries, patient: person.patient, at: person.end, using: knowledge)
    let machine = Report.json(review, for: .researcher).text(.compact)
    let human = Report.text(review, for: .clinician, knowledge: knowledge)
    return Double(machine.utf8.count + human.utf8.count)
  }
}
