import Care
import JSON
import Knowledge
import Time

extension TaperResult {
  var json: JSONValue {
    .object([
      "audience": .string(Self.audience),
      "medicine": .string(plan.medicine.id.rawValue),
      "form": plan.form.map { .string($0.rawValue) } ?? .null,
      "mode": .string(plan.mode.rawValue),
      "allowedFall": plan.allowed.map(json) ?? .null,
      "everyDays": .number(plan.everyDays),
      "model": plan.curve.map(json) ?? .null,
      "now": json(plan.current),
      "steps": .array(plan.steps.map(json)),
      "ending": ending,
      "risk": risk,
      "flags": .array(
        plan.flags.map {
          .object(["flag": .string($0.name), "text": .string($0.description)])
        }),
      "measured": .array(plan.anchors.map(json)),
      "advice": .array(plan.advice.map { json("text", $0.text, $0.evidence) }),
      "evidence": .array(plan.basis.map { json("what", $0.name, $0.evidence) }),
    ])
  }

  private func json(_ fall: TaperMethods.Fall) -> JSONValue {
    .object([
      "step": .number(fall.step) ?? .null, "lastStep": .number(fall.lastStep) ?? .null,
    ])
  }

  private func json(_ curve: OccupancyCurve) -> JSONValue {
    .object([
      "maximumPercent": .number(curve.model.maximum) ?? .null,
      "halfMaximalMilligrams": .number(curve.model.halfMaximalDose) ?? .null,
      "halfMaximalLow": .number(curve.halfMaximal.lowerBound) ?? .null,
      "halfMaximalHigh": .number(curve.halfMaximal.upperBound) ?? .null,
    ])
  }

  private func json(_ level: TaperPlan.Level) -> JSONValue {
    .object([
      "milligrams": .number(level.dose.milligrams) ?? .null,
      "occupancy": level.occupancy.map(json) ?? .null,
      "makeUp": json(level.makeUp),
    ])
  }

  private func json(_ makeUp: TaperPlan.MakeUp) -> JSONValue {
    switch makeUp {
    case .notPossible: .object(["kind": .string("notPossible")])
    case .notAsked: .object(["kind": .string("notAsked")])
    case .madeUp(let dose):
      .object([
        "kind": .string("madeUp"),
        "tablets": .array(
          dose.tablets.map {
            .object([
              "count": .number($0.count),
              "milligrams": .number($0.strength.milligrams) ?? .null,
              "dividedInto": .number($0.denominator),
            ])
          }),
        "millilitres": .number(Double(dose.microlitres) / 1_000) ?? .null,
      ])
    }
  }

  private func json(_ estimate: OccupancyEstimate) -> JSONValue {
    .object([
      "points": .number(estimate.points) ?? .null,
      "low": .number(estimate.band.lowerBound) ?? .null,
      "high": .number(estimate.band.upperBound) ?? .null,
    ])
  }

  private func json(_ step: TaperPlan.Step) -> JSONValue {
    .object([
      "dayNumber": .number(step.dayNumber),
      "from": step.day.map { .string($0.description) } ?? .null,
      "to": step.lastDay.map { .string($0.description) } ?? .null,
      "level": json(step.level),
      "targetMilligrams": .number(step.target) ?? .null,
      "roundingErrorMilligrams": .number(step.roundingError) ?? .null,
      "shareOfPrevious": .number(step.shareOfPrevious) ?? .null,
      "isLarge": .bool(step.isLarge),
      "fall": step.fall.map(json) ?? .null,
      "note": step.note.map(JSONValue.string) ?? .null,
    ])
  }

  private var ending: JSONValue {
    switch plan.ending {
    case .stopped: .object(["kind": .string("stopped")])
    case .blocked(let barrier):
      .object([
        "kind": .string("blocked"),
        "milligrams": .number(barrier.dose.milligrams) ?? .null,
        "nextMilligrams": .number(barrier.next.milligrams) ?? .null,
        "cause": .string(barrier.cause.name),
        "fall": barrier.cause.points.flatMap { .number($0.fall) } ?? .null,
        "allowed": barrier.cause.points.flatMap { .number($0.allowed) } ?? .null,
        "neededLow": .number(barrier.needed.lowerBound) ?? .null,
        "neededHigh": .number(barrier.needed.upperBound) ?? .null,
      ])
    }
  }

  private var risk: JSONValue {
    func names(_ answer: Recorded<Bool>) -> JSONValue {
      .array(plan.risk.modifiers(with: answer).map { .string($0.rawValue) })
    }
    return .object([
      "tier": plan.risk.tier.map { .string($0.rawValue) } ?? .null,
      "present": names(.recorded(true)), "absent": names(.recorded(false)),
      "notRecorded": names(.notRecorded),
    ])
  }

  private func json(_ anchor: TaperRecord.Anchor) -> JSONValue {
    .object([
      "milligrams": .number(anchor.dose) ?? .null,
      "occupancy": .number(anchor.occupancy) ?? .null,
      "text": anchor.text.map(JSONValue.string) ?? .null,
      "certainty": .string(anchor.evidence.certainty.rawValue),
      "sources": .array(anchor.evidence.sources.map { .string($0.id.rawValue) }),
    ])
  }

  private func json(_ key: String, _ text: String, _ evidence: Evidence) -> JSONValue {
    var object = JSONObject()
    object[key] = .string(text)
    object["certainty"] = .string(evidence.certainty.rawValue)
    object["notYetSecondRead"] = .bool(evidence.certainty == .established)
    object["sources"] = .array(evidence.sources.map { .string($0.id.rawValue) })
    object["note"] = evidence.note.map(JSONValue.string) ?? .null
    return .object(object)
  }
}
