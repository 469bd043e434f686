import Time

/// Writes a rule so that a clinician can check it line by line.
struct RuleSection {
  let rule: Rule
  let book: RuleBook

  var lines: [String] {
    ["### \(rule.id) \(Markdown.text(rule.title))", ""] + standing + ["", "When:"]
      + bullets(rule.condition, indent: "") + advice + reasons + cautions + [""]
  }

  private var standing: [String] {
    let end = rule.validTo.map { " to \($0)" } ?? ""
    let known = rule.evidence.certainty.legend
    return [
      "**\(rule.level.rawValue)\(rule.isSoft ? ", soft" : "")**, \(rule.strength.words). "
        + "How well known: \(known). Sources: "
        + rule.evidence.sources.map { Markdown.text($0.id.rawValue) }.joined(separator: ", ") + ".",
      "Version \(rule.version), for \(rule.appliesTo.map(\.rawValue).joined(separator: ", ")), "
        + "in \(rule.jurisdiction.joined(separator: ", ")), valid from \(rule.validFrom)\(end), "
        + "review by \(rule.reviewBy), \(rule.isReviewed ? "signed" : "not signed by a reviewer").",
    ]
  }

  /// A condition as a list in which what belongs together is set in.
  private func bullets(_ condition: Condition, indent: String) -> [String] {
    switch condition {
    case .all(let parts) where parts.count > 1: bullets("all of", parts, indent)
    case .any(let parts) where parts.count > 1: bullets("one or more of", parts, indent)
    case .not(let part) where !part.isTest:
      ["\(indent)- not"] + bullets(part, indent: indent + "  ")
    default: ["\(indent)- \(Markdown.text(condition.words(book.definitions)))"]
    }
  }

  private func bullets(_ heading: String, _ parts: [Condition], _ indent: String) -> [String] {
    ["\(indent)- \(heading)"] + parts.flatMap { bullets($0, indent: indent + "  ") }
  }

  private var advice: [String] {
    let advice = rule.advice
    let about = advice.about.isEmpty ? "" : " about \(advice.about.joined(separator: ", "))"
    return ["", "Says (\(advice.kind.rawValue)\(about)): \(Markdown.text(advice.text)) Options:"]
      + advice.options.map { "- \(Markdown.text($0))" }
      + (advice.calendar.map { ["", "Calendar: \(Markdown.text($0))."] } ?? [])
      + ["", "Why: \(Markdown.text(rule.rationale))"]
  }

  private var reasons: [String] {
    [
      "",
      "Reasons to override: \(rule.overrideReasons.map(Markdown.text).joined(separator: "; ")).",
    ]
  }

  private var cautions: [String] {
    let note = rule.evidence.note.map { ["", "Note: \(Markdown.text($0))"] } ?? []
    guard !rule.cautions.isEmpty else { return note }
    return note + ["", "**\(rule.cautions.map(Markdown.text).joined(separator: "; "))**"]
  }
}

extension Condition {
  /// Whether it asks one fact one question.
  fileprivate var isTest: Bool {
    if case .fact = self { true } else { false }
  }
}
