import Care
import JSON
import Knowledge
import PatientRecord
import Time

extension PacketResult {
  var json: JSONValue {
    let policy = packet.policy
    return .object([
      "notice": .string(notice), "patient": .string(packet.patient.rawValue),
      "day": .string(packet.today.description), "policy": .string(policy.id.rawValue),
      "title": .string(policy.title), "standing": .string(packet.standing.name),
      "isReviewOverdue": .bool(policy.isReviewOverdue(on: packet.today)),
      "evidence": policy.evidence.packetJSON,
      "criteria": .array(packet.criteria.map(json)),
      "trials": .array(zip(packet.trials, packet.failures.trials).map(json)),
      "scores": .array(packet.scores.map(json)),
      "psychotherapy": .array(packet.therapies.map(json)),
      "diagnoses": texts(packet.diagnoses), "hasSafetyPlan": .bool(packet.hasSafetyPlan),
      "toBeAdded": texts(policy.attachments),
      "codes": .array(
        policy.billingCodes.map { code in
          .object([
            "code": .string(code.code), "meaning": .string(code.meaning),
            "evidence": code.evidence.packetJSON,
          ])
        }),
    ])
  }

  private func texts(_ texts: [String]) -> JSONValue { .array(texts.map { .string($0) }) }

  private func json(_ result: PriorAuthorisationPacket.Criterion) -> JSONValue {
    .object([
      "criterion": result.criterion.packetJSON, "finding": .string(result.finding.name),
      "details": texts(result.finding.details), "isStated": .bool(result.isStated),
    ])
  }

  private func json(_ rated: StagingAssessment.RatedTrial, _ count: TrialCount) -> JSONValue {
    .object([
      "trial": .string(rated.trial.label), "adequacy": .string(rated.adequacy.words),
      "asFailure": .string(count.status.words),
      "first": rated.trial.firstDay.value.map { .string($0.description) } ?? .null,
      "last": rated.trial.lastDay.value.map { .string($0.description) } ?? .null,
    ])
  }

  private func json(_ trend: PriorAuthorisationPacket.ScoreTrend) -> JSONValue {
    .object([
      "instrument": .string(trend.instrument.id.rawValue),
      "baseline": trend.baseline.map(json) ?? .null,
      "baselineReason": .string(trend.baselineReason),
      "latest": trend.latest.map(json) ?? .null,
      "changePoints": trend.change.flatMap { .number($0.points) } ?? .null,
      "scores": .array(trend.scores.map(json)),
    ])
  }

  private func json(_ score: ScoresPart.Score) -> JSONValue {
    .object([
      "day": .string(score.day.description),
      "totalPoints": score.total.flatMap { .number($0) } ?? .null,
    ])
  }

  private func json(_ therapy: PriorAuthorisationPacket.Therapy) -> JSONValue {
    .object([
      "name": .string(therapy.name), "first": .string(therapy.first.description),
      "last": therapy.last.map { .string($0.description) } ?? .null,
    ])
  }
}
