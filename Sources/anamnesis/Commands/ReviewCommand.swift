import ArgumentParser
import Care
import Foundation
import Knowledge

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
        anamnesis review --all records --output reports --format html
        anamnesis review --all records > reviews.ndjson
      """)

  @Argument(help: "The record; - reads the standard input.")
  var file: InputFile?

  @Option(
    help: ArgumentHelp(
      "Review every record of a folder: each file whose name ends in \(RecordFolder.ending).",
      valueName: "folder"))
  var all: RecordFolder?

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

  @Option(
    help: "How to write it; text if not said, and JSON with --all and no --output.")
  var format: ReportFormat?

  @Option(
    help: ArgumentHelp(
      "Where to write it; - is the standard output. With --all a folder, in which each record gets a file; without it each gets a line.",
      valueName: "file or folder"))
  var output = OutputTarget.standardOutput

  @Option(help: ArgumentHelp("The rated items to look at closely.", valueName: "item,item"))
  var focus = ColumnList()

  @Option(
    help: ArgumentHelp(
      "Rated items that may go along with the first one from day to day, besides sleep, activity and practice; few, and chosen before looking.",
      valueName: "item,item"))
  var predictors = ColumnList()

  @Flag(help: "For researchers: hold trends of autocorrelation and variance against chance.")
  var earlyWarning = false

  @Option(
    help: ArgumentHelp(
      "Days to forecast, 0 to \(ReviewSettings.longestForecast).", valueName: "days"))
  var forecastDays = ReviewSettings().forecastDays

  @Option(
    help: ArgumentHelp(
      "Days at the start of a series that count as its baseline, 7 to 3660.", valueName: "days"))
  var baselineDays = ReviewSettings().baselineDays

  @OptionGroup var site: SiteOption

  @Option(
    help: ArgumentHelp(
      "Facts for the rules that no record holds, as a case of 'rules check'; for the care team.",
      valueName: "case.yaml"))
  var facts: InputFile?

  @Option(
    help: ArgumentHelp(
      "Trials of treatment, as for 'stage', in place of those of the record; for the care team.",
      valueName: "trials.yaml"))
  var trials: InputFile?

  @Flag(help: "List lines that cannot be read and go on without them.")
  var skipBadLines = false

  @Option(
    help: ArgumentHelp(
      "With --all, how many threads work at most, 1 to 256; one for each processor if not said.",
      valueName: "number"))
  var threads: Int?

  @Flag(help: "Replace a file that exists.")
  var force = false

  @Flag(
    help: "With --all, count people on the standard error, as happens by itself on a terminal.")
  var progress = false

  func validate() throws {
    guard (file == nil) != (all == nil) else {
      throw ValidationError("Name one record, or a folder of records by --all.")
    }
    if all != nil { try validateFolder() } else { try validateRecord() }
    guard (0...ReviewSettings.longestForecast).contains(forecastDays) else {
      throw ValidationError(
        "--forecast-days: write a number from 0 to \(ReviewSettings.longestForecast).")
    }
    guard predictors.names.count <= ReviewRequest.mostPredictors else {
      throw ValidationError(
        "--predictors: name at most \(ReviewRequest.mostPredictors) items, chosen beforehand.")
    }
    guard (7...3660).contains(baselineDays) else {
      throw ValidationError("--baseline-days: write a number from 7 to 3660.")
    }
  }

  private func validateFolder() throws {
    guard facts == nil, trials == nil else {
      throw ValidationError("--facts and --trials: they are about one person; leave out --all.")
    }
    guard patient == nil else {
      throw ValidationError("--patient: with --all every record is of one person; leave it out.")
    }
    guard (1...256).contains(threads ?? 1) else {
      throw ValidationError("--threads: write a number from 1 to 256.")
    }
    guard !output.isStandardOutput || format ?? .json == .json else {
      throw ValidationError("--format: without --output every review is a line of JSON.")
    }
  }

  private func validateRecord() throws {
    guard threads == nil, !progress else {
      throw ValidationError("--threads and --progress: these need --all.")
    }
  }

  func run() throws {
    let knowledge = try site.knowledge()
    let request = ReviewRequest(
      knowledge: knowledge, audience: audience, format: format ?? .text,
      at: at, focus: focus.names, predictors: predictors.names, hasEarlyWarning: earlyWarning,
      forecastDays: forecastDays, baselineDays: baselineDays,
      guidance: try GuidanceFiles(facts: facts, trials: trials)
        .read(using: knowledge))
    if let all { return try run(request, in: all) }
    guard let file else { return }
    try output.check(
      against: [file, facts, trials].compactMap(\.self) + site.files, canReplace: force)
    let review = try request.review(
      RecordInput(file, patient: patient, skipsBadLines: skipBadLines))
    try output.write { try $0.write(request.text(of: review)) }
  }

  private func run(_ request: ReviewRequest, in folder: RecordFolder) throws {
    let reports =
      output.isStandardOutput
      ? nil : ReportFolder(path: output.path, ending: request.format.ending)
    let summary = try FolderReview(
      folder: folder, request: request, output: reports,
      threads: threads ?? ProcessInfo.processInfo.activeProcessorCount,
      skipsBadLines: skipBadLines, canReplace: force,
      showsProgress: progress || StandardError.isTerminal
    ).run()
    Summary(output).add(summary.lines)
    guard summary.failed == 0 else {
      throw BadInput(
        folder.path, "\(counted(summary.failed, "record")) could not be reviewed, listed above",
        cure: "correct them and review them again")
    }
  }
}
