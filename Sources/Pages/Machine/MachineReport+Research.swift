import Care
import Inference
import JSON
import PatientRecord
import Time

/// The panels for research alone.
extension MachineReport {
  func memoryLink(_ part: MemoryLinkPart) -> JSONValue {
    .object([
      "kind": .string("memoryLink"), "item": .string(part.item.rawValue),
      "task": .string(part.task), "figure": .string(part.figure),
      "result": finding(part.result, link), "basis": basis(part.basis),
    ])
  }

  private func link(_ link: Mediation) -> JSONValue {
    let paths = link.paths
    var object = JSONObject()
    object["reading"] = .string(link.reading.rawValue)
    object["cautions"] = .array(link.cautions.map { .string($0.rawValue) })
    object["lagDays"] = .number(link.lag)
    object["pairs"] = .number(link.count)
    object["possiblePairs"] = .number(link.possibleCount)
    object["indirect"] = posterior(link.indirect)
    object["standardisedIndirect"] = posterior(link.standardisedIndirect)
    object["longRunIndirect"] = posterior(link.longRunIndirect)
    object["explosiveShare"] = number(link.explosiveShare)
    object["causeToMediator"] = posterior(paths.causeToMediator)
    object["mediatorToOutcome"] = posterior(paths.mediatorToOutcome)
    object["direct"] = posterior(paths.direct)
    object["mediatorPersistence"] = posterior(paths.mediatorPersistence)
    object["outcomePersistence"] = posterior(paths.outcomePersistence)
    object["practice"] = posterior(paths.practice)
    object["reversePath"] = posterior(link.reverse?.path)
    object["reverseIndirect"] = posterior(link.reverse?.indirect)
    object["errorCorrelation"] = number(link.errorCorrelation)
    object["nullingCorrelation"] = number(link.sensitivity.nullingCorrelation)
    object["intervalCorrelation"] = number(link.sensitivity.intervalCorrelation)
    object["detectablePath"] = number(link.detectablePath)
    return .object(object)
  }

  private func posterior(_ estimate: Mediation.Estimate?) -> JSONValue {
    guard let estimate else { return .null }
    return .object([
      "mean": number(estimate.mean), "standardDeviation": number(estimate.standardDeviation),
      "central80": range(estimate.central80), "central95": range(estimate.central95),
      "probabilityAboveZero": number(estimate.probabilityAboveZero),
    ])
  }

  func earlyWarning(_ part: EarlyWarningPart) -> JSONValue {
    .object([
      "kind": .string("earlyWarning"),
      "items": .array(part.items.map { .string($0.rawValue) }),
      "warning": .string(wording.warningIntroduction),
      "result": finding(part.result) { panel($0, part) }, "basis": basis(part.basis),
    ])
  }

  private func panel(_ panel: EarlyWarning, _ part: EarlyWarningPart) -> JSONValue {
    .object([
      "windowDays": .number(panel.window), "simulatedSeries": .number(panel.series),
      "windowEnds": .array(panel.ends.map { day(part.origin.advanced(by: $0)) }),
      "publishedSensitivity": range(EarlyWarning.publishedSensitivity),
      "items": .array(panel.items.map(item)),
      "connectivity": panel.connectivity.map(trend) ?? .null,
      "joint": .object([
        "trends": .number(panel.joint.count), "share": number(panel.joint.share),
        "verdict": .string(panel.joint.verdict.rawValue),
      ]),
    ])
  }

  private func item(_ item: EarlyWarning.Item) -> JSONValue {
    .object([
      "item": .string(item.name), "answers": .number(item.count),
      "beepCorrelation": number(item.beepCorrelation),
      "nightCorrelation": number(item.nightCorrelation), "meanTrendTau": number(item.meanTrend),
      "edgeShare": number(item.edgeShare), "trends": .array(item.trends.map(trend)),
    ])
  }

  private func trend(_ trend: EarlyWarning.Trend) -> JSONValue {
    .object([
      "statistic": .string(trend.statistic.rawValue),
      "curve": .array(trend.curve.map { number($0) }), "tau": number(trend.tau),
      "chance95": range(trend.chance), "share": number(trend.share),
      "jointShare": number(trend.jointShare), "usualTestShare": number(trend.usualTestShare),
      "verdict": .string(trend.verdict.rawValue),
    ])
  }
}
