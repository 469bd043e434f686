import Care
import JSON
import Knowledge
import PatientRecord
import Time

/// What `anamnesis due` prints.
struct DueResult: AnalysisResult {
  let patient: PatientID
  let list: DueList
  let knowledge: Knowledge
  let prompt: LocalPrompt?

  static let notice =
    "For clinicians who review it; it decides nothing and is not for patients."

  /// The zone in which days are counted.
  var zone: Zone {
    switch list.place {
    case .recorded(let zone): zone
    case .notRecorded: .utc
    }
  }

  /// The phases that it can be, in their order.
  var phases: [String] {
    MeasurementSchedule.Phase.allCases.filter(list.phase.possible.contains).map(\.rawValue)
  }

  /// When the person is asked for what they fill in themselves.
  func promptMoment(_ item: DueItem) -> Instant? {
    guard let prompt, !item.ownInstruments.isEmpty, let days = item.time.days else { return nil }
    let first = zone.start(of: max(days.lowerBound, list.day))
    // A prompt at that very moment is still to come.
    return prompt.next(after: Instant(milliseconds: first.milliseconds - 1), in: zone)?.moment
  }

  func later(_ item: DueItem) -> [ClosedRange<Day>] {
    item.time.days == nil ? [] : list.later[item.origin] ?? []
  }

  var json: JSONValue {
    .object([
      "notice": .string(Self.notice),
      "patient": .string(patient.rawValue),
      "day": .string(list.day.description),
      "zone": .string(zone.identifier),
      "isZoneRecorded": .bool(list.place != .notRecorded),
      "weeks": .number(list.weeks),
      "phases": .array(phases.map { .string($0) }),
      "phaseFrom": .string(list.phase.start.description),
      "isPhaseRecorded": .bool(list.phase.isRecorded),
      "items": .array(list.items.map { .object(object($0)) }),
      "checklists": .array(checklists.map(Self.json)),
      "medicinesNotInCatalogue": .array(list.medicinesNotInCatalogue.map { .string($0) }),
    ])
  }

  /// The checklists that items name, each once.
  var checklists: [Checklist] {
    let ids = Set(list.items.compactMap(\.checklist)).sorted()
    return ids.compactMap { knowledge.calendars.checklists[$0] }
  }

  var lines: [String] {
    let basis = list.phase.isRecorded ? "as recorded" : "as worked out from the record"
    let head = [
      Self.notice, "",
      "\(patient) on \(list.day) (\(zone)\(list.place == .notRecorded ? ", no zone recorded" : "")), "
        + "\(counted(list.weeks, "week")) ahead",
      "Phase: \(phases.joined(separator: " or ")) from \(list.phase.start), \(basis)",
    ]
    let unknown = list.medicinesNotInCatalogue
    return head + sections + checklistLines
      + (unknown.isEmpty
        ? []
        : [
          "",
          "Not in the catalogue of medicines, so no calendar is known: "
            + unknown.joined(separator: ", "),
        ])
  }
}
