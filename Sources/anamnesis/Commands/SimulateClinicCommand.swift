import ArgumentParser
import Foundation
import Knowledge
import PatientRecord
import Simulation
import Time

/// `anamnesis simulate clinic`
struct SimulateClinicCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "clinic",
    abstract: "Write the records of a clinic of invented people.",
    discussion: """
      People come with depression over the first weeks, are treated, answer and forget to answer, get \
      better or not, and some leave. The same options give the same bytes, and a person stays the same \
      when there are more people. It says nothing about real people.

      Every signal about an answer to the question on self-harm has been looked after within the record, \
      unless --open-signals leaves those of the last seven days; the summary counts them. Signals of other \
      kinds, such as a score that rose, are left to whoever looks.

      EXAMPLES:
        anamnesis simulate clinic --patients 20 --months 12 --output clinic
        anamnesis simulate clinic --patients 20 --per-file 1 --output people
        anamnesis review --all people
      """)

  @Option(help: "How many people, 1 to 1000000.")
  var patients = 20

  @Option(help: "How many months the records hold, 1 to 120.")
  var months = 12

  @Option(help: "Which clinic of all that could be invented, 0 to 4294967295.")
  var seed: UInt32 = 1

  @Option(help: ArgumentHelp("The first day, from 1900 to 2900.", valueName: "date"))
  var from = FirstDay()

  @Option(
    help: ArgumentHelp(
      "How many people a file holds, 1 to 10000; 1 makes a folder for 'review --all'.",
      valueName: "number"))
  var perFile = 100

  @Option(
    help: ArgumentHelp(
      "How many threads work at most, 1 to 256; one for each processor if not said.",
      valueName: "number"))
  var threads: Int?

  @Option(
    help: ArgumentHelp("The folder to write into; it is made when needed.", valueName: "folder"))
  var output: String

  @Flag(help: "Leave the signals of the last seven days for somebody to look at.")
  var openSignals = false

  @Flag(help: "Replace a clinic that stands in the folder.")
  var force = false

  @Flag(help: "Count people on the standard error, as happens by itself on a terminal.")
  var progress = false

  func validate() throws {
    try check("--patients", patients, in: 1...1_000_000)
    try check("--months", months, in: 1...120)
    try check("--per-file", perFile, in: 1...10_000)
    try check("--threads", threads ?? 1, in: 1...256)
    guard !output.isEmpty, output != "-" else { throw ValidationError("--output: name a folder.") }
  }

  private func check(_ option: String, _ number: Int, in range: ClosedRange<Int>) throws {
    guard range.contains(number) else {
      throw ValidationError(
        "\(option): write a number from \(range.lowerBound) to \(range.upperBound).")
    }
  }

  func run() throws {
    let first = from.day
    let settings = Clinic.Settings(
      firstDay: first, days: first.advanced(byMonths: months).days(since: first), seed: seed,
      leavesSignalsOpen: openSignals)
    let folder = ClinicFolder(
      path: output, clinic: try Clinic(settings, knowledge: try Knowledge.shipped()),
      people: patients, peoplePerFile: perFile,
      threads: threads ?? ProcessInfo.processInfo.activeProcessorCount,
      showsProgress: progress || StandardError.isTerminal)
    try folder.prepare(canReplace: force)
    let tally = try folder.write()
    Summary(OutputTarget(argument: output) ?? .standardOutput).add(
      "\(counted(tally.people, "invented person", "invented people")), "
        + "\(counted(tally.entryCount, "entry", "entries")) in \(counted(folder.files, "file"))",
      "\(counted(tally.leavers, "person", "people")) left early, "
        + "\(counted(tally.relapses, "person", "people")) fell ill again",
      "\(counted(tally.safetyAnswers, "answer")) above the lowest to the question on self-harm, by "
        + "\(counted(tally.peopleWithSafetyAnswers, "person", "people")); "
        + "\(counted(tally.openSignals, "signal")) about them left open")
  }
}
