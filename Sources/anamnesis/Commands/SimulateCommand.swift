import ArgumentParser

/// `anamnesis simulate`
struct SimulateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "simulate",
    abstract: "Invent people, for trying the program out.",
    discussion: """
      EXAMPLES:
        anamnesis simulate person --output record.ndjson
        anamnesis simulate person --days 365 --seed 7 --output record.ndjson
        anamnesis simulate clinic --patients 20 --months 12 --output clinic
      """,
    subcommands: [SimulatePersonCommand.self, SimulateClinicCommand.self])
}
