import Care
import JSON
import PatientRecord
import Time

/// A review as JSON for other programs: see `docs/review.schema.json`.
struct MachineReport {
  let material: Material

  init(_ material: Material) { self.material = material }

  var wording: Wording { material.wording }

  var json: JSONValue {
    .object([
      "schema": .string(Report.jsonSchema),
      "audience": .string(wording.audience.rawValue),
      "patient": .string(material.patient.rawValue),
      "moment": .string(material.moment.description),
      "today": .string(material.today.description),
      "pipeline": .string(material.pipeline),
      "recordDigest": .string(material.digest),
      "parts": .array(material.parts.map(json)),
    ])
  }

  private func json(_ part: ReviewPart) -> JSONValue {
    switch part {
    case .record(let part): record(part)
    case .safety(let part): safety(part)
    case .scores(let part): scores(part)
    case .status(let part): status(part)
    case .trajectory(let part): trajectory(part)
    case .overview(let part): overview(part)
    case .changePoints(let part): changePoints(part)
    case .monitoring(let part): monitoring(part)
    case .timeline(let part): timeline(part)
    case .forecastCheck(let part): forecastCheck(part)
    case .patterns(let part): patterns(part)
    case .effects(let part): effects(part)
    case .memoryLink(let part): memoryLink(part)
    case .earlyWarning(let part): earlyWarning(part)
    case .gaps(let part): gaps(part)
    case .windows(let part): windows(part)
    case .due(let part): due(part)
    case .signals(let part): signals(part)
    case .safetyPlan(let part): safetyPlan(part)
    case .rules(let part): rules(part)
    case .staging(let part): staging(part)
    }
  }
}
