import Care
import JSON
import PatientRecord
import Time

/// A review as JSON for other programs: see `docs/review.schema.json`.
struct MachineReport {
  let review: Review
  let wording: Wording

  init(_ review: Review, for audience: Audience) {
    self.review = review
    wording = Wording(audience: audience)
  }

  var json: JSONValue {
    .object([
      "schema": .string(Report.jsonSchema),
      "audience": .string(wording.audience.rawValue),
      "patient": .string(review.patient.rawValue),
      "moment": .string(review.moment.description),
      "today": .string(review.today.description),
      "pipeline": .string(review.pipeline),
      "recordDigest": .string(review.recordDigest),
      "parts": .array(parts(of: review.parts)),
    ])
  }

  /// The parts for the audience, in order.
  func parts(of parts: [ReviewPart]) -> [JSONValue] {
    let visible = parts.filter { $0.audiences.contains(wording.audience) }
    return visible.map { part in
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
      case .gaps(let part): gaps(part, in: visible)
      }
    }
  }
}
