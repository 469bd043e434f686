import Care
import JSON
import Knowledge
import PatientRecord
import Time

/// What is due; for the person only what they fill in themselves, and when.
extension MachineReport {
  func due(_ part: DuePart) -> JSONValue {
    let items = part.list.items(for: material.audience)
    guard !wording.isPatient else {
      return .object(["kind": .string("due"), "items": .array(items.map(ownItem))])
    }
    let phases = MeasurementSchedule.Phase.allCases.filter(part.list.phase.possible.contains)
    return .object([
      "kind": .string("due"), "day": day(part.list.day), "weeks": .number(part.list.weeks),
      "phases": .array(phases.map { .string($0.rawValue) }),
      "phaseFrom": day(part.list.phase.start),
      "isPhaseRecorded": .bool(part.list.phase.isRecorded),
      "items": .array(items.map(item)),
      "medicinesNotInCatalogue": .array(part.list.medicinesNotInCatalogue.map { .string($0) }),
    ])
  }

  private func ownItem(_ item: DueItem) -> JSONValue {
    .object([
      "what": .string(item.what),
      "instruments": .array(item.ownInstruments.map { .string($0.rawValue) }),
      "days": days(item.time.days), "lastDone": day(item.lastDone?.day),
    ])
  }

  private func item(_ item: DueItem) -> JSONValue {
    var object = JSONObject()
    switch item.origin {
    case .schedule(let domain): object["schedule"] = .string(domain)
    case .calendar(let id, let name):
      object["calendar"] = .string(id.rawValue)
      object["item"] = .string(name)
    }
    object["what"] = .string(item.what)
    object["why"] = .string(item.why)
    object["course"] =
      item.course.map { .object(["name": .string($0.name), "start": day($0.start)]) } ?? .null
    object["time"] = .string(item.time.name)
    object["days"] = days(item.time.days)
    object["standing"] = .string(item.standing.name)
    object["latest"] = day(item.limit)
    object["lastDone"] = day(item.lastDone?.day)
    object["lastEntry"] = text(item.lastDone?.entry.description)
    object["open"] = .array(item.open.map { .string($0) })
    object["pending"] = text(item.pending)
    object["note"] = text(item.note)
    object["certainty"] = .string(item.evidence.certainty.rawValue)
    object["sources"] = .array(item.evidence.sources.map { .string($0.id.rawValue) })
    return .object(object)
  }
}
