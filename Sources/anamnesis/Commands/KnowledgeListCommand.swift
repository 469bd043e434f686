import ArgumentParser
import Knowledge

/// `anamnesis knowledge list`
struct KnowledgeListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List the resources with certainty, review date and whether they are signed.")

  @Option(help: "How the result is written.")
  var format = OutputFormat.text

  func run() throws {
    try KnowledgeListResult(documents: ContentDocument.bundled()).print(as: format)
  }
}
