import Care
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
    return [between] + [response].compactMap { $0 } + disagreement
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
    let split = verdicts(of: part).contains { $0.verdict.disagrees }
    return "\(name): \(words.joined(separator: "; "))\(split ? ". Some verdicts disagree" : "")."
  }

  var statusSureness: String {
    "A probability holds for the level behind the scores, given the instrument's measurement error. "
      + "It says nothing about what will come."
  }
}
