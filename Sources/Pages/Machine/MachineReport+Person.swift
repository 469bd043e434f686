import Care
import JSON
import Knowledge
import PatientRecord

/// The parts that the person sees too.
extension MachineReport {
  func record(_ part: RecordPart) -> JSONValue {
    let named = part.kinds.filter { wording.kind($0.name) != nil }
    let rest = part.kinds.filter { wording.kind($0.name) == nil }.reduce(0) { $0 + $1.count }
    let kinds = named + (rest > 0 ? [(name: "other", count: rest)] : [])
    return .object([
      "kind": .string("record"), "entries": .number(part.entries),
      "withdrawn": .number(part.withdrawn),
      "days": days(part.days),
      "kinds": .array(
        kinds.map { .object(["name": .string($0.name), "count": .number($0.count)]) }),
    ])
  }

  func safety(_ part: SafetyPart) -> JSONValue {
    .object([
      "kind": .string("safety"), "latestIsPositive": .bool(part.latestIsPositive),
      "items": .array(
        part.items.map { item in
          .object([
            "instrument": .string(item.instrument), "item": .string(item.item.rawValue),
            "wording": text(item.wording), "answers": .array(item.answers.map(answer)),
          ])
        }),
      "contacts": .array(part.contacts.map(contact)),
    ])
  }

  private func answer(_ answer: SafetyPart.Answer) -> JSONValue {
    let given: JSONValue =
      switch answer.answer {
      case .given(let value): .number(value)
      case .unknown: .string("unknown")
      }
    return .object([
      "day": day(answer.day), "answer": given, "isPositive": bool(answer.isPositive),
      "label": text(answer.label),
    ])
  }

  private func contact(_ contact: HelpContact) -> JSONValue {
    .object([
      "country": text(contact.country), "kind": .string(contact.kind.rawValue),
      "name": .string(contact.name), "number": text(contact.number), "url": text(contact.url),
      "hours": text(contact.hours), "note": text(contact.note),
      "verifiedOn": day(contact.verifiedOn),
    ])
  }

  func scores(_ part: ScoresPart) -> JSONValue {
    var object = JSONObject()
    object["kind"] = .string("scores")
    object["instrument"] = .string(part.instrument.id.rawValue)
    object["name"] = .string(part.instrument.name)
    object["rangePoints"] = range(part.instrument.range)
    object["direction"] = .string(part.instrument.direction.rawValue)
    object["scores"] = .array(part.scores.map(score))
    object["baseline"] = part.baseline.map(score) ?? .null
    object["latest"] = part.latest.map(score) ?? .null
    object["change"] = part.change.map(change) ?? .null
    if !wording.isPatient {
      object["baselineReason"] = .string(part.baselineReason)
      object["isInRemission"] = bool(part.isInRemission)
    }
    object["basis"] = basis(part.basis)
    return .object(object)
  }

  private func score(_ score: ScoresPart.Score) -> JSONValue {
    .object([
      "day": day(score.day), "totalPoints": number(score.total),
      "isProrated": .bool(score.isProrated), "missingItems": .number(score.missingItems),
      "band": text(score.band?.label),
    ])
  }

  private func change(_ change: ScoresPart.Change) -> JSONValue {
    .object([
      "points": number(change.points), "fractionalDrop": number(change.fractionalDrop),
      "isReliable": bool(change.isReliable), "isImprovement": bool(change.isImprovement),
    ])
  }

  func overview(_ part: OverviewPart) -> JSONValue {
    .object([
      "kind": .string("overview"),
      "rows": .array(
        part.rows.map { row in
          .object([
            "item": .string(row.item.rawValue), "scale": scale(row.scale),
            "all": summary(row.all), "firstFourWeeks": summary(row.first),
            "lastFourWeeks": summary(row.last), "basis": basis(row.basis),
          ])
        }),
    ])
  }

  /// For the person the list holds only what concerns the parts they see.
  func gaps(_ part: GapsPart) -> JSONValue {
    let own = material.trajectories.compactMap { part in
      part.course.missing.map { (part.item.rawValue, wording.missing($0)) }
    }
    let patterns = wording.ownPatternGaps(material).map { ($0.subject, $0.sentence) }
    let gaps = wording.isPatient ? own + patterns : part.gaps.map { ($0.subject, $0.sentence) }
    return .object([
      "kind": .string("gaps"), "emptyDays": .number(part.emptyDays),
      "spanDays": .number(part.spanDays),
      "lastDay": day(part.lastDay),
      "gaps": .array(
        gaps.map { .object(["subject": .string($0.0), "sentence": .string($0.1)]) }),
      "problems": .array(wording.isPatient ? [] : part.problems.map { .string($0) }),
    ])
  }
}
