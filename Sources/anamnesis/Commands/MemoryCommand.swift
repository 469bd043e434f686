import ArgumentParser

/// `anamnesis memory`
struct MemoryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "memory",
    abstract: "Models of memory and of the mood that goes with it.",
    discussion: """
      EXAMPLES:
        anamnesis memory fit recalls.csv
        anamnesis memory fit recalls.csv --model cmr3 --valence valence --format json
      """,
    subcommands: [MemoryFitCommand.self, MemorySimulateCommand.self, MemoryDiaryCommand.self])
}
