import JSON
import Knowledge

/// What `anamnesis rules list` prints.
struct RulesListResult: AnalysisResult {
  let book: RuleBook
  let rules: [Rule]
  let jurisdiction: String?

  var json: JSONValue {
    .object([
      "notice": .string(RulesCommand.notice),
      "jurisdiction": jurisdiction.map { .string($0) } ?? .null,
      "rules": .array(rules.map { .object($0.json) }),
    ])
  }

  var lines: [String] {
    let place = jurisdiction.map { " in \($0)" } ?? ""
    var families: [String] = []
    for rule in rules where !families.contains(rule.family) { families.append(rule.family) }
    return [RulesCommand.notice, "", "\(counted(rules.count, "rule"))\(place)"]
      + families.flatMap(familyLines)
  }

  private func familyLines(_ id: String) -> [String] {
    guard let family = book.families[id] else { return [] }
    let review = family.provenance.reviewed ? "signed" : "not signed by a reviewer"
    let crisis = family.isCrisis ? "; cannot be switched off" : ""
    return [
      "", "\(family.title) (\(id)): \(review), review by \(family.provenance.reviewBy)\(crisis)",
    ]
      + rules.filter { $0.family == id }.map(line)
  }

  private func line(_ rule: Rule) -> String {
    let notes = rule.cautions.isEmpty ? "" : " (\(rule.cautions.joined(separator: "; ")))"
    return "  \(rule.id) [\(rule.level.rawValue), \(rule.strength.rawValue), "
      + "\(rule.evidence.certainty.rawValue)] \(rule.title)\(notes)"
  }
}
