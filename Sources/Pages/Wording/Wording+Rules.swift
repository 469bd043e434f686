import Care
import Knowledge
import PatientRecord
import Time

/// What rules of care say, for clinicians: whoever reads must be able to check each of them alone.
extension Wording {
  /// How many missing facts are listed; the rest stands in the JSON form.
  private static let mostMissing = 8

  var rulesIntroduction: [String] {
    [
      "For the clinicians of the care team: options and reminders for adults in care for depression, "
        + "not orders. Each rule says what it asked, what was known and since when, and what it "
        + "rests on. Review the basis before use; the decision stays yours."
    ]
  }

  func rulesSummary(_ part: RulesPart) -> [String] {
    let counts = RuleLevel.allCases.compactMap { level -> String? in
      let count = part.fired.count { $0.evaluation.rule.level == level }
      return count > 0 ? "\(count) \(level.rawValue)" : nil
    }
    let fired =
      counts.isEmpty
      ? "No rule applies on what is known." : "Rules that apply: \(CountText.list(counts))."
    let place =
      part.country.map { "Rules for \($0) and rules that hold everywhere." }
      ?? "The country of the site is not set, so only rules that hold everywhere were used."
    let off =
      part.switchedOff.isEmpty
      ? [] : ["Switched off by the site: \(CountText.list(part.switchedOff))."]
    return [fired, place] + off
  }

  /// The weightiest rules that apply, by their titles; nil where none of them asks for a stop or for
  /// something today.
  func rulesGlance(_ part: RulesPart) -> String? {
    let heavy = part.fired.map(\.evaluation.rule).filter {
      $0.level == .stop || $0.level == .urgent
    }
    guard let first = heavy.first else { return nil }
    let others = [RuleLevel.stop, .urgent].compactMap { level -> String? in
      let count = heavy.dropFirst().count { $0.level == level }
      return count > 0 ? "\(count)\(level == first.level ? " more" : "") \(level.rawValue)" : nil
    }
    let more = others.isEmpty ? "" : "; also \(CountText.list(others))"
    return "\(first.level.rawValue): \(first.title) (rule \(first.id))\(more)."
  }

  func title(of rule: Rule) -> String { "\(rule.level.rawValue) · \(rule.id) \(rule.title)" }

  func ruleFacts(_ fired: RulesPart.Fired) -> [Section.Fact] {
    let evaluation = fired.evaluation
    let rule = evaluation.rule
    var facts: [Section.Fact] = [
      .init(name: "Why", value: rule.rationale),
      .init(name: "It applies when", value: evaluation.logic),
      .init(name: "Known", value: inputs(evaluation)),
    ]
    if rule.isSoft {
      facts.append(.init(name: "It lasts", value: "until the missing step is done"))
    }
    if let (made, standing) = fired.decision {
      facts.append(
        .init(name: "Decided before", value: decided(made), note: reason(for: standing)))
    }
    if rule.asksReasonToAccept {
      facts.append(
        .init(name: "To record", value: "a reason, whether it is followed or overridden"))
    }
    return facts
  }

  /// The facts that a rule used, with their days.
  func inputs(_ evaluation: RuleEvaluation) -> String {
    let known = evaluation.inputs.map { input in
      let day = input.day.map(DateText.day) ?? "stated without a day"
      return "\(input.reference) \(input.value.words(unit: input.unit)) (\(day))"
    }
    return known.isEmpty ? "nothing" : known.joined(separator: "; ")
  }

  func ruleSureness(_ evaluation: RuleEvaluation) -> [String] {
    let rule = evaluation.rule
    let sources = rule.evidence.sources.map(\.citation).joined(separator: " ")
    let cautions = evaluation.cautions.map { "\($0.prefix(1).uppercased())\($0.dropFirst())." }
    return [
      "Rests on: \(rule.strength.words). \(sources)",
      "Certainty \(rule.evidence.certainty.rawValue).",
    ] + cautions
      + [
        "Holds \(places(rule.jurisdiction)). To be looked at again by "
          + "\(DateText.day(rule.reviewBy))."
      ]
  }

  /// Where a rule holds, after "holds".
  private func places(_ jurisdiction: [String]) -> String {
    jurisdiction == [RuleBook.everywhere]
      ? "everywhere" : "for \(jurisdiction.joined(separator: ", "))"
  }

  /// The standard text that stands under every rule.
  func ruleUsed(_ evaluation: RuleEvaluation) -> String {
    let references = evaluation.inputs.map(\.reference.description)
    return "Generated from rule \(evaluation.rule.id) v\(evaluation.rule.version) using "
      + "\(references.isEmpty ? "no fact" : references.joined(separator: ", ")). Review the basis "
      + "before use. You remain responsible for the decision."
  }

  func setAside(_ aside: RulesPart.SetAside) -> String {
    "\(title(of: aside.evaluation.rule)): \(decided(aside.decision)), until "
      + "\(DateText.day(aside.until))."
  }

  private func decided(_ decision: RuleDecision) -> String {
    "\(decision.outcome.rawValue) on \(DateText.day(decision.day))"
      + (decision.reason.map { ": \($0)" } ?? ", without a reason")
  }

  /// Why a decision does not silence a rule.
  private func reason(for standing: RuleDecision.Standing) -> String? {
    switch standing {
    case .silences, .accepted: nil
    case .withoutEnd: "Shown again because no day was recorded until which it holds."
    case .ended: "Shown again because its day has passed."
    case .otherVersion: "Shown again because the rule has changed since."
    case .crisis: "Rules on crises are always shown."
    case .withoutReason: "Shown again because a rule of this weight needs a written reason."
    case .newerFacts: "Shown again because a fact is newer than the decision."
    }
  }

  func undecidedSummary(_ part: RulesPart) -> [String] {
    let count = part.undecided.count
    return [
      "\(CountText.of(count, "rule")) could not be decided, because what they ask is not known; "
        + "\(CountText.of(part.notFired, "rule")) \(part.notFired == 1 ? "does" : "do") not apply. "
        + (count > 0 ? "These facts would decide most:" : "")
    ]
  }

  func undecidedList(_ part: RulesPart) -> [String] {
    let missing = part.missing.prefix(Self.mostMissing).map { missing in
      let alone = missing.alone > 0 ? ", \(missing.alone) of them for nothing else" : ""
      return "\(missing.reference): \(missing.about) "
        + "\(CountText.of(missing.rules, "rule waits", "rules wait")) for it\(alone)."
    }
    let unlisted = part.unlistedMedicines.map {
      "\($0) is not in the catalogue of medicines: no rule knows anything about it."
    }
    return unlisted + missing
  }
}
