import Care
import JSON
import Knowledge
import PatientRecord
import Time

/// What rules say, with their whole basis, for the care team and for research.
extension MachineReport {
  func rules(_ part: RulesPart) -> JSONValue {
    .object([
      "kind": .string("rules"), "notice": .string(wording.rulesIntroduction.joined(separator: " ")),
      "country": text(part.country), "fired": .array(part.fired.map(fired)),
      "setAside": .array(part.setAside.map(aside)),
      "undecided": .array(
        part.undecided.map { undecided in
          .object([
            "rule": .string(undecided.rule.id), "version": .string(undecided.rule.version),
            "missing": texts(undecided.missing.map(\.description)),
          ])
        }),
      "missingFacts": .array(
        part.missing.map { missing in
          .object([
            "fact": .string(missing.reference.description), "about": .string(missing.about),
            "rulesWaiting": .number(missing.rules),
            "rulesWaitingForItAlone": .number(missing.alone),
          ])
        }),
      "notFired": .number(part.notFired), "unlistedMedicines": texts(part.unlistedMedicines),
      "familiesSwitchedOff": texts(part.switchedOff),
    ])
  }

  private func texts(_ texts: [String]) -> JSONValue { .array(texts.map { .string($0) }) }

  private func fired(_ fired: RulesPart.Fired) -> JSONValue {
    var object = basis(of: fired.evaluation)
    object["decision"] = fired.decision.map { decision($0.made) } ?? .null
    return .object(object)
  }

  private func aside(_ aside: RulesPart.SetAside) -> JSONValue {
    var object = basis(of: aside.evaluation)
    object["decision"] = decision(aside.decision)
    return .object(object)
  }

  private func decision(_ decision: RuleDecision) -> JSONValue {
    .object([
      "outcome": .string(decision.outcome.rawValue), "day": day(decision.day),
      "until": day(decision.until), "reason": text(decision.reason),
    ])
  }

  private func basis(of evaluation: RuleEvaluation) -> JSONObject {
    let rule = evaluation.rule
    var object = JSONObject()
    object["rule"] = .string(rule.id)
    object["version"] = .string(rule.version)
    object["family"] = .string(rule.family)
    object["level"] = .string(rule.level.rawValue)
    object["isSoft"] = .bool(rule.isSoft)
    object["title"] = .string(rule.title)
    object["text"] = .string(rule.advice.text)
    object["options"] = texts(rule.advice.options)
    object["logic"] = .string(evaluation.logic)
    object["inputs"] = .array(evaluation.inputs.map(input))
    object["rationale"] = .string(rule.rationale)
    object["strength"] = .string(rule.strength.rawValue)
    object["certainty"] = .string(rule.evidence.certainty.rawValue)
    object["sources"] = texts(rule.evidence.sources.map(\.citation))
    object["jurisdiction"] = texts(rule.jurisdiction)
    object["reviewBy"] = day(rule.reviewBy)
    object["cautions"] = texts(evaluation.cautions)
    object["overrideReasons"] = texts(rule.overrideReasons)
    object["asksReasonToAccept"] = .bool(rule.asksReasonToAccept)
    object["generatedFrom"] = .string(wording.ruleUsed(evaluation))
    return object
  }

  private func input(_ input: RuleEvaluation.Input) -> JSONValue {
    .object([
      "fact": .string(input.reference.description),
      "value": .string(input.value.words(unit: input.unit)), "on": day(input.day),
    ])
  }
}
