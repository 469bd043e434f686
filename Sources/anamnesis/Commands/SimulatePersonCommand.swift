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
      The person is drawn from the program's own model: daily check-ins with missed days, a \
      questionnaire every other week, sleep and a course of treatment. The same options give the same \
      record. It says nothing about real people.

      EXAMPLES:
        anamnesis simulate person --output record.ndjson
        anamnesis simulate person --days 365 --seed 7 --output record.ndjson
      """)

  @Option(help: "How many days the record holds, 14 to 3660.")
  var days = 240

  @Option(help: "Which person of all that could be drawn.")
  var seed: UInt64 = 1

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
    let settings = SyntheticPerson.Settings(
      days: days, firstDay: from.day, zone: zone.zone, seed: seed)
    let entries = try SyntheticPerson(settings).entries(knowledge: try Knowledge.shipped())
    try output.write { record in
      for entry in entries { try record.write(entry) }
    }
    let summary = Summary(output)
    summary.add("\(counted(entries.count, "entry", "entries")) written, about an invented person")
  }
}
