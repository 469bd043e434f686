import ArgumentParser
import Care
import Knowledge
import PatientRecord

/// `anamnesis signals`
struct SignalsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "signals",
    abstract: "List what somebody of the team must look at, for staff only.",
    discussion: """
      Signals are derived from every entry of a record, whatever way it came in, and joined with those \
      that were recorded. The more urgent come first, within them the oldest. An answer that is missing \
      is unknown, never no. Nobody is notified by this list.

      EXAMPLES:
        anamnesis signals record.ndjson
        anamnesis signals record.ndjson --all --format json
      """)

  @Argument(help: "The record; - reads the standard input.")
  var file: InputFile

  @Flag(help: "Also those that are closed, answered later, corrected or withdrawn.")
  var all = false

  @Option(
    help: ArgumentHelp(
      "Look back from the end of a day, such as 2026-03-01, or from a moment, such as 2026-03-01T12:00:00Z.",
      valueName: "date or instant"))
  var at: ReviewMoment?

  @Option(
    help: ArgumentHelp("Whose signals, when the record is about several people.", valueName: "id"))
  var patient: String?

  @OptionGroup var site: SiteOption

  @Flag(help: "List lines that cannot be read and go on without them.")
  var skipBadLines = false

  @Option(help: "In which form the result is written.")
  var format = OutputFormat.text

  func run() throws {
    let knowledge = try site.knowledge()
    let record = try RecordInput(file, patient: patient, skipsBadLines: skipBadLines).read()
    let past = try record.chart(at: at, using: knowledge)
    let signals = SafetySignals.derive(from: past.chart, using: knowledge)
    try SignalsResult(
      patient: record.patient, today: past.today, signals: signals, showsAll: all,
      notice: try knowledge.safety.text("signals-notice").text
    ).print(as: format)
  }
}
