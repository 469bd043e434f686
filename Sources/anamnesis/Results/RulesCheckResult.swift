import JSON
import Knowledge
import Time

/// What `anamnesis rules check` prints.
struct RulesCheckResult: AnalysisResult {
  let day: Day
  let jurisdiction: String?
  let evaluations: [RuleEvaluation]
  /// Medicines of the case that the catalogue does not have.
  let unlisted: [String]

  /// Those that fired, the weightiest first.
  private var fired: [RuleEvaluation] {
    let fired = evaluations.filter { $0.outcome == .fired }
    return RuleLevel.allCases.flatMap { level in fired.filter { $0.rule.level == level } }
  }

  /// Those that cannot be known, with what is missing.
  private var unknown: [(evaluation: RuleEvaluation, missing: [MissingFact])] {
    evaluations.compactMap { evaluation in
      guard case .unknown(let missing) = evaluation.outcome else { return nil }
      return (evaluation, missing)
    }
  }

  private var notFired: [RuleEvaluation] { evaluations.filter { $0.outcome == .notFired } }

  var json: JSONValue {
    .object([
      "notice": .string(RulesCommand.notice),
      "day": .string(day.description),
      "jurisdiction": jurisdiction.map { .string($0) } ?? .null,
      "fired": .array(fired.map { .object($0.json) }),
      "unknown": .array(unknown.map(Self.json)),
      "unlistedMedicines": .array(unlisted.map { .string($0) }),
      "notFired": .array(
        notFired.map {
          .object(["rule": .string($0.rule.id), "version": .string($0.rule.version)])
        }
      ),
    ])
  }

  private static func json(
    _ unknown: (evaluation: RuleEvaluation, missing: [MissingFact])
  ) -> JSONValue {
    var object = unknown.evaluation.json
    object["missing"] = .array(unknown.missing.map { .string($0.description) })
    return .object(object)
  }

  var lines: [String] {
    let place = jurisdiction.map { " in \($0)" } ?? ""
    let counts =
      "\(counted(fired.count, "rule")) fired, \(unknown.count) unknown, \(notFired.count) did not fire"
    return [RulesCommand.notice, "", "Rules on \(day)\(place): \(counts)"]
      + unlisted.map { "Not in the catalogue, so no rule knows anything about it: \($0)" }
      + fired.flatMap { [""] + $0.lines } + unknownLines
  }

  private var unknownLines: [String] {
    guard !unknown.isEmpty else { return [] }
    return ["", "Unknown: what would have to be known"]
      + unknown.map { evaluation, missing in
        "  \(evaluation.rule.id) \(evaluation.rule.title): "
          + missing.map(\.description).joined(separator: "; ")
      }
  }
}
