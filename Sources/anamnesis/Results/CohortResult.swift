import Inference
import JSON
import Statistics

/// What `anamnesis cohort` prints of a mixed model.
struct CohortResult: AnalysisResult {
  private let options: CohortOptions
  private let table: CohortTable
  private let model: LinearMixedModel

  /// Gathers a result.
  ///
  /// - Parameters:
  ///   - options: what was asked for.
  ///   - table: the rows.
  ///   - model: the fit.
  init(_ options: CohortOptions, _ table: CohortTable, _ model: LinearMixedModel) {
    self.options = options
    self.table = table
    self.model = model
  }

  /// Below this, intervals of the normal law are too narrow to pass in silence.
  static let fewPeople = 40

  /// What the log-likelihood counts.
  static func convention(_ method: LikelihoodMethod) -> String {
    method == .reml
      ? "restricted: constants of 2 pi for all rows less the coefficients, as in lme4"
      : "ordinary: constants of 2 pi for all rows, as in lme4"
  }

  /// What standard errors leave out.
  static let caution =
    "variances are taken as known in standard errors and intervals; no small-sample correction"

  var json: JSONValue { .object(object) }

  /// The members of the JSON form.
  var object: JSONObject {
    var object = JSONObject()
    object["outcome"] = .string(options.outcome)
    object["people"] = .number(model.people.count)
    object["visits"] = .number(model.rows)
    object["missingScores"] = .number(table.missing)
    object["model"] = .string("linear mixed model")
    object["method"] = .string(model.method.rawValue)
    object["timeScale"] = .string(options.timeScale.rawValue)
    object["logLikelihood"] = .number(model.logLikelihood) ?? .null
    object["logLikelihoodConvention"] = .string(Self.convention(model.method))
    object["caution"] = .string(Self.caution)
    if !options.needsExpectation { object["covariateCentres"] = options.centres(of: table) }
    object["effects"] = .array(model.fixedEffects.map(\.json))
    object["betweenPeople"] = .array(
      model.blocks.map { block in
        .object([
          "effects": .array(block.names.map { .string($0) }),
          "covariance": block.covariance.json,
        ])
      })
    object["residualVariance"] = .number(model.residualVariance) ?? .null
    object["isSingular"] = .bool(model.isSingular)
    object["converged"] = .bool(model.isConverged)
    object["evaluations"] = .number(model.evaluations)
    object["persons"] = .array(model.people.map(json))
    return object
  }

  private var effectNames: [String] { model.blocks.flatMap(\.names) }

  /// What everybody has of an effect, to which a person's own is added.
  private func common(_ name: String) -> Double { model.fixedEffect(name)?.estimate ?? 0 }

  private func json(_ person: LinearMixedModel.Person) -> JSONValue {
    .object([
      "person": .string(table.people[person.code]),
      "visits": .number(person.rows),
      "effects": .array(
        zip(effectNames, zip(person.effects, person.standardDeviations)).map { name, effect in
          .object([
            "name": .string(name),
            "deviation": .number(effect.0) ?? .null,
            "standardDeviation": .number(effect.1) ?? .null,
          ])
        }),
    ])
  }

  var lines: [String] {
    head + ["", "All people" + options.levels(of: table)] + model.fixedEffects.lines + spread
      + people
  }

  /// What was fitted.
  var head: [String] {
    let visits = counted(model.rows, "visit")
    let people = counted(model.people.count, "person", "people")
    let scores = counted(table.missing, "row")
    var lines = [
      "\(options.outcome): \(people), \(visits)"
        + (table.missing > 0 ? " (\(scores) without a score left out)" : ""),
      "linear mixed model by \(model.method.rawValue.uppercased()), "
        + "random \(effectNames.joined(separator: " and "))",
      "log-likelihood \(model.logLikelihood.digits(6)) (\(Self.convention(model.method)))",
    ]
    if model.people.count < Self.fewPeople {
      lines.append(
        "with fewer than \(Self.fewPeople) people the intervals below are somewhat too narrow")
    }
    if !model.isConverged { lines.append("the search ended early: a better fit may exist") }
    return lines
  }

  private var spread: [String] {
    var table = TextTable("between people", "standard deviation", "correlation")
    for block in model.blocks {
      for (index, name) in block.names.enumerated() {
        let correlation = index == 1 ? block.correlation(0, 1) : nil
        table.add(
          name, block.standardDeviations[index].digits(4), correlation?.digits(3) ?? "")
      }
    }
    table.add("within people", model.residualVariance.squareRoot().digits(4), "")
    let note =
      model.isSingular
      ? ["a standard deviation of 0 or a correlation of 1: the data do not tell these apart"] : []
    return [""] + table.lines + note + ["(\(Self.caution))"]
  }

  /// The first people, with the course of each.
  private var people: [String] {
    let shown = model.people.prefix(10)
    let names = effectNames
    var rows = TextTable(
      "person", "visits", names[0], "±", names.count > 1 ? names[1] : "",
      names.count > 1 ? "±" : "")
    for person in shown {
      let values = names.indices.map { common(names[$0]) + person.effects[$0] }
      let spread = person.standardDeviations
      rows.add(
        table.people[person.code], "\(person.rows)", values[0].digits(3), spread[0].digits(3),
        values.count > 1 ? values[1].digits(3) : "", values.count > 1 ? spread[1].digits(3) : "")
    }
    let rest = model.people.count - shown.count
    return ["", "Each person, pulled towards all\(options.levels(of: table))"] + rows.lines
      + (rest > 0 ? ["(\(counted(rest, "more person", "more people")) in --format json)"] : [])
  }
}

extension CohortOptions {
  /// Whose levels a table shows: those of the reference with average covariates.
  func levels(of table: CohortTable) -> String {
    let arm = by.map { ["in \($0) \(table.arms[0])"] } ?? []
    let means = zip(covariates.names, table.covariateMeans).map { "\($0) at \($1.short)" }
    let all = arm + means
    return all.isEmpty ? "" : " (levels \(all.joined(separator: ", ")))"
  }

  /// At which value each covariate is 0 in the model.
  func centres(of table: CohortTable) -> JSONValue {
    var object = JSONObject()
    for (name, mean) in zip(covariates.names, table.covariateMeans) {
      object[name] = .number(mean) ?? .null
    }
    return .object(object)
  }
}
