import ArgumentParser

/// `anamnesis rules`
struct RulesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules",
    abstract: "Evaluate, list and check the decision rules; for clinicians only.",
    discussion: """
      A rule is one that a clinician can check: it prints what it asked, what was known and since \
      when, its sources and its options. What is not known leaves a rule unknown, never silent.

      EXAMPLES:
        anamnesis rules check case.yaml --jurisdiction US
        anamnesis rules list --jurisdiction US --family safety
        anamnesis rules lint
      """,
    subcommands: [RulesCheckCommand.self, RulesListCommand.self, RulesLintCommand.self])

  /// What stands above everything these commands print.
  static let notice = """
    For clinicians only: options and reminders, not orders. Review the basis before use. You remain \
    responsible for the decision.
    """
}
