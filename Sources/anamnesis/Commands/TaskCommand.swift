import ArgumentParser

/// `anamnesis task`
struct TaskCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "task",
    abstract: "Make tasks of memory and thinking, and score their results.",
    discussion: """
      EXAMPLES:
        anamnesis task list
        anamnesis task design self-reference --form 2 --seed 7 --format json
        anamnesis task score self-reference result.json
      """,
    subcommands: [TaskListCommand.self, TaskDesignCommand.self, TaskScoreCommand.self])
}
