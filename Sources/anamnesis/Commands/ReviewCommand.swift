import ArgumentParser
import Care
import HTML
import JSON
import Knowledge
import Pages
import PatientRecord

/// `anamnesis review`
struct ReviewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "review",
    abstract: "Report on a record as of a day.",
    discussion: """
      Each audience sees only what is meant for it: a patient sees no dose, no rule and no computed \
      risk. Without --at the report is as of the end of the record's last day.

      EXAMPLES:
        anamnesis review record.ndjson
        anamnesis review record.ndjson --for patient --format html --output me.html
        anamnesis review record.ndjson --at 2026-03-01 --format json
      """)

  @Argument(help: "The record; - reads the standard input.")
  var file: InputFile

  @Option(
    help: ArgumentHelp(
      "Look back from the end of a day, such as 2026-03-01, or from a moment, such as 2026-03-01T12:00:00Z.",
      valueName: "date or instant"))
  var at: ReviewMoment?

  @Option(
    help: ArgumentHelp("Whose review, when the record is about several people.", valueName: "id"))
  var patient: String?

  @Option(
    name: .customLong("for"), help: ArgumentHelp("Who will read it.", valueName: "audience"))
  var audience = Audience.clinician

  @Option(help: "How to write it.")
  var format = ReportFormat.text

  @Option(
    help: ArgumentHelp("Where to write it; - is the standard output.", valueName: "file"))
  var output = OutputTarget.standardOutput

  @Option(help: ArgumentHelp("The rated items to look at closely.", valueName: "item,item"))
  var focus = ColumnList()

  @Option(
    help: ArgumentHelp(
      "Days to forecast, 0 to \(ReviewSettings.longestForecast).", valueName: "days"))
  var forecastDays = ReviewSettings().forecastDays

  @Option(
    help: ArgumentHelp(
      "Days at the start of a series that count as its baseline, 7 to 3660.", valueName: "days"))
  var baselineDays = ReviewSettings().baselineDays

  @Option(help: ArgumentHelp("A file of the site's own settings.", valueName: "file"))
  var site: InputFile?

  @Flag(help: "List lines that cannot be read and go on without them.")
  var skipBadLines = false

  @Flag(help: "Replace a file that exists.")
  var force = false

  func validate() throws {
    guard (0...ReviewSettings.longestForecast).contains(forecastDays) else {
      throw ValidationError(
        "--forecast-days: write a number from 0 to \(ReviewSettings.longestForecast).")
    }
    guard (7...3660).contains(baselineDays) else {
      throw ValidationError("--baseline-days: write a number from 7 to 3660.")
    }
  }

  func run() throws {
    try output.check(against: [file, site].compactMap(\.self), canReplace: force)
    let knowledge = try Knowledge.shipped(site: site)
    let record = try RecordInput(file, patient: patient, skipsBadLines: skipBadLines).read()
    let items = try record.items(named: focus.names)
    let moment = try record.moment(at)
    let review = Review(
      entries: record.entries, patient: record.patient, at: moment, using: knowledge,
      settings: ReviewSettings(
        focus: items, audiences: [audience], forecastDays: forecastDays,
        baselineDays: baselineDays))
    try output.write { try $0.write(text(of: review, knowledge)) }
  }

  private func text(of review: Review, _ knowledge: Knowledge) -> String {
    switch format {
    case .text: Report.text(review, for: audience, knowledge: knowledge)
    case .json: Report.json(review, for: audience).text(.pretty) + "\n"
    case .html: Report.html(review, for: audience, knowledge: knowledge).text
    }
  }
}
