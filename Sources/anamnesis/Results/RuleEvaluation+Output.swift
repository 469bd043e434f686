import JSON
import Knowledge
import Time

extension RuleEvaluation {
  /// The evaluation with its whole basis, for programs.
  var json: JSONObject {
    var object = rule.json
    object["logic"] = .string(logic)
    object["inputs"] = .array(inputs.map(\.json))
    object["cautions"] = .array(cautions.map { .string($0) })
    object["options"] = .array(rule.advice.options.map { .string($0) })
    object["text"] = .string(rule.advice.text)
    object["rationale"] = .string(rule.rationale)
    object["overrideReasons"] = .array(rule.overrideReasons.map { .string($0) })
    object["asksReasonToAccept"] = .bool(rule.asksReasonToAccept)
    object["calendar"] = rule.advice.calendar.map { .string($0) } ?? .null
    return object
  }

  /// The evaluation with its whole basis, for people.
  var lines: [String] {
    let soft = rule.isSoft ? " (until the missing step is done)" : ""
    return [
      "\(rule.level.rawValue)\(soft)  \(rule.id) version \(rule.version)  \(rule.title)",
      "  \(rule.advice.text)",
    ] + rule.advice.options.map { "  - \($0)" }
      + [
        "  why      \(rule.rationale)",
        "  fires    when \(logic)",
        "  known    \(inputs.map(\.words).joined(separator: "; "))",
        "  rests on \(rule.strength.words); \(rule.citation)",
        "  applies  to adults in care for depression; \(rule.jurisdiction.joined(separator: ", "))"
          + "; review by \(rule.reviewBy)",
      ] + cautions.map { "  note     \($0)" }
      + (rule.asksReasonToAccept
        ? ["  a reason is asked whether it is followed or overridden"] : [])
  }
}

extension RuleEvaluation.Input {
  /// The input for programs.
  fileprivate var json: JSONValue {
    .object([
      "fact": .string(reference.description),
      "value": .string(value.words(unit: unit)),
      "on": day.map { .string($0.description) } ?? .null,
    ])
  }

  /// The input with its day.
  fileprivate var words: String {
    "\(reference) \(value.words(unit: unit))" + (day.map { " (\($0))" } ?? " (no date given)")
  }
}

extension Rule {
  /// What identifies the rule and what it rests on, for programs.
  var json: JSONObject {
    var object = JSONObject()
    object["rule"] = .string(id)
    object["version"] = .string(version)
    object["family"] = .string(family)
    object["title"] = .string(title)
    object["level"] = .string(level.rawValue)
    object["isSoft"] = .bool(isSoft)
    object["strength"] = .string(strength.rawValue)
    object["certainty"] = .string(evidence.certainty.rawValue)
    object["sources"] = .array(evidence.sources.map { .string($0.citation) })
    object["jurisdiction"] = .array(jurisdiction.map { .string($0) })
    object["reviewBy"] = .string(reviewBy.description)
    object["cautions"] = .array(cautions.map { .string($0) })
    return object
  }

  /// The sources with how well the rule is known.
  var citation: String {
    evidence.sources.map(\.citation).joined(separator: " ") + " [\(evidence.certainty.rawValue)]"
  }
}
