import Care
import Inference
import JSON
import Knowledge
import Time

/// The evidence as JSON for other programs.
struct MachineEvidence {
  let synthesis: EvidenceSynthesis

  private var wording: EvidenceWording { EvidenceWording(synthesis: synthesis) }

  var json: JSONValue {
    .object([
      "schema": .string(EvidenceReport.jsonSchema),
      "treatment": synthesis.treatment.map { .string($0) } ?? .null,
      "includesUncertain": .bool(synthesis.includesUncertain),
      "retrieved": .string(synthesis.retrieved.description),
      "reviewed": .bool(synthesis.isReviewed),
      "inShort": .array(wording.short.map { .string($0) }),
      "pools": .array(synthesis.pools.map(pool)),
      "coupling": coupling,
      "leftOut": .array(synthesis.leftOut.map(leftOut)),
      "rows": .array(synthesis.rows.map(row)),
      "deficits": .array(synthesis.deficits.map(deficit)),
    ])
  }

  private func pool(_ pool: EvidencePool) -> JSONValue {
    .object([
      "domain": .string(pool.domain.rawValue), "effects": .array(pool.members.map(effect)),
      "analysis": finding(pool.analysis, analysis),
    ])
  }

  private func effect(_ effect: PoolableEffect) -> JSONValue {
    .object([
      "row": .string(effect.row.id.rawValue), "trials": .string(effect.row.trials),
      "outcome": .string(effect.reported.outcome), "estimate": number(effect.study.estimate),
      "standardError": number(effect.study.standardError),
    ])
  }

  private func analysis(_ found: MetaAnalysis) -> JSONValue {
    .object([
      "effects": .number(found.studies.count), "level": number(found.level),
      "estimate": number(found.estimate), "standardError": number(found.standardError),
      "interval": range(found.interval), "predictionInterval": range(found.predictionInterval),
      "waldStandardError": number(found.waldStandardError),
      "hartungKnappScale": number(found.hartungKnappScale),
      "tauSquared": number(found.tauSquared), "tauSquaredInterval": range(found.tauSquaredInterval),
      "inconsistency": number(found.inconsistency), "cochranQ": number(found.cochranQ),
      "homogeneityPValue": number(found.homogeneityPValue),
      "weights": .array(found.weights.map(number)),
    ])
  }

  private var coupling: JSONValue {
    .object([
      "pairs": .array(
        synthesis.coupling.pairs.map { pair in
          .object([
            "memory": effect(pair.memory), "mood": effect(pair.mood),
            "onePublication": .bool(pair.isOnePublication),
          ])
        }),
      "analysis": finding(synthesis.coupling.analysis) { .array($0.map(line)) },
    ])
  }

  private func line(_ fit: BivariateMetaRegression) -> JSONValue {
    .object([
      "assumedCorrelation": number(fit.assumedCorrelation), "slope": number(fit.slope),
      "lower": number(fit.lower), "upper": number(fit.upper), "intercept": number(fit.intercept),
      "memoryMean": number(fit.responseMean), "moodMean": number(fit.predictorMean),
      "residualDeviation": number(fit.residualDeviation),
      "logLikelihood": number(fit.logLikelihood),
    ])
  }

  private func finding<Value>(
    _ finding: Finding<Value>, _ value: (Value) -> JSONValue
  ) -> JSONValue {
    switch finding {
    case .found(let found): .object(["value": value(found)])
    case .notYet(let reason):
      .object([
        "notYet": .object([
          "reason": .string(reason.reason), "observed": integer(reason.observed),
          "needed": integer(reason.needed),
        ])
      ])
    }
  }

  func number(_ value: Double?) -> JSONValue { value.flatMap { JSONValue.number($0) } ?? .null }

  func integer(_ value: Int?) -> JSONValue { value.map { .number($0) } ?? .null }

  func range(_ range: ClosedRange<Double>?) -> JSONValue {
    range.map { .array([number($0.lowerBound), number($0.upperBound)]) } ?? .null
  }

  func text(_ text: String?) -> JSONValue { text.map { .string($0) } ?? .null }
}
