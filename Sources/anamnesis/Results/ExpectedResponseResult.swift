import Inference
import JSON
import Statistics

/// What `anamnesis cohort` prints when a person or a clinic is compared with what was to be expected.
struct ExpectedResponseResult: AnalysisResult {
  let cohort: CohortResult
  let response: ExpectedResponse
  let check: TrackCheck
  let newPerson: ExpectedCourse?
  let comparison: ClinicComparison?
  /// The names of the clinics.
  let clinics: [String]

  var json: JSONValue {
    var object = cohort.object
    object["track"] = .object([
      "scores": .number(check.scores),
      "beyondEdge": .number(check.beyond),
      "share": .number(check.share) ?? .null,
      "standardError": .number(check.standardError) ?? .null,
      "intended": .number(ExpectedResponse.alertShare) ?? .null,
    ])
    if let newPerson { object["newPerson"] = newPerson.json }
    if let comparison {
      object["clinics"] = .array(comparison.clinics.map(json))
      object["clinicStandardDeviation"] = .number(comparison.spread) ?? .null
    }
    return .object(object)
  }

  private func json(_ clinic: ClinicComparison.Clinic) -> JSONValue {
    let interval = clinic.pooled.interval(0.95)
    return .object([
      "clinic": .string(clinics[clinic.code]),
      "people": .number(clinic.people),
      "difference": .number(clinic.difference) ?? .null,
      "limit95": .number(clinic.limit95) ?? .null,
      "limit998": .number(clinic.limit998) ?? .null,
      "pooled": .number(clinic.pooled.mean) ?? .null,
      "lower95": .number(interval.lowerBound) ?? .null,
      "upper95": .number(interval.upperBound) ?? .null,
    ])
  }

  var lines: [String] {
    cohort.head + ["", "All people"] + response.model.fixedEffects.lines
      + [
        "",
        "Of \(counted(check.scores, "score")) after intake \((100 * check.share).digits(1)) % "
          + "(± \((100 * check.standardError).digits(1))) lie beyond the edge that 10 % should pass",
      ] + (newPerson?.lines ?? []) + clinicLines
  }

  private var clinicLines: [String] {
    guard let comparison else { return [] }
    var table = TextTable(
      "clinic", "people", "observed - expected", "95 % limit", "99.8 % limit", "pooled",
      "95 % from", "to")
    for clinic in comparison.clinics {
      let interval = clinic.pooled.interval(0.95)
      table.add(
        clinics[clinic.code], "\(clinic.people)", clinic.difference.digits(2),
        "± \(clinic.limit95.digits(2))", "± \(clinic.limit998.digits(2))",
        clinic.pooled.mean.digits(2), interval.lowerBound.digits(2),
        interval.upperBound.digits(2))
    }
    return ["", "Latest scores beside what was expected from the first"] + table.lines
      + [
        "(standard deviation between clinics \(comparison.spread.digits(2)); within its limits a "
          + "clinic differs no more than chance allows)"
      ]
  }
}
