import JSON
import Simulation

/// A plan or a comparison as JSON for other programs.
struct MachineSimulation {
  let finding: StudyFinding

  private var study: Study { finding.study }
  private var wording: SimulationWording { SimulationWording(finding: finding) }

  var json: JSONValue {
    .object([
      "schema": .string(SimulationReport.jsonSchema),
      "about": .string(SimulationStandingWords.invented),
      "model": .string("Window 1.1"), "parameterSets": .number(1),
      "range": .null, "rangeNote": .string(SimulationStandingWords.oneSet),
      "formNoise": .object([
        "points": .array([number(2.5), number(2.9)]),
        "note": .string(SimulationStandingWords.noise),
      ]),
      "seed": .number(Int(finding.seed)), "people": .number(finding.tally.people),
      "asked": .number(finding.asked), "partial": .bool(finding.isPartial),
      "screened": .number(finding.tally.screened),
      "leastTotal": .number(study.cohort.leastTotal), "days": .number(study.days),
      "inclusion": sum(finding.tally.firstSum),
      "scenarios": .array(study.scenarios.indices.map(scenario)),
      "cannotSay": strings(SimulationStandingWords.limits),
      "knownFailures": strings(SimulationStandingWords.knownFailures),
      "againstTheTheory": strings(SimulationStandingWords.against),
    ])
  }

  private func scenario(_ index: Int) -> JSONValue {
    let scenario = study.scenarios[index]
    return .object([
      "scenario": .string(SimulationTable.name(of: scenario.kind)),
      "plan": .string(scenario.plan.id), "title": .string(wording.name(of: index)),
      "comparedWith": scenario.reference.map { .number($0) } ?? .null,
      "assumed": strings(
        scenario.kind == .planned ? wording.assumptions(of: scenario.plan) : []),
      "forms": .array(finding.forms(index).map(form)),
    ])
  }

  private func form(_ form: FormTally) -> JSONValue {
    .object([
      "day": .number(form.day), "people": .number(form.people), "total": sum(form.sum),
      "quantiles": .object([
        "p10": integer(form.quantile(0.1)), "p25": integer(form.quantile(0.25)),
        "p50": integer(form.quantile(0.5)), "p75": integer(form.quantile(0.75)),
        "p90": integer(form.quantile(0.9)),
      ]),
      "response": number(form.response), "remission": number(form.remission),
      "difference": sum(form.difference), "responseDifference": sum(form.responseDifference),
      "remissionDifference": sum(form.remissionDifference),
    ])
  }

  private func sum(_ sum: PairedSum) -> JSONValue {
    guard let mean = sum.mean else { return .null }
    return .object([
      "mean": number(mean), "standardDeviation": number(sum.deviation),
      "standardError": number(sum.standardError),
    ])
  }

  private func strings(_ texts: [String]) -> JSONValue { .array(texts.map { .string($0) }) }

  private func integer(_ value: Int?) -> JSONValue { value.map { .number($0) } ?? .null }

  private func number(_ value: Double?) -> JSONValue {
    value.flatMap { JSONValue.number($0) } ?? .null
  }
}

/// The courses of a plan or a comparison as rows.
struct SimulationTable {
  let finding: StudyFinding

  var csv: String {
    let header =
      "plan,scenario,day,people,mean,sd,p10,p25,p50,p75,p90,response,remission,difference,"
      + "differenceStandardError\n"
    let study = finding.study
    return header
      + study.scenarios.indices.flatMap { index in
        finding.forms(index).map { row(study.scenarios[index], $0) }
      }.joined()
  }

  private func row(_ scenario: Scenario, _ form: FormTally) -> String {
    let quantiles = [0.1, 0.25, 0.5, 0.75, 0.9].map { form.quantile($0).map(String.init) ?? "" }
    let cells =
      [
        scenario.plan.id, SimulationTable.name(of: scenario.kind), "\(form.day)",
        "\(form.people)", text(form.sum.mean), text(form.sum.deviation),
      ] + quantiles
      + [
        text(form.response), text(form.remission), text(form.difference.mean),
        text(form.difference.standardError),
      ]
    return cells.joined(separator: ",") + "\n"
  }

  /// Up to six decimals, with a full stop and without a needless zero; empty for what is not known.
  private func text(_ value: Double?) -> String {
    guard let value, value.isFinite else { return "" }
    let rounded = (value * 1_000_000).rounded() / 1_000_000
    return rounded == 0 ? "0" : "\(rounded)"
  }

  /// The word of a scenario for programs.
  static func name(of kind: Scenario.Kind) -> String {
    switch kind {
    case .planned: "planned"
    case .untreated: "untreated"
    case .withoutTreatmentTerms: "withoutTreatmentTerms"
    case .without(let term): "without-\(term.rawValue)"
    }
  }
}
