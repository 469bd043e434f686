import Inference
import JSON
import Statistics

/// What `anamnesis cohort --mmrm` prints.
struct RepeatedMeasuresResult: AnalysisResult {
  private let options: CohortOptions
  private let table: CohortTable
  private let visits: [Double]
  private let model: RepeatedMeasuresModel

  /// Fits and gathers a result.
  ///
  /// - Parameters:
  ///   - options: what was asked for.
  ///   - table: the rows.
  /// - Throws: ``InferenceError`` when the model cannot be fitted, ``BadInput`` when times are no
  ///   planned visits.
  init(_ options: CohortOptions, _ table: CohortTable) throws {
    visits = Set(table.rows.map(\.week)).sorted()
    guard !table.hasDates, 2...20 ~= visits.count else {
      throw BadInput(
        "column \(options.time)",
        table.hasDates
          ? "dates are no planned visits" : "\(counted(visits.count, "different time"))",
        cure: "for --mmrm number the planned visits, 2 to 20 of them")
    }
    self.options = options
    self.table = table
    model = try RepeatedMeasuresModel(
      CohortDesign(options, table).repeatedMeasuresData(visits: visits), method: options.method)
  }

  /// The differences of arms from the reference, arm after arm, visit after visit.
  private var contrasts: [FixedEffect] {
    let count = visits.count
    guard table.arms.count > 1 else { return [] }
    return Array(model.fixedEffects[count..<count * table.arms.count])
  }

  var json: JSONValue {
    var object = JSONObject()
    object["outcome"] = .string(options.outcome)
    object["people"] = .number(model.people)
    object["visits"] = .number(model.rows)
    object["missingScores"] = .number(table.missing)
    object["model"] = .string("mixed model for repeated measures, unstructured covariance")
    object["method"] = .string(model.method.rawValue)
    object["logLikelihood"] = .number(model.logLikelihood) ?? .null
    object["logLikelihoodConvention"] = .string(CohortResult.convention(model.method))
    object["caution"] = .string(CohortResult.caution)
    object["times"] = .array(visits.map { .number($0) ?? .null })
    object["covariateCentres"] = options.centres(of: table)
    object["effects"] = .array(model.fixedEffects.map(\.json))
    object["reference"] = table.arms.first.map { .string($0) } ?? .null
    object["contrasts"] = .array(contrasts.map(\.json))
    object["visitCovariance"] = model.visitCovariance.json
    object["converged"] = .bool(model.isConverged)
    object["evaluations"] = .number(model.evaluations)
    return .object(object)
  }

  var lines: [String] {
    var lines = [
      "\(options.outcome): \(counted(model.people, "person", "people")), "
        + "\(counted(model.rows, "score")) at \(counted(visits.count, "visit"))",
      "mixed model for repeated measures by \(model.method.rawValue.uppercased()), "
        + "unstructured covariance, visits missing at random",
      "log-likelihood \(model.logLikelihood.digits(6)) (\(CohortResult.convention(model.method)))",
    ]
    if !model.isConverged { lines.append("the search ended early: a better fit may exist") }
    if let reference = table.arms.first {
      lines += ["", "Difference from \(reference) at each visit"] + contrasts.lines
    }
    let others = Array(model.fixedEffects.prefix(visits.count))
    let covariates = Array(
      model.fixedEffects.dropFirst(visits.count * max(table.arms.count, 1)))
    lines += ["", "Each visit\(options.levels(of: table))"] + (others + covariates).lines
    return lines + ["(\(CohortResult.caution))"] + covarianceLines
  }

  private var covarianceLines: [String] {
    let covariance = model.visitCovariance
    let spread = covariance.diagonal.map { $0.squareRoot() }
    var rows = TextTable(options.time, "standard deviation", "correlation with earlier visits")
    for (i, visit) in visits.enumerated() {
      let earlier = (0..<i).map { (covariance[i, $0] / spread[i] / spread[$0]).digits(3) }
      rows.add(visit.short, spread[i].digits(4), earlier.joined(separator: " "))
    }
    return [""] + rows.lines
  }
}
