import JSON
import MemoryScience

/// What `anamnesis memory fit` prints.
struct MemoryFitResult: AnalysisResult {
  let model: MemoryFitCommand.Model
  let people: [RecallTable.Person]
  let fits: [RetrievedContextFit]

  private var pairs: [(person: RecallTable.Person, fit: RetrievedContextFit)] {
    zip(people, fits).map { ($0, $1) }
  }

  var json: JSONValue {
    .object([
      "model": .string(model.rawValue),
      "people": .array(pairs.map { json($0.person, $0.fit) }),
    ])
  }

  private func json(_ person: RecallTable.Person, _ fit: RetrievedContextFit) -> JSONValue {
    .object([
      "subject": .string(person.name),
      "lists": .number(fit.listCount),
      "events": .number(fit.eventCount),
      "intrusions": .number(person.intrusions),
      "repetitions": .number(person.repetitions),
      "logLikelihood": .number(fit.logLikelihood) ?? .null,
      "aic": .number(fit.aic) ?? .null,
      "bic": .number(fit.bic) ?? .null,
      "starts": .number(fit.starts),
      "agreeingStarts": .number(fit.agreeingStarts),
      "converged": .bool(fit.isConverged),
      "estimates": .array(fit.estimates.map(json)),
    ])
  }

  private func json(_ estimate: RetrievedContextFit.Estimate) -> JSONValue {
    var object = JSONObject()
    object["parameter"] = .string(estimate.parameter.rawValue)
    object["estimate"] = .number(estimate.value) ?? .null
    switch estimate.uncertainty {
    case .known(let error, let interval):
      object["standardError"] = .number(error) ?? .null
      object["lower95"] = .number(interval.lowerBound) ?? .null
      object["upper95"] = .number(interval.upperBound) ?? .null
    case .atBound: object["note"] = .string("at bound")
    case .notIdentified: object["note"] = .string("not identified")
    }
    object["searchedFrom"] = .number(estimate.range.lowerBound) ?? .null
    object["searchedTo"] = .number(estimate.range.upperBound) ?? .null
    return .object(object)
  }

  var lines: [String] {
    pairs.enumerated().flatMap { index, pair in
      (index == 0 ? [] : [""]) + lines(pair.person, pair.fit)
    }
  }

  private func lines(_ person: RecallTable.Person, _ fit: RetrievedContextFit) -> [String] {
    var table = TextTable("parameter", "estimate", "standard error", "95 % interval")
    for estimate in fit.estimates {
      let value = estimate.value.digits(4)
      switch estimate.uncertainty {
      case .known(let error, let interval):
        table.add(
          estimate.parameter.rawValue, value, error.digits(4),
          "\(interval.lowerBound.digits(4)) to \(interval.upperBound.digits(4))")
      case .atBound: table.add(estimate.parameter.rawValue, value, "at bound", "")
      case .notIdentified: table.add(estimate.parameter.rawValue, value, "not identified", "")
      }
    }
    return heading(person, fit) + [""] + table.lines
  }

  private func heading(_ person: RecallTable.Person, _ fit: RetrievedContextFit) -> [String] {
    let recalls = fit.eventCount - fit.listCount
    var lines = [
      "subject \(person.name): \(model.rawValue), \(counted(fit.listCount, "list")), "
        + "\(counted(recalls, "recall")); left out: \(counted(person.intrusions, "intrusion")), "
        + counted(person.repetitions, "repetition"),
      "log-likelihood \(fit.logLikelihood.digits(4)), AIC \(fit.aic.digits(2)), "
        + "BIC \(fit.bic.digits(2)) over \(counted(fit.eventCount, "event"))",
      "\(fit.agreeingStarts) of \(counted(fit.starts, "search", "searches")) ended here",
    ]
    if fit.agreeingStarts == 1, fit.starts > 1 {
      lines.append("no other search ended here: a better fit may exist, try more --starts")
    }
    if !fit.isConverged { lines.append("the search ran out of evaluations") }
    return lines
  }
}
