import Care
import Inference
import JSON
import PatientRecord
import Time

/// What goes along with an item. The person gets what is shown and how many days it takes; the checks
/// behind it are for whoever has to judge them.
extension MachineReport {
  func patterns(_ part: PatternsPart) -> JSONValue {
    .object([
      "kind": .string("patterns"), "item": .string(part.item.rawValue), "scale": scale(part.scale),
      "askedAbout": .array(part.predictors.map { .string($0.name) }),
      "result": finding(part.result) { result($0, part) }, "basis": basis(part.basis),
    ])
  }

  private func result(_ patterns: Patterns, _ part: PatternsPart) -> JSONValue {
    var object = JSONObject()
    object["days"] = .number(patterns.need.days)
    object["shown"] = .array(patterns.shown.map { shown($0, patterns, part) })
    guard !wording.isPatient else { return .object(object) }
    object["questions"] = .number(patterns.candidates.count)
    object["standingOut"] = .number(patterns.candidates.count(where: \.isChosen))
    object["daysNeeded"] = .array(
      [0.3, 0.4, 0.5].map { effect in
        .object([
          "standardisedEffect": number(effect),
          "days": .number(patterns.need.days(forEffect: effect)),
        ])
      })
    object["predictors"] = .array(patterns.predictors.map(predictor))
    guard wording.isResearcher else { return .object(object) }
    object["candidates"] = .array(patterns.candidates.map(candidate))
    object["provenance"] = provenance(patterns, part)
    return .object(object)
  }

  /// A shown pattern in the units of daily life.
  private func shown(
    _ candidate: Patterns.Candidate, _ patterns: Patterns, _ part: PatternsPart
  ) -> JSONValue {
    let text = PatternText(candidate, of: part, in: patterns)
    return .object([
      "members": members(candidate),
      "step": text.step.map { step in
        .object(["amount": number(step.amount), "unit": .string(step.unit)])
      } ?? .null,
      "differencePoints": number(text.difference), "central90Points": range(text.interval),
      "holdsIn": integer(candidate.multiverse?.holding),
      "waysOfAnalysis": integer(candidate.multiverse?.verdicts.count),
    ])
  }

  private func members(_ candidate: Patterns.Candidate) -> JSONValue {
    .array(
      candidate.members.map { member in
        .object([
          "predictor": .string(member.predictor), "lagDays": .number(member.lag),
          "isTurned": .bool(member.isTurned),
        ])
      })
  }

  private func predictor(_ predictor: Patterns.Predictor) -> JSONValue {
    .object([
      "name": .string(predictor.name), "knownShare": number(predictor.knownShare),
      "slowShare": number(predictor.explainedShare), "deviation": number(predictor.deviation),
      "refusal": text(predictor.refusal.map { "\($0)" }),
    ])
  }

  private func candidate(_ candidate: Patterns.Candidate) -> JSONValue {
    .object([
      "members": members(candidate), "pointsPerDeviation": number(candidate.effect),
      "central90Points": range(candidate.interval),
      "falseSignRate": number(candidate.falseSignRate), "isChosen": .bool(candidate.isChosen),
      "gates": .array(candidate.gates.map(gate)), "isShown": .bool(candidate.isShown),
      "specifications": candidate.multiverse.map(specifications) ?? .null,
    ])
  }

  private func gate(_ gate: PatternGate) -> JSONValue {
    let isPassed = JSONValue.bool(gate.isPassed)
    return switch gate {
    case .foretells(let gain, let error):
      .object([
        "gate": .string("foretells"), "isPassed": isPassed, "gain": number(gain),
        "standardError": number(error),
      ])
    case .comesBefore(let z, let dayAfter):
      .object([
        "gate": .string("comesBefore"), "isPassed": isPassed, "z": number(z),
        "dayAfterZ": number(dayAfter),
      ])
    case .isTiedToDays(let share, let shifts, let level):
      .object([
        "gate": .string("isTiedToDays"), "isPassed": isPassed, "share": number(share),
        "shifts": .number(shifts), "level": number(level),
      ])
    }
  }

  private func provenance(_ patterns: Patterns, _ part: PatternsPart) -> JSONValue {
    let provenance = patterns.provenance
    let first = part.origin.advanced(by: Int(provenance.span.lowerBound))
    let last = part.origin.advanced(by: Int(provenance.span.upperBound))
    return .object([
      "pipeline": .string(provenance.pipeline), "readings": .number(provenance.readings),
      "days": days(first...max(first, last)), "missingShare": number(provenance.missingShare),
      "unexplainedShare": number(patterns.need.unexplainedShare),
    ])
  }

  /// One verdict per specification that applies, the main one first.
  func specifications(_ multiverse: Multiverse) -> JSONValue {
    .array(
      multiverse.verdicts.map { verdict in
        .object([
          "specification": .string(verdict.specification.rawValue),
          "estimatePoints": number(verdict.estimate),
          "standardError": number(verdict.standardError), "holds": .bool(verdict.holds),
        ])
      })
  }
}
