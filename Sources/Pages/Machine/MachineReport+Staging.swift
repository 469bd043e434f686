import Care
import JSON
import Knowledge

/// What staging says, for the care team and for research.
extension MachineReport {
  func staging(_ part: StagingPart) -> JSONValue {
    let assessment = part.assessment
    return .object([
      "kind": .string("staging"), "origin": .string(part.origin.rawValue),
      "resistance": .string(resistance(part)),
      "failuresNeeded": .number(assessment.resistance.needed),
      "trials": .array(
        zip(assessment.trials, assessment.resistance.failures.trials).map { rated, count in
          trial(rated, count, agent: part.agents[rated.trial.label])
        }),
      "methods": .array(assessment.results.map(method)),
      "checklist": .array(assessment.checklist.map(check)),
    ])
  }

  /// A record may not hold the trials before it began, so alone it never shows that there were none.
  private func resistance(_ part: StagingPart) -> String {
    let verdict = part.assessment.resistance.verdict
    return part.origin == .record && verdict == .notMet ? "notShown" : verdict.rawValue
  }

  private func words(_ words: [String]) -> JSONValue { .array(words.map { .string($0) }) }

  private func trial(
    _ rated: StagingAssessment.RatedTrial, _ count: TrialCount, agent: String?
  ) -> JSONValue {
    let (adequacy, reasons): (String, [String]) =
      switch rated.adequacy {
      case .adequate: ("adequate", [])
      case .bySomeForms(let ways): ("adequateBySomeForms", ways)
      case .inadequate(let why): ("inadequate", why)
      case .cannotTell(let missing): ("cannotTell", missing)
      }
    let (status, why): (String, [String]) =
      switch count.status {
      case .counted: ("counted", [])
      case .perhaps(let why): ("perhaps", why)
      case .notCounted(let why): ("notCounted", why)
      }
    return .object([
      "trial": .string(rated.trial.label), "agent": text(agent), "adequacy": .string(adequacy),
      "adequacyReasons": words(reasons), "failure": .string(status), "failureReasons": words(why),
    ])
  }

  private func method(_ result: StagingResult) -> JSONValue {
    let (outcome, low, high, reason):
      (String, StagingResult.Score?, StagingResult.Score?, String?) =
        switch result.outcome {
        case .exactly(let score): ("exactly", score, score, nil)
        case .between(let low, let high): ("between", low, high, nil)
        case .outside(let reason): ("outside", nil, nil, reason)
        case .undetermined(let reason): ("undetermined", nil, nil, reason)
        }
    return .object([
      "method": .string(result.method.rawValue), "outcome": .string(outcome),
      "lowPoints": number(low?.points), "lowLabel": text(low?.label),
      "highPoints": number(high?.points), "highLabel": text(high?.label),
      "reason": text(reason), "missing": words(result.missing),
    ])
  }

  private func check(_ result: StagingAssessment.CheckResult) -> JSONValue {
    let (finding, details): (String, [String]) =
      switch result.finding {
      case .found(let places): ("found", places)
      case .notFound: ("notFound", [])
      case .open(let missing): ("open", missing)
      }
    return .object([
      "id": .string(result.check.id), "question": .string(result.check.text),
      "finding": .string(finding), "details": words(details),
    ])
  }
}
