import ArgumentParser

/// `anamnesis knowledge`
struct KnowledgeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "knowledge",
    abstract: "List, check and print the clinical content, and prepare it for a quick start.",
    discussion: """
      EXAMPLES:
        anamnesis knowledge list
        anamnesis knowledge check
        anamnesis knowledge docs --output docs
        anamnesis knowledge compile
      """,
    subcommands: [
      KnowledgeListCommand.self, KnowledgeCheckCommand.self, KnowledgeDocsCommand.self,
      KnowledgeCompileCommand.self,
    ])
}
