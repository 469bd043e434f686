import Care
import Charts
import Knowledge

extension Section {
  /// One section for each rule that applies, one for those set aside, and what is left open in short.
  static func rules(of part: RulesPart, id: String, in material: Material) -> [Section] {
    let wording = material.wording
    let opening = Section(
      id: id, summary: wording.rulesSummary(part), wording: wording)
    let fired = part.fired.enumerated().map { index, fired in
      Section(fired, id: "\(id)-\(index + 1)", wording: wording)
    }
    return [opening] + fired + (part.setAside.isEmpty ? [] : [setAside(part, id, wording)])
  }

  private init(_ fired: RulesPart.Fired, id: String, wording: Wording) {
    let evaluation = fired.evaluation
    self.init(
      id: id, title: wording.title(of: evaluation.rule), summary: [evaluation.rule.advice.text],
      wording: wording)
    facts = wording.ruleFacts(fired)
    list = evaluation.rule.advice.options.map { "Option: \($0)" }
    sureness = wording.ruleSureness(evaluation)
    used = [wording.ruleUsed(evaluation)]
  }

  private static func setAside(
    _ part: RulesPart, _ id: String, _ wording: Wording
  ) -> Section {
    var section = Section(
      id: "\(id)-aside", title: "Set aside by the care team", summary: [], wording: wording)
    section.list = part.setAside.map(wording.setAside)
    return section
  }

  /// What no rule could decide: the facts that would decide most, and what the catalogue lacks.
  static func undecided(_ part: RulesPart, id: String, in material: Material) -> Section {
    let wording = material.wording
    var section = Section(id: id, summary: wording.undecidedSummary(part), wording: wording)
    section.list = wording.undecidedList(part)
    return section
  }
}
