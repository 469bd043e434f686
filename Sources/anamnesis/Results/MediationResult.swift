import Inference
import JSON

/// What `anamnesis mediation` prints.
struct MediationResult: AnalysisResult {
  let names: MediationSeries.Names
  let options: Mediation.Options
  let mediation: Mediation

  var json: JSONValue {
    let paths = mediation.paths
    var object = JSONObject()
    object["cause"] = .string(names.cause)
    object["mediator"] = .string(names.mediator)
    object["outcome"] = .string(names.outcome)
    object["lagDays"] = .number(mediation.lag)
    object["pairs"] = .number(mediation.count)
    object["possiblePairs"] = .number(mediation.possibleCount)
    object["reading"] = .string(mediation.reading.rawValue)
    object["cautions"] = .array(mediation.cautions.map { .string($0.rawValue) })
    object["mediatorRegressors"] = .array(mediation.mediatorRegressors.map { .string($0) })
    object["outcomeRegressors"] = .array(mediation.outcomeRegressors.map { .string($0) })
    object["paths"] = .object([
      "causeToMediator": json(paths.causeToMediator),
      "mediatorToOutcome": json(paths.mediatorToOutcome),
      "direct": json(paths.direct),
      "mediatorPersistence": json(paths.mediatorPersistence),
      "outcomePersistence": json(paths.outcomePersistence),
      "practice": paths.practice.map(json) ?? .null,
    ])
    object["indirect"] = json(mediation.indirect)
    object["standardisedIndirect"] = json(mediation.standardisedIndirect)
    object["longRunIndirect"] = mediation.longRunIndirect.map(json) ?? .null
    object["explosiveShare"] = .number(mediation.explosiveShare) ?? .null
    object["reverse"] =
      mediation.reverse.map {
        .object(["outcomeToMediator": json($0.path), "indirect": json($0.indirect)])
      } ?? .null
    object["errorCorrelation"] = .number(mediation.errorCorrelation) ?? .null
    object["sensitivity"] = .object([
      "nullingCorrelation": number(mediation.sensitivity.nullingCorrelation),
      "intervalCorrelation": number(mediation.sensitivity.intervalCorrelation),
    ])
    object["detectablePath"] = .number(mediation.detectablePath) ?? .null
    object["seed"] = .string("\(options.seed)")
    return .object(object)
  }

  private func number(_ value: Double?) -> JSONValue { value.flatMap { .number($0) } ?? .null }

  private func json(_ estimate: Mediation.Estimate) -> JSONValue {
    .object([
      "mean": number(estimate.mean),
      "standardDeviation": number(estimate.standardDeviation),
      "from80": number(estimate.central80.lowerBound),
      "to80": number(estimate.central80.upperBound),
      "from95": number(estimate.central95.lowerBound),
      "to95": number(estimate.central95.upperBound),
      "probabilityAboveZero": number(estimate.probabilityAboveZero),
    ])
  }

  var lines: [String] {
    [readingLine, countLine] + cautionLines + [""] + pathLines + ["", settledLine] + reverseLines
      + sensitivityLines
      + [
        "Unless the cause was assigned by lot, what moves it may move the rest as well."
      ]
  }

  private var readingLine: String {
    let way = "\(names.cause) -> \(names.mediator) -> \(names.outcome)"
    switch mediation.reading {
    case .notShown:
      return "\(way): no indirect effect shown, its 95 % interval holds 0"
    case .consistentWithMediation:
      return "\(way): the days of this person are consistent with mediation"
    case .bothWays:
      return "\(way): consistent with mediation, but \(names.outcome) also leads back to "
        + "\(names.mediator)"
    }
  }

  private var countLine: String {
    "\(mediation.count) complete pairs of days of \(mediation.possibleCount), "
      + "\(counted(mediation.lag, "day")) apart; a path of "
      + "\(mediation.detectablePath.digits(2)) standard deviations would be found in 4 of 5 such "
      + "series"
  }

  private var cautionLines: [String] {
    guard !mediation.cautions.isEmpty else { return [] }
    return ["beware: " + mediation.cautions.map(\.rawValue).joined(separator: "; ")]
  }

  private var pathLines: [String] {
    let paths = mediation.paths
    var table = TextTable("path", "estimate", "95 % interval", "P(above 0)")
    func add(_ name: String, _ estimate: Mediation.Estimate?) {
      guard let estimate else { return }
      let interval =
        "\(estimate.central95.lowerBound.short) to \(estimate.central95.upperBound.short)"
      table.add(
        name, estimate.mean.short, interval, estimate.probabilityAboveZero.digits(3))
    }
    add("\(names.cause) -> \(names.mediator), a", paths.causeToMediator)
    add("\(names.mediator) -> \(names.outcome), b", paths.mediatorToOutcome)
    add("\(names.cause) -> \(names.outcome) past it", paths.direct)
    add("\(names.mediator) keeps of itself", paths.mediatorPersistence)
    add("\(names.outcome) keeps of itself", paths.outcomePersistence)
    add("practice, per log attempt", paths.practice)
    add("indirect, a b", mediation.indirect)
    add("indirect, standardised", mediation.standardisedIndirect)
    add("indirect, long run", mediation.longRunIndirect)
    add("back: \(names.outcome) -> \(names.mediator)", mediation.reverse?.path)
    add("back: indirect", mediation.reverse?.indirect)
    return table.lines
  }

  private var settledLine: String {
    let share = (100 * mediation.explosiveShare).digits(1)
    return mediation.longRunIndirect == nil
      ? "No long run is told: \(share) % of the draws never settle."
      : "\(share) % of the draws never settle; the long run leaves them out."
  }

  private var reverseLines: [String] {
    guard let reverse = mediation.reverse else { return [] }
    let shown = reverse.path.isShown ? "is shown" : "is not shown"
    return ["The way back, from \(names.outcome) to the later \(names.mediator), \(shown)."]
  }

  private var sensitivityLines: [String] {
    guard mediation.indirect.isShown else { return [] }
    func line(_ correlation: Double?, _ done: String, _ undone: String) -> String {
      guard let correlation else { return "No hidden influence on both could \(undone)." }
      return "A hidden influence on \(names.mediator) and the later \(names.outcome) that "
        + "correlates their errors by \(correlation.digits(2)) would \(done)."
    }
    return [
      line(
        mediation.sensitivity.intervalCorrelation, "bring 0 into the interval",
        "bring 0 into the interval"),
      line(
        mediation.sensitivity.nullingCorrelation, "leave nothing of the effect",
        "leave nothing of the effect"),
    ]
  }
}
