import JSON
import Knowledge
import Time

/// What `anamnesis knowledge check` prints.
struct KnowledgeCheckResult: AnalysisResult {
  let documents: [ContentDocument]
  let rules: RulesLintResult
  /// How many resources the snapshot holds as they are now; nil when there is none.
  let current: Int?
  /// How many resources there are.
  let resources: Int

  /// Reads and checks all resources.
  ///
  /// - Parameter texts: every resource.
  /// - Throws: an error that names file, line and field.
  init(checking texts: [KnowledgeDocument]) throws(KnowledgeError) {
    let evidence = texts.filter { $0.name.hasPrefix("evidence/") }
    let cases = texts.filter { $0.name.hasPrefix("rules/cases/") }
    let content = texts.filter { text in !evidence.contains(text) && !cases.contains(text) }
    let knowledge = try Knowledge(documents: content)
    _ = try MemoryEvidence(documents: evidence)
    rules = RulesLintResult(
      book: knowledge.rules, cases: try RuleCases(documents: cases, for: knowledge.rules))
    documents = try ContentDocument.bundled()
    resources = texts.count
    current = KnowledgeDocument.bundledSnapshot().map { snapshot in
      texts.count { snapshot.attached(to: $0).isFromSnapshot }
    }
  }

  private var groups: [Certainty: Int] {
    documents.reduce(into: [:]) { $0.merge($1.groups, uniquingKeysWith: +) }
  }

  private var unsigned: [ContentDocument] { documents.filter { $0.reviewed == false } }

  /// The day by which the first resource must be looked at again.
  private var reviewBy: Day? { documents.compactMap(\.reviewBy).min() }

  private var snapshot: String {
    switch current {
    case nil: "none; `anamnesis knowledge compile` makes one"
    case resources: "up to date"
    case let current?:
      "\(resources - current) of \(resources) changed since and are read as YAML; compile anew"
    }
  }

  var json: JSONValue {
    var object = JSONObject()
    object["resources"] = .number(resources)
    object["groups"] = groups.json
    object["unsigned"] = .array(unsigned.map { .string($0.name) })
    object["reviewBy"] = reviewBy.map { .string($0.description) } ?? .null
    object["rules"] = rules.json
    object["snapshot"] = .object([
      "current": current.map { .number($0) } ?? .null, "of": .number(resources),
    ])
    return .object(object)
  }

  var lines: [String] {
    let known = Certainty.allCases.filter { $0 != .uncertain }.map {
      "\(groups[$0] ?? 0) \($0.words)"
    }
    return [
      "\(counted(resources, "resource")) read, each fact with source and certainty",
      "groups of facts: \(known.joined(separator: "; "))",
      "signed by a reviewer: \(documents.count { $0.reviewed == true }); not signed: \(unsigned.count)",
      "first to be reviewed: \(reviewBy?.description ?? "none"), "
        + documents.filter { $0.reviewBy == reviewBy && reviewBy != nil }.map(\.name)
        .joined(separator: ", "),
      "snapshot: \(snapshot)",
    ] + rules.lines
  }
}
