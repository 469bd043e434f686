import ArgumentParser
import Knowledge
import PatientRecord
import Simulation
import Time

/// `anamnesis simulate person`
struct SimulatePersonCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "person",
    abstract: "Write the record of an invented person.",
    discussion: """
      It is the first person of the clinic that 'simulate clinic' writes, from the first visit on: daily \
      check-ins with missed days, questionnaires, sleep, treatment, visits, keepsakes. The same options \
      give the same record. It says nothing about real people.

      EXAMPLES:
        anamnesis simulate person --output record.ndjson
        anamnesis simulate person --days 365 --seed 7 --output record.ndjson
      """)

  @Option(help: "How many days the record holds, 14 to 3660.")
  var days = 240

  @Option(help: "Which person of all that could be invented, 0 to 4294967295.")
  var seed: UInt32 = 1

  @Option(help: ArgumentHelp("The first day, from 1900 to 2900.", valueName: "date"))
  var from = FirstDay()

  @Option(help: "The time zone the person lives in, such as Europe/Berlin or UTC.")
  var zone = HomeZone()

  @Option(
    help: ArgumentHelp("Where to write the record; - is the standard output.", valueName: "file"))
  var output: OutputTarget

  @Flag(help: "Replace a file that exists.")
  var force = false

  func validate() throws {
    guard (14...3660).contains(days) else {
      throw ValidationError("--days: write a number from 14 to 3660.")
    }
  }

  func run() throws {
    try output.check(against: [], canReplace: force)
    let settings = Clinic.Settings(
      firstDay: from.day, days: days, seed: seed, zone: zone.zone, staggersIntake: false)
    let patient = PatientID(rawValue: "synthetic-\(seed)")
    let clinic = try Clinic(settings, knowledge: try Knowledge.shipped())
    let entries = try clinic.person(1, as: patient).entries
    try output.write { record in
      for entry in entries { try record.write(entry) }
    }
    let summary = Summary(output)
    summary.add("\(counted(entries.count, "entry", "entries")) written, about an invented person")
  }
}
