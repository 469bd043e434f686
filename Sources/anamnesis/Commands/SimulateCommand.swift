import ArgumentParser

/// `anamnesis simulate`
struct SimulateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "simulate",
    abstract: "Try plans, designs and the program itself on invented people.",
    discussion: """
      Everybody in a simulation is invented. Nothing it prints is about a real person.

      EXAMPLES:
        anamnesis simulate plan.yaml --patients 2000
        anamnesis simulate compare ketamine.yaml waiting.yaml
        anamnesis simulate power design.yaml
        anamnesis simulate person --output record.ndjson
        anamnesis simulate clinic --patients 20 --months 12 --output clinic
      """,
    subcommands: [
      SimulateCourseCommand.self, SimulateCompareCommand.self, SimulatePowerCommand.self,
      SimulateExplainCommand.self, SimulatePersonCommand.self, SimulateClinicCommand.self,
      SimulatePlanCommand.self, SimulateRunCommand.self, SimulateReduceCommand.self,
    ], defaultSubcommand: SimulateCourseCommand.self)
}
