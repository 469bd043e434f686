import Inference
import JSON
import Statistics

extension EffectResult {
  var json: JSONValue {
    let effect = analysis.effect
    return .object([
      "outcome": .string(outcome),
      "shape": .string(shape),
      "rampDays": rampDays,
      "at": .array(effect.intervention.times.map { moment($0).json }),
      "observations": .number(effect.series.readings.count),
      "before": .number(effect.series.readings.count { $0.time < effect.intervention.start }),
      "method": .string(method.rawValue),
      "effect": json(effect.law),
      "probabilityOfSign": number(effect.probabilityOfSign),
      "logLikelihood": number(effect.logLikelihood),
      "logLikelihoodConvention": .string(TrajectoryResult.convention),
      "variances": variances,
      "timeConstants": .array(effect.timeConstants.map(json)),
      "wholeSeries": json(analysis.wholeSeries),
      "forecast": refusable(analysis.forecast, json),
      "placebo": refusable(analysis.placebo, json),
      "concurrent": .array(analysis.concurrent.map(json)),
      "window": number(window),
      "cautions": .array(
        analysis.cautions.map { caution in
          .object([
            "kind": .string(kind(caution)), "words": .string(words(caution)),
            "cure": cure(caution).map(JSONValue.string) ?? .null,
          ])
        }),
      "converged": .bool(effect.isConverged),
    ])
  }

  private func number(_ value: Double) -> JSONValue { .number(value) ?? .null }

  private var shape: String {
    switch analysis.effect.intervention.shape {
    case .step: "step"
    case .ramp: "ramp"
    case .decay: "decay"
    }
  }

  private var rampDays: JSONValue {
    guard case .ramp(let days) = analysis.effect.intervention.shape else { return .null }
    return number(days)
  }

  private var variances: JSONValue {
    let values = analysis.effect.hyperparameters
    var object = JSONObject()
    object["noise"] = number(values.noiseVariance)
    object["levelPerDay"] = number(values.levelVariance)
    if analysis.effect.model.hasAffect {
      object["affect"] = number(values.affectVariance)
      object["affectTimeConstantDays"] = number(values.affectTimeConstant)
    }
    return .object(object)
  }

  private func json(_ law: NormalMixture) -> JSONValue {
    let interval = law.interval(0.95)
    return .object([
      "estimate": number(law.mean),
      "standardError": number(law.standardDeviation),
      "lower95": number(interval.lowerBound),
      "upper95": number(interval.upperBound),
    ])
  }

  private func json(_ constant: InterventionEffect.TimeConstant) -> JSONValue {
    .object([
      "days": number(constant.days), "weight": number(constant.weight),
      "effect": json(constant.law),
    ])
  }

  private func json(_ path: Counterfactual) -> JSONValue {
    .object([
      "mean": json(path.mean),
      "total": json(path.total),
      "readings": .array(
        path.readings.map { reading in
          .object([
            "time": moment(reading.time).json,
            "observed": number(reading.observed),
            "expected": number(reading.expected),
            "standardDeviation": number(reading.standardDeviation),
            "effect": number(reading.effect),
          ])
        }),
    ])
  }

  private func json(_ dates: PlaceboDates) -> JSONValue {
    var object = JSONObject()
    object["count"] = .number(dates.candidates.count)
    object["rank"] = .number(dates.rank)
    object["logLikelihoodWithout"] = number(dates.logLikelihoodWithout)
    object["comparableLogLikelihoodWithout"] = number(dates.comparableLogLikelihoodWithout)
    object["likeliest"] = moment(dates.likeliest.time).json
    object["largestZ"] = moment(dates.strongest.time).json
    object["likely"] = .array(dates.likelyTimes.map { moment($0).json })
    if case .within = dates.dating {
      object["isUniquelyDated"] = .bool(true)
    } else {
      object["isUniquelyDated"] = .bool(false)
    }
    object["dates"] = .array(
      dates.candidates.map { date in
        .object([
          "time": moment(date.time).json,
          "estimate": number(date.estimate),
          "standardError": number(date.standardError),
          "z": number(date.z),
          "logLikelihood": number(date.logLikelihood),
          "comparableLogLikelihood": number(date.comparableLogLikelihood),
        ])
      })
    return .object(object)
  }

  private func json(_ event: ConcurrentEvent) -> JSONValue {
    .object(["name": .string(event.name), "time": moment(event.time).json])
  }

  private func refusable<Value>(
    _ result: Result<Value, InferenceError>, _ json: (Value) -> JSONValue
  ) -> JSONValue {
    switch result {
    case .success(let value): json(value)
    case .failure(let error): .object(["refused": .string("\(error)")])
    }
  }

  private func kind(_ caution: InterventionAnalysis.Caution) -> String {
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
