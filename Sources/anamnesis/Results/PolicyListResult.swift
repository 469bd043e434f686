import JSON
import Knowledge
import Time

/// What `anamnesis packet --list` prints.
struct PolicyListResult: AnalysisResult {
  let policies: [PayerPolicy]
  let notice: String

  var json: JSONValue {
    .object([
      "notice": .string(notice),
      "policies": .array(
        policies.map { policy in
          .object([
            "id": .string(policy.id.rawValue), "title": .string(policy.title),
            "payer": .string(policy.payer), "treatment": .string(policy.treatment),
            "validFrom": policy.validFrom.map { .string($0.description) } ?? .null,
            "validTo": policy.validTo.map { .string($0.description) } ?? .null,
            "reviewBy": .string(policy.provenance.reviewBy.description),
            "evidence": policy.evidence.packetJSON,
            "criteria": .array(policy.criteria.map(\.packetJSON)),
          ])
        }),
    ])
  }

  var lines: [String] {
    [notice] + policies.flatMap(lines)
  }

  private func lines(_ policy: PayerPolicy) -> [String] {
    let from = policy.validFrom.map { "in force from \($0)" } ?? "first day not recorded"
    return [
      "", "\(policy.id): \(policy.title) (\(policy.payer); \(policy.treatment))",
      "  \(from); review by \(policy.provenance.reviewBy); not signed by a reviewer",
      "  \(policy.evidence.words)",
    ] + policy.criteria.map { "  - \($0.id): \($0.text). \($0.evidence.words)" }
  }
}

extension PolicyCriterion {
  /// The criterion for programs.
  var packetJSON: JSONValue {
    .object([
      "id": .string(id), "text": .string(text), "evidence": evidence.packetJSON,
    ])
  }
}

extension Evidence {
  /// Certainty and sources for programs.
  var packetJSON: JSONValue {
    .object([
      "certainty": .string(certainty.rawValue),
      "notYetSecondRead": .bool(certainty == .established),
      "sources": .array(sources.map { .string($0.id.rawValue) }),
      "note": note.map { .string($0) } ?? .null,
    ])
  }
}
