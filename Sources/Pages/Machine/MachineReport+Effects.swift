import Care
import Inference
import JSON
import PatientRecord

/// What an item did at changes of treatment, for the care team and for research.
extension MachineReport {
  func effects(_ part: EffectsPart) -> JSONValue {
    .object([
      "kind": .string("effects"), "item": .string(part.item.rawValue), "scale": scale(part.scale),
      "effects": .array(part.effects.map { effect($0, part) }),
      "otherChanges": .number(part.earlierCount), "basis": basis(part.basis),
    ])
  }

  private func effect(_ effect: EffectsPart.Effect, _ part: EffectsPart) -> JSONValue {
    .object([
      "change": change(effect.change), "day": day(effect.day),
      "analysis": finding(effect.analysis) { analysis($0, effect, part) },
    ])
  }

  private func change(_ change: EffectsPart.Change) -> JSONValue {
    switch change {
    case .dose(let substance, let from, let to):
      .object([
        "kind": .string("dose"), "substance": .string(substance),
        "fromPerDay": from.map(quantity) ?? .null, "toPerDay": quantity(to),
      ])
    case .course(let name): .object(["kind": .string("course"), "name": .string(name)])
    case .sessions(let kind, let days):
      .object([
        "kind": .string("sessions"), "session": .string(kind.rawValue),
        "days": .array(days.map { day($0) }),
      ])
    }
  }

  private func quantity(_ quantity: Quantity) -> JSONValue {
    .object(["value": number(quantity.value), "unit": .string(quantity.unit.rawValue)])
  }

  private func analysis(
    _ analysis: InterventionAnalysis, _ effect: EffectsPart.Effect, _ part: EffectsPart
  ) -> JSONValue {
    let found = analysis.effect
    var object = JSONObject()
    object["differencePoints"] = number(found.estimate)
    object["standardError"] = number(found.standardError)
    object["central95Points"] = range(found.interval)
    object["includesZero"] = .bool(found.interval.contains(0))
    object["probabilityOfSign"] = number(found.probabilityOfSign)
    object["meanDifferencePoints"] = effect.meanDifference.map(estimate) ?? .null
    object["otherDates"] = otherDates(analysis, part)
    object["concurrent"] = .array(
      analysis.concurrent.map { event in
        .object(["name": .string(event.name), "day": day(part.day(event.time))])
      })
    object["cautions"] = .array(analysis.cautions.map { .string(name(of: $0)) })
    object["specifications"] = effect.multiverse.map(specifications) ?? .null
    object["fading"] = .array(effect.fading.map(fading))
    guard wording.isResearcher else { return .object(object) }
    object["logLikelihood"] = number(found.logLikelihood)
    object["isReweighed"] = .bool(found.isReweighed)
    object["isConverged"] = .bool(found.isConverged)
    return .object(object)
  }

  private func fading(_ fading: EffectsPart.Effect.Fading) -> JSONValue {
    .object([
      "timeConstantDays": number(fading.days), "weight": number(fading.weight),
      "differencePoints": estimate(fading.difference),
    ])
  }

  private func otherDates(_ analysis: InterventionAnalysis, _ part: EffectsPart) -> JSONValue {
    switch analysis.placebo {
    case .failure(let reason):
      return .object([
        "notYet": .object([
          "reason": .string("\(reason)"), "observed": .null, "needed": .null,
        ])
      ])
    case .success(let dates):
      let likely: ClosedRange<Double>
      let isUnique: Bool
      switch dates.dating {
      case .within(let range): (likely, isUnique) = (range, true)
      case .notUnique(let range): (likely, isUnique) = (range, false)
      }
      return .object([
        "value": .object([
          "dates": .number(dates.candidates.count), "rank": .number(dates.rank),
          "isAmongLikely": .bool(isUnique),
          "likelyDays": days(part.day(likely.lowerBound)...part.day(likely.upperBound)),
          "likeliestDay": day(part.day(dates.likeliest.time)),
          "clearestDay": day(part.day(dates.strongest.time)),
          "z": number(dates.proposed.z), "clearestZ": number(dates.strongest.z),
        ])
      ])
    }
  }

  private func name(of caution: InterventionAnalysis.Caution) -> String {
    switch caution {
    case .includesZero: "includesZero"
    case .notUniquelyDated: "notUniquelyDated"
    case .undated: "undated"
    case .concurrent: "concurrent"
    case .onlyForecast: "onlyForecast"
    case .onlyWholeSeries: "onlyWholeSeries"
    case .notConverged: "notConverged"
    }
  }
}
