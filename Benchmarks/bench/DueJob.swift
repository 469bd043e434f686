import Care
import Knowledge
import PatientRecord
import Time

/// The due list of one year of an invented person to whom several treatments with calendars were added.
/// The argument says which person.
struct DueJob: Job {
  private let knowledge: Knowledge
  private let chart: Chart
  private let moment: Instant

  init(argument: String) throws {
    guard let seed = UInt64(argument) else { throw BenchError.argument(argument) }
    knowledge = try Knowledge(documents: KnowledgeDocument.bundled())
    let person = try PersonYear(seed: seed, knowledge: knowledge)
    let entries = try RecordReader.lines(of: person.bytes).map { try $0.get() }
    guard let first = entries.first else { throw BenchError.argument(argument) }
    // One course of each calendar, begun with the record; the names come from the resources.
    let names = Set(
      knowledge.calendars.calendars.compactMap { calendar in
        calendar.trigger.medicines.map(\.rawValue).min()
          ?? calendar.trigger.treatments.map(\.rawValue).min()
      }
    ).sorted()
    var random = SystemRandomNumberGenerator()
    let courses = try names.map { name in
      Entry(
        id: EntryID(at: first.occurred.start, using: &random), patient: person.patient,
        author: .patient, occurred: .instant(first.occurred.start, first.occurred.zone),
        fact: .course(Course(kind: .other, name: try Name(name), status: .active)))
    }
    chart = Chart(entries: entries + courses, patient: person.patient, knowledge: knowledge)
    moment = person.end
  }

  /// Returns the number of lines.
  func run() throws -> Double {
    Double(DueList(of: chart, at: moment, weeks: 12, using: knowledge).items.count)
  }
}
