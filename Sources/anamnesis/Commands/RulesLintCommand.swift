import ArgumentParser
import Knowledge

/// `anamnesis rules lint`
struct RulesLintCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lint",
    abstract:
      "Check that rules and facts hold together and that each rule does what its cases say.",
    discussion: """
      Types, units, sources and certainty are checked whenever the rules are read. This looks for \
      facts that nothing uses, rules without cases or whose cases fail, and rules that contradict \
      each other on the same facts. The exit code is 65 when it finds an error.
      """)

  @Option(help: "How the result is written.")
  var format = OutputFormat.text

  func run() throws {
    let book = try Knowledge.shipped().rules
    let cases = try RuleCases.bundled(for: book)
    let result = RulesLintResult(book: book, cases: cases)
    try result.print(as: format)
    if result.hasErrors { throw ExitCode(65) }
  }
}
