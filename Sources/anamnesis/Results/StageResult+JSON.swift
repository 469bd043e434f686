import Care
import JSON
import Knowledge

extension StageResult {
  var json: JSONValue {
    .object([
      "audience": .string(Self.audience),
      "trials": .array(assessment.trials.map(json)),
      "resistance": .object([
        "verdict": .string(assessment.resistance.verdict.rawValue),
        "failuresNeeded": .number(assessment.resistance.needed),
        "trials": json(assessment.resistance.failures),
      ]),
      "methods": .array(assessment.results.map(json)),
      "checklist": .array(assessment.checklist.map(json)),
      "evidence": .array(evidence.map(json)),
    ])
  }

  private func json(_ rated: StagingAssessment.RatedTrial) -> JSONValue {
    let (verdict, reasons): (String, [String]) =
      switch rated.adequacy {
      case .adequate: ("adequate", [])
      case .bySomeForms(let ways): ("adequateBySomeForms", ways)
      case .inadequate(let why): ("inadequate", why)
      case .cannotTell(let missing): ("cannotTell", missing)
      }
    return .object([
      "trial": .string(rated.trial.label),
      "adequacy": .string(verdict),
      verdict == "cannotTell" ? "missing" : "reasons": texts(reasons),
      "source": rated.trial.origin.value.map { JSONValue.string($0.rawValue) } ?? .null,
    ])
  }

  private func json(_ count: FailureCount) -> JSONValue {
    .array(
      count.trials.map { trial in
        let (status, reasons): (String, [String]) =
          switch trial.status {
          case .counted: ("counted", [])
          case .perhaps(let why): ("perhaps", why)
          case .notCounted(let why): ("notCounted", why)
          }
        return .object([
          "trial": .string(trial.trial), "status": .string(status), "reasons": texts(reasons),
        ])
      })
  }

  private func json(_ result: StagingResult) -> JSONValue {
    .object([
      "method": .string(result.method.rawValue),
      "outcome": json(result.outcome),
      "parts": .array(
        result.parts.map { part in
          .object([
            "name": .string(part.name),
            "low": .number(part.points.lowerBound) ?? .null,
            "high": .number(part.points.upperBound) ?? .null,
          ])
        }),
      "trials": json(result.failures),
      "missing": texts(result.missing),
    ])
  }

  private func json(_ outcome: StagingResult.Outcome) -> JSONValue {
    switch outcome {
    case .exactly(let score):
      .object(["kind": .string("exactly"), "low": json(score), "high": json(score)])
    case .between(let low, let high):
      .object(["kind": .string("between"), "low": json(low), "high": json(high)])
    case .outside(let reason): .object(["kind": .string("outside"), "reason": .string(reason)])
    case .undetermined(let reason):
      .object(["kind": .string("undetermined"), "reason": .string(reason)])
    }
  }

  private func json(_ score: StagingResult.Score) -> JSONValue {
    .object([
      "points": .number(score.points) ?? .null,
      "label": score.label.map(JSONValue.string) ?? .null,
    ])
  }

  private func json(_ check: StagingAssessment.CheckResult) -> JSONValue {
    let (finding, places): (String, [String]) =
      switch check.finding {
      case .found(let places): ("found", places)
      case .notFound: ("notFound", [])
      case .open(let missing): ("open", missing)
      }
    return .object([
      "id": .string(check.check.id), "question": .string(check.check.text),
      "finding": .string(finding), "details": texts(places),
    ])
  }

  private func json(_ named: (name: String, evidence: Evidence)) -> JSONValue {
    .object([
      "what": .string(named.name),
      "certainty": .string(named.evidence.certainty.rawValue),
      "notYetSecondRead": .bool(named.evidence.certainty == .established),
      "sources": texts(named.evidence.sources.map(\.id.rawValue)),
      "note": named.evidence.note.map(JSONValue.string) ?? .null,
    ])
  }

  private func texts(_ texts: [String]) -> JSONValue { .array(texts.map(JSONValue.string)) }
}
