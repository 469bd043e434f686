import Care
import Charts
import Knowledge

extension Wording {
  func statusSummary(_ part: StatusPart) -> [String] {
    let between = "From \(DateText.day(part.baselineDay)) to \(DateText.day(part.latestDay))."
    let response: String? = part.response.map {
      switch $0 {
      case .response: "By the published rule: response."
      case .partial: "By the published rule: partial response."
      case .none: "By the published rule: no response."
      }
    }
    let split = verdicts(of: part).filter(\.verdict.disagrees).map { $0.name.lowercased() }
    let disagreement =
      split.isEmpty
      ? [] : ["Rule and probability disagree on \(CountText.list(split)): read both."]
    let items =
      part.itemsDisagree
      ? ["The single answers, read together, disagree with the rule on remission: read both."] : []
    return [between] + [response].compactMap { $0 } + disagreement + items
  }

  func verdicts(of part: StatusPart) -> [(name: String, verdict: StatusPart.Verdict)] {
    [
      ("Response", part.responded), ("At least partial response", part.partlyResponded),
      ("Remission", part.remitted), ("Reliably worse", part.worsened),
      ("Relapse", part.relapsed), ("Plateau", part.plateaued),
    ].compactMap { name, verdict in verdict.map { (name, $0) } }
  }

  func fact(_ name: String, _ verdict: StatusPart.Verdict) -> Section.Fact {
    let rule =
      switch verdict.rule {
      case true?: "rule: yes"
      case false?: "rule: no"
      case nil: "rule: cannot be applied"
      }
    let probability =
      switch verdict.probability {
      case .found(let share): "probability \(ShareText.about(share))"
      case .notYet: "probability: not yet"
      }
    let reason = verdict.probability.missing.map { " \($0.reason)" } ?? ""
    let disagreement = verdict.disagrees ? " Rule and probability disagree." : ""
    return Section.Fact(
      name: name, value: "\(rule) · \(probability)",
      note: verdict.definition + reason + disagreement, isFlagged: verdict.disagrees)
  }

  /// The verdicts in order, what the single answers say of remission behind the remission itself.
  func facts(of part: StatusPart) -> [Section.Fact] {
    verdicts(of: part).flatMap { name, verdict in
      [fact(name, verdict)] + (name == "Remission" ? [itemsFact(part)].compactMap(\.self) : [])
    }
  }

  /// What the single answers say of remission, beside the rule on the total.
  private func itemsFact(_ part: StatusPart) -> Section.Fact? {
    guard let found = part.remittedByItems else { return nil }
    let name = "Remission by the single answers"
    switch found {
    case .notYet(let reason):
      return Section.Fact(name: name, value: "probability: not yet", note: reason.reason)
    case .found(let share):
      let rule = part.instrument.remission.map(limit) ?? "within remission"
      return Section.Fact(
        name: name, value: "probability \(ShareText.about(share))",
        note: "By the single answers read together, the probability that a form of "
          + "\(DateText.day(part.latestDay)) would be \(rule)."
          + (part.itemsDisagree ? " Rule and single answers disagree." : ""),
        isFlagged: part.itemsDisagree)
    }
  }

  private func limit(_ threshold: Threshold) -> String {
    let score = NumberText.short(threshold.score)
    return switch threshold.comparison {
    case .below: "below \(score)"
    case .atMost: "at most \(score)"
    case .atLeast: "at least \(score)"
    case .above: "above \(score)"
    }
  }

  /// Response and remission, and what got worse in front of them; `nil` where there is neither.
  func statusGlance(_ part: StatusPart) -> String? {
    let name = part.instrument.abbreviation
    let worse = verdicts(of: part).filter {
      ["Reliably worse", "Relapse"].contains($0.name) && $0.verdict.rule == true
    }
    let usual = verdicts(of: part).filter { ["Response", "Remission"].contains($0.name) }
    let shown = worse + usual
    guard !shown.isEmpty else { return nil }
    let words = shown.map { "\($0.name.lowercased()) \(fact($0.name, $0.verdict).value)" }
    let split = part.itemsDisagree || verdicts(of: part).contains { $0.verdict.disagrees }
    return "\(name): \(words.joined(separator: "; "))\(split ? ". Some verdicts disagree" : "")."
  }

  var statusSureness: String {
    "A probability holds for the level behind the scores, given the instrument's measurement error. "
      + "It says nothing about what will come."
  }
}
