import ArgumentParser

/// `anamnesis task list`
struct TaskListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Say which tasks there are.")

  @Option(help: "text or json.")
  var format = OutputFormat.text

  func run() throws {
    try TaskListResult().print(as: format)
  }
}
