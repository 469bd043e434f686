import JSON
import Knowledge

/// What `anamnesis rules lint` prints.
struct RulesLintResult: AnalysisResult {
  let book: RuleBook
  let cases: Int
  let findings: [RuleFinding]

  /// Checks the rules.
  ///
  /// - Parameters:
  ///   - book: the rules.
  ///   - cases: their test cases.
  init(book: RuleBook, cases: RuleCases) {
    self.book = book
    self.cases = cases.cases.count
    findings = book.findings(with: cases)
  }

  /// Whether the rules may not ship like this.
  var hasErrors: Bool { findings.contains(where: \.isError) }

  var json: JSONValue {
    .object([
      "rules": .number(book.rules.count),
      "facts": .number(book.catalogue.count),
      "cases": .number(3 * cases),
      "errors": .array(findings.filter(\.isError).map { .string($0.description) }),
      "notes": .array(findings.filter { !$0.isError }.map { .string($0.description) }),
    ])
  }

  var lines: [String] {
    let errors = findings.filter(\.isError)
    let notes = findings.filter { !$0.isError }
    return [
      "\(counted(book.rules.count, "rule")), \(counted(book.catalogue.count, "fact")), "
        + "\(counted(3 * cases, "case")): \(counted(errors.count, "error")), "
        + "\(counted(notes.count, "note"))"
    ] + errors.map { "error: \($0)" } + notes.map { "note: \($0)" }
  }
}
