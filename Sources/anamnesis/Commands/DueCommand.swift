import ArgumentParser
import Care
import Knowledge
import PatientRecord
import Time

/// `anamnesis due`
struct DueCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "due",
    abstract: "List what to measure and check, and when; for clinicians.",
    discussion: """
      Reads a record and lists what the schedule of measurements and the calendars of its treatments \
      ask for: what, why, from when to when, when it was last done, and on whose word. What the record \
      leaves open widens the days or is named. Nothing here starts, stops or changes a treatment. \
      Without --at the list is as of the record's last day.

      EXAMPLES:
        anamnesis due record.ndjson
        anamnesis due record.ndjson --at 2026-03-01 --weeks 12 --format json
        anamnesis due record.ndjson --prompt "monday 20:00"
      """)

  @Argument(help: "The record; - reads the standard input.")
  var file: InputFile

  @Option(
    help: ArgumentHelp(
      "The day, such as 2026-03-01, or the moment, such as 2026-03-01T12:00:00Z.",
      valueName: "date or instant"))
  var at: ReviewMoment?

  @Option(
    help: ArgumentHelp(
      "How many weeks ahead to list, 0 to \(DueList.mostWeeks).", valueName: "weeks"))
  var weeks = 4

  @Option(
    help: ArgumentHelp("Whose list, when the record is about several people.", valueName: "id"))
  var patient: String?

  @Option(
    help: ArgumentHelp(
      "Calendars that the site follows instead of others.", valueName: "calendar,calendar"))
  var follow = ColumnList()

  @Option(
    help: ArgumentHelp(
      "When the person is asked on a due day, such as \"daily 09:00\" or \"monday,thursday 20:00\".",
      valueName: "prompt"))
  var prompt: LocalPrompt?

  @Option(help: "In which form the result is written.")
  var format = OutputFormat.text

  @Flag(help: "Go on without lines that cannot be read; each is named.")
  var skipBadLines = false

  func validate() throws {
    guard (0...DueList.mostWeeks).contains(weeks) else {
      throw ValidationError("--weeks: write a number from 0 to \(DueList.mostWeeks).")
    }
  }

  func run() throws {
    let knowledge = try Knowledge.shipped()
    let record = try RecordInput(file, patient: patient, skipsBadLines: skipBadLines).read()
    let moment = try record.moment(at)
    let chart = Chart(entries: record.entries, patient: record.patient, knowledge: knowledge)
    let list = DueList(
      of: chart, at: moment, weeks: weeks, using: knowledge, chosen: try chosen(in: knowledge))
    try DueResult(patient: record.patient, list: list, knowledge: knowledge, prompt: prompt)
      .print(as: format)
  }

  /// The calendars that are followed instead of others.
  private func chosen(in knowledge: Knowledge) throws -> Set<CalendarID> {
    let all = knowledge.calendars.calendars.filter { $0.insteadOf != nil }.map(\.id)
    for name in follow.names where !all.contains(CalendarID(rawValue: name)) {
      throw BadInput(
        "--follow", "there is no calendar '\(name)' to choose",
        cure: "name one of \(all.map(\.rawValue).joined(separator: ", "))")
    }
    return Set(follow.names.map(CalendarID.init(rawValue:)))
  }
}
