import JSON
import Simulation

/// The power of a design as JSON for other programs.
struct MachinePower {
  let finding: PowerFinding

  private var wording: PowerWording { PowerWording(finding: finding) }

  var json: JSONValue {
    .object([
      "schema": .string(SimulationReport.powerSchema),
      "about": .string(SimulationStandingWords.invented),
      "design": .string(finding.design.id), "title": .string(finding.design.title),
      "warnings": strings(wording.warnings), "model": .string("Window 1.1"),
      "parameterSets": .number(1), "range": .null,
      "rangeNote": .string(SimulationStandingWords.oneSet),
      "seed": .number(Int(finding.seed)), "trials": .number(finding.tally.trials),
      "asked": .number(finding.design.trials), "partial": .bool(finding.isPartial),
      "people": .number(finding.tally.people), "alpha": number(finding.design.alpha),
      "assumed": strings(wording.assumptions),
      "comparisons": .array(finding.tally.rows.map(row)),
      "cannotSay": strings(SimulationStandingWords.limits),
      "knownFailures": strings(SimulationStandingWords.knownFailures),
      "againstTheTheory": strings(SimulationStandingWords.against),
    ])
  }

  private func row(_ row: PowerTally.Row) -> JSONValue {
    .object([
      "comparison": .string(wording.name(of: row.comparison)), "power": share(row.power),
      "falseFindings": share(row.falseFindings), "withoutTreatmentTerms": share(row.withoutTerms),
      "unit": .string(row.comparison.isMood ? "mood" : "phq9"),
      "trueEffect": number(row.effect.mean.map { $0 / 1000 }),
      "alwaysOnEffect": number(row.alwaysOn.mean.map { $0 / 1000 }),
    ])
  }

  private func share(_ proportion: Proportion) -> JSONValue {
    .object([
      "share": number(proportion.share), "standardError": number(proportion.standardError),
      "hits": .number(proportion.hits), "count": .number(proportion.count),
    ])
  }

  private func strings(_ texts: [String]) -> JSONValue { .array(texts.map { .string($0) }) }

  private func number(_ value: Double?) -> JSONValue {
    value.flatMap { JSONValue.number($0) } ?? .null
  }
}
