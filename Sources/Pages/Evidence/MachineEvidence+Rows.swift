import Care
import JSON
import Knowledge

extension MachineEvidence {
  func leftOut(_ left: EvidenceSynthesis.LeftOut) -> JSONValue {
    .object([
      "row": .string(left.row.id.rawValue), "outcome": .string(left.reported.outcome),
      "domain": .string(left.reported.domain.rawValue),
      "reason": .string(EvidenceWording(synthesis: synthesis).reason(left.obstacle)),
    ])
  }

  func row(_ row: TreatmentEffect) -> JSONValue {
    .object([
      "id": .string(row.id.rawValue), "treatment": .string(row.treatment),
      "trials": .string(row.trials), "effect": reported(row.effect),
      "measure": .string(row.measure), "comparison": .string(row.comparison),
      "design": .string(row.design.rawValue), "people": .string(row.people.rawValue),
      "population": .string(row.population), "timepoint": text(row.timepoint),
      "metric": .string(row.metric.rawValue), "reported": text(row.reported),
      "studies": integer(row.studies), "participants": integer(row.participants),
      "bearing": text(row.bearing?.rawValue), "alongside": .array(row.alongside.map(reported)),
      "evidence": evidence(row.evidence, row.check),
    ])
  }

  func deficit(_ row: MemoryDeficit) -> JSONValue {
    .object([
      "id": .string(row.id.rawValue), "construct": .string(row.construct),
      "task": .string(row.task), "comparison": .string(row.comparison),
      "metric": .string(row.metric.rawValue), "estimate": number(row.estimate),
      "interval": range(row.interval), "reported": text(row.reported),
      "studies": integer(row.studies), "participants": integer(row.participants),
      "evidence": evidence(row.evidence, row.check),
    ])
  }

  private func reported(_ effect: ReportedEffect) -> JSONValue {
    .object([
      "domain": .string(effect.domain.rawValue), "outcome": .string(effect.outcome),
      "estimate": number(effect.estimate), "interval": range(effect.interval),
      "pValue": number(effect.pValue),
    ])
  }

  private func evidence(_ evidence: Evidence, _ check: CitationCheck) -> JSONValue {
    .object([
      "certainty": .string(evidence.certainty.rawValue), "note": text(evidence.note),
      "sources": .array(
        evidence.sources.map { source in
          .object([
            "id": .string(source.id.rawValue), "citation": .string(source.citation),
            "url": text(source.url), "reading": .string(source.reading.rawValue),
          ])
        }),
      "citation": .string(check.citation.rawValue), "numbers": .string(check.numbers.rawValue),
      "by": .string(check.by),
    ])
  }
}
