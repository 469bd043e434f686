import Time

/// The test cases that stand beside the rules.
public struct RuleCases: Hashable, Sendable {
  /// The cases in the order of their resources.
  public let cases: [RuleCase]
  /// The day on which they are evaluated, by rule.
  let days: [String: Day]

  /// Reads the test cases that ship with the program.
  ///
  /// - Parameter book: the rules they test.
  /// - Returns: the cases.
  /// - Throws: an error that names document, rule and fact.
  public static func bundled(for book: RuleBook) throws(KnowledgeError) -> RuleCases {
    try RuleCases(documents: KnowledgeDocument.bundledRuleCases(), for: book)
  }

  /// Reads test cases.
  ///
  /// - Parameters:
  ///   - documents: documents of kind `ruleCases`.
  ///   - book: the rules they test.
  /// - Throws: an error that names document, rule and fact.
  public init(documents: [KnowledgeDocument], for book: RuleBook) throws(KnowledgeError) {
    let reader = CaseFactsReader(book: book)
    var cases: [RuleCase] = []
    var days: [String: Day] = [:]
    for document in documents {
      let root = try document.parsed().named(by: "family")
      let object = try root.object(keys: ["kind", "schemaVersion", "family", "day", "cases"])
      guard try object.required("kind").text() == "ruleCases" else {
        throw try object.required("kind").failure(expected: "ruleCases")
      }
      _ = try object.required("schemaVersion").integer(in: 1...1)
      let day = try object.required("day").day()
      for field in try object.required("cases").list() {
        let read = try RuleCases.ruleCase(field.named(by: "rule"), reader, of: book)
        cases.append(read)
        days[read.rule] = day
      }
    }
    self.cases = cases
    self.days = days
  }

  private static func ruleCase(
    _ field: Field, _ reader: CaseFactsReader, of book: RuleBook
  ) throws(KnowledgeError) -> RuleCase {
    let object = try field.object(keys: ["rule", "fires", "silent", "unknown"])
    let id = try object.required("rule").text()
    guard book.rule(id) != nil else {
      throw try object.required("rule").failure(
        .inconsistent("there is no rule '\(id)'; correct the name or remove the case"))
    }
    let fires = try reader.facts(object.required("fires"))
    let silent = try reader.facts(object.required("silent"))
    let unknown = try reader.facts(object.required("unknown"))
    return RuleCase(
      rule: id, fires: KnownFacts(fires.compactMapValues(\.self)),
      silent: KnownFacts(fires.merging(silent) { $1 }.compactMapValues(\.self)),
      unknown: KnownFacts(fires.merging(unknown) { $1 }.compactMapValues(\.self)))
  }
}
