import JSON
import MemoryScience

/// What `anamnesis memory fit` prints.
struct MemoryFitResult: AnalysisResult {
  let model: MemoryFitCommand.Model
  let people: [FreeRecallTable.Person]
  /// The fit of each of ``people``, or why there is none.
  let fits: [Result<RetrievedContextFit, MemoryScienceError>]

  /// Who was fitted.
  var fitted: [(person: FreeRecallTable.Person, fit: RetrievedContextFit)] {
    zip(people, fits).compactMap { person, fit in (try? fit.get()).map { (person, $0) } }
  }

  /// Who was not fitted, and why.
  var refusals: [(name: String, error: MemoryScienceError)] {
    zip(people, fits).compactMap { person, fit in
      guard case .failure(let error) = fit else { return nil }
      return (person.name, error)
    }
  }

  var json: JSONValue {
    .object([
      "model": .string(model.rawValue),
      "people": .array(fitted.map { json($0.person, $0.fit) }),
      "refused": .array(
        refusals.map {
          .object(["subject": .string($0.name), "reason": .string($0.error.description)])
        }),
    ])
  }

  private func json(_ person: FreeRecallTable.Person, _ fit: RetrievedContextFit) -> JSONValue {
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
    let fits = fitted.enumerated().flatMap { index, pair in
      (index == 0 ? [] : [""]) + lines(pair.person, pair.fit)
    }
    guard !refusals.isEmpty else { return fits }
    return fits + [""] + refusals.map { "subject \($0.name) refused: \($0.error)" }
  }

  private func lines(_ person: FreeRecallTable.Person, _ fit: RetrievedContextFit) -> [String] {
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

  private func heading(_ person: FreeRecallTable.Person, _ fit: RetrievedContextFit) -> [String] {
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
