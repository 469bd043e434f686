import ArgumentParser
import Knowledge

/// `anamnesis knowledge check`
struct KnowledgeCheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Read every resource anew and say how well its facts are known and what is signed.",
    discussion: """
      Types, units, sources, certainty and names are checked in the YAML itself, never in a snapshot; \
      the rules are held against their test cases. The exit code is 65 when there is an error, which \
      names file, line and field.
      """)

  @Option(help: "How the result is written.")
  var format = OutputFormat.text

  func run() throws {
    let result = try checked()
    try result.print(as: format)
    if result.rules.hasErrors { throw ExitCode(65) }
  }

  private func checked() throws -> KnowledgeCheckResult {
    let texts = try KnowledgeDocument.everyResource()
    do {
      return try KnowledgeCheckResult(checking: texts)
    } catch {
      StandardError.write("error: \(error)\n")
      throw ExitCode(65)
    }
  }
}
