import ArgumentParser
import Knowledge

/// `anamnesis rules list`
struct RulesListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List the rules of a place with level, strength, certainty and sources.")

  @Option(help: "Only rules of this place: an ISO 3166 code or EU.")
  var jurisdiction: String?

  @Option(help: "Only rules of this family.")
  var family: String?

  @Option(help: "How the result is written.")
  var format = OutputFormat.text

  func run() throws {
    let book = try Knowledge.shipped().rules
    try book.requireFamilies([family].compactMap(\.self), option: "--family")
    let rules = book.rules.filter {
      $0.isShown(in: jurisdiction) && (family == nil || $0.family == family)
    }
    try RulesListResult(book: book, rules: rules, jurisdiction: jurisdiction).print(as: format)
  }
}
