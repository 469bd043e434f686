import Care
import Inference
import JSON
import Knowledge
import PatientRecord

/// The parts for the care team and for research.
extension MachineReport {
  func status(_ part: StatusPart) -> JSONValue {
    .object([
      "kind": .string("status"), "instrument": .string(part.instrument.id.rawValue),
      "baselineDay": day(part.baselineDay), "latestDay": day(part.latestDay),
      "response": text(part.response?.rawValue), "responded": verdict(part.responded),
      "partlyResponded": verdict(part.partlyResponded), "remitted": verdict(part.remitted),
      "remittedByItems": items(part),
      "worsened": verdict(part.worsened), "relapsed": verdict(part.relapsed),
      "plateaued": verdict(part.plateaued), "basis": basis(part.basis),
    ])
  }

  /// What the single answers say of remission; null for an instrument without item parameters.
  private func items(_ part: StatusPart) -> JSONValue {
    guard let found = part.remittedByItems else { return .null }
    return .object([
      "probability": finding(found) { number($0) }, "disagrees": .bool(part.itemsDisagree),
    ])
  }

  private func verdict(_ verdict: StatusPart.Verdict?) -> JSONValue {
    guard let verdict else { return .null }
    return .object([
      "rule": bool(verdict.rule), "probability": finding(verdict.probability) { number($0) },
      "disagrees": .bool(verdict.disagrees), "definition": .string(verdict.definition),
    ])
  }

  func changePoints(_ part: ChangePointsPart) -> JSONValue {
    .object([
      "kind": .string("changePoints"), "name": .string(part.name),
      "result": finding(part.result) { result in
        .object([
          "changes": .array(result.changes.map(change)),
          "bic": .array(result.bic.map { number($0) }), "supremumF": number(result.supremumF),
        ])
      }, "basis": basis(part.basis),
    ])
  }

  private func change(_ change: ChangePointsPart.Change) -> JSONValue {
    .object([
      "lastDayBefore": day(change.lastBefore), "firstDayAfter": day(change.firstAfter),
      "plausible95Days": days(change.plausible), "meanBefore": number(change.before),
      "meanAfter": number(change.after),
    ])
  }

  func monitoring(_ part: MonitoringPart) -> JSONValue {
    .object([
      "kind": .string("monitoring"), "item": .string(part.item.rawValue),
      "scale": scale(part.scale),
      "result": finding(part.result, watch), "basis": basis(part.basis),
    ])
  }

  private func watch(_ result: MonitoringPart.Result) -> JSONValue {
    .object([
      "baseline": days(result.baseline), "baselineCount": .number(result.baselineCount),
      "falseAlarms": number(result.budget.alarms), "falseAlarmDays": .number(result.budget.days),
      "doseChangesInBaseline": .number(result.doseChangesInBaseline),
      "ewma": run(result.ewma), "cusum": run(result.cusum),
    ])
  }

  private func run(_ run: MonitoringPart.ChartRun) -> JSONValue {
    .object([
      "side": .string(run.chart.side.rawValue), "firstAlarm": day(run.firstAlarm),
      "isBeyondNow": .bool(run.isBeyondNow),
      "points": .array(
        run.points.map { point in
          .object([
            "day": day(point.day), "statistic": number(point.statistic),
            "limit": number(point.limit),
          ])
        }),
    ])
  }

  func timeline(_ part: TimelinePart) -> JSONValue {
    .object([
      "kind": .string("timeline"), "phases": .array(part.phases.map(stretch)),
      "courses": .array(part.courses.map(stretch)), "doses": .array(part.doses.map(dose)),
      "sessions": .number(part.sessions),
    ])
  }

  private func stretch(_ stretch: TimelinePart.Stretch) -> JSONValue {
    .object([
      "name": .string(stretch.name), "first": day(stretch.first), "last": day(stretch.last),
    ])
  }

  private func dose(_ dose: TimelinePart.Dose) -> JSONValue {
    .object([
      "substance": .string(dose.substance), "unit": .string(dose.unit),
      "steps": .array(
        dose.steps.map { .object(["day": day($0.day), "dosePerDay": number($0.perDay)]) }),
    ])
  }

  func forecastCheck(_ part: ForecastCheckPart) -> JSONValue {
    .object([
      "kind": .string("forecastCheck"), "item": .string(part.item.rawValue),
      "scores": .array(part.scores.map { finding($0, forecast) }),
    ])
  }

  private func forecast(_ scores: ForecastScores) -> JSONValue {
    .object([
      "horizonDays": .number(scores.horizon), "count": .number(scores.count),
      "logDensity": number(scores.logDensity),
      "rankedProbabilityScore": number(scores.rankedProbabilityScore),
      "coverage50": number(scores.coverage[safe: 0]),
      "coverage80": number(scores.coverage[safe: 1]),
      "coverage95": number(scores.coverage[safe: 2]),
      "gain": number(scores.gain), "gainStandardError": number(scores.gainError),
    ])
  }
}

extension Array {
  fileprivate subscript(safe index: Int) -> Element? {
    indices.contains(index) ? self[index] : nil
  }
}
