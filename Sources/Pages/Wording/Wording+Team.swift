import Care
import Charts
import Inference
import Time

extension Wording {
  // MARK: Change points

  func changesSummary(_ part: ChangePointsPart) -> [String] {
    switch part.result {
    case .notYet(let reason): [missing(reason)]
    case .found(let result) where result.changes.isEmpty:
      ["No change of level that the data could date."]
    case .found(let result): result.changes.map(sentence)
    }
  }

  private func sentence(_ change: ChangePointsPart.Change) -> String {
    "Between \(DateText.day(change.lastBefore)) and \(DateText.day(change.firstAfter)) the mean "
      + "\(change.after >= change.before ? "rose" : "fell") from "
      + "\(NumberText.fixed(change.before, places: 2)) to "
      + "\(NumberText.fixed(change.after, places: 2)). "
      + "With 95 % probability, if there is a change here, it lies in \(DateText.range(change.plausible))."
  }

  func changesSureness(_ part: ChangePointsPart) -> [String] {
    guard let result = part.result.value else { return [] }
    let bic = result.bic.map { NumberText.fixed($0, places: 1) }.joined(separator: ", ")
    let values = isResearcher && !bic.isEmpty ? [" BIC for 0, 1, 2, … changes: \(bic)."] : []
    let supremum = result.supremumF.flatMap { value in
      isResearcher ? " Largest F of one change: \(NumberText.fixed(value, places: 1))." : nil
    }
    return [
      "Neighbouring values resemble each other more than the method assumes, so it tends to find "
        + "too many changes rather than too few." + values.joined() + (supremum ?? "")
    ]
  }

  func changesGlance(_ part: ChangePointsPart, _ name: String) -> String? {
    guard let change = part.result.value?.changes.last else { return nil }
    return "\(name): \(sentence(change))"
  }

  // MARK: Monitoring

  func monitoringSummary(_ part: MonitoringPart) -> [String] {
    guard let result = part.result.value else {
      return part.result.missing.map { [missing($0)] } ?? []
    }
    let stable =
      "Stable period: \(DateText.range(result.baseline)), "
      + "\(CountText.of(result.baselineCount, "answered day"))."
    return [verdict(result), stable] + contaminated(result)
  }

  private func verdict(_ result: MonitoringPart.Result) -> String {
    let alarms = alarms(result)
    guard !alarms.isEmpty else {
      return "Neither chart has left its limit since the stable period."
    }
    let words = alarms.map { alarm in
      "\(alarm.name) beyond its limit first on \(DateText.day(alarm.first)), "
        + (alarm.isNow ? "and beyond it now" : "within it now")
    }
    let isNow = alarms.contains(where: \.isNow)
    return (isNow ? "Worth a check-in: " : "Within the limits now, but not always: ")
      + words.joined(separator: "; ") + "."
  }

  private func alarms(
    _ result: MonitoringPart.Result
  ) -> [(name: String, first: Day, isNow: Bool)] {
    [("slow drift (EWMA)", result.ewma), ("lasting shift (CUSUM)", result.cusum)]
      .compactMap { name, run in run.firstAlarm.map { (name, $0, run.isBeyondNow) } }
  }

  private func contaminated(_ result: MonitoringPart.Result) -> [String] {
    guard result.doseChangesInBaseline > 0 else { return [] }
    return [
      "\(CountText.of(result.doseChangesInBaseline, "dose change")) fell into the stable period, "
        + "which makes it less stable than it should be."
    ]
  }

  /// What the picture shows: the last value of each statistic.
  func picture(of runs: [(name: String, run: MonitoringPart.ChartRun)]) -> String {
    let ends = runs.compactMap { name, run in
      run.points.last.flatMap { point in
        point.limit > 0
          ? "\(name) \(NumberText.fixed(point.statistic / point.limit, places: 2))" : nil
      }
    }
    return "At the end, as a share of the limit: \(CountText.list(ends))."
  }

  func monitoringSureness(_ part: MonitoringPart) -> [String] {
    guard let budget = part.result.value?.budget else { return [] }
    let alarms = NumberText.short(budget.alarms)
    return [
      "Each chart is set to raise \(alarms) false \(alarms == "1" ? "alarm" : "alarms") in "
        + "\(CountText.of(budget.days, "day")) if nothing changes, on average over people: many see "
        + "fewer, a few see several more. No flag does not mean that all is well."
    ]
  }

  /// What is beyond a limit now one by one, then what was earlier and what never was, together.
  func monitoringGlances(_ parts: [MonitoringPart]) -> [String] {
    let found = parts.compactMap { part in part.result.value.map { (ItemText.name(part.item), $0) }
    }
    let now = found.filter { alarms($0.1).contains(where: \.isNow) }
    let earlier = found.filter { !alarms($0.1).isEmpty && !alarms($0.1).contains(where: \.isNow) }
    let never = found.filter { alarms($0.1).isEmpty }
    let together = [
      (earlier, "beyond a limit earlier, within it now"),
      (never, "within the limits since the stable period"),
    ].filter { !$0.0.isEmpty }.map { "\(CountText.list($0.0.map(\.0))) \($0.1)" }
    return now.map { "\($0.0): \(verdict($0.1))" }
      + (together.isEmpty ? [] : ["Monitoring: \(together.joined(separator: "; "))."])
  }

  // MARK: Timeline

  func timelineSummary(_ part: TimelinePart) -> [String] {
    let counts = [
      (part.phases.count, "phase", "phases"),
      (part.courses.count, "course of treatment", "courses of treatment"),
      (part.doses.count, "medicine with doses", "medicines with doses"),
      (part.sessions, "session", "sessions"),
    ].filter { $0.0 > 0 }.map { CountText.of($0.0, $0.1, $0.2) }
    let current = part.doses.compactMap { dose in
      dose.steps.last.map {
        "\(dose.substance) \(NumberText.short($0.perDay)) \(dose.unit) a day since "
          + DateText.day($0.day)
      }
    }
    return ["Recorded: \(CountText.list(counts))."]
      + (current.isEmpty ? [] : ["Last recorded: \(CountText.list(current))."])
  }

  /// What the picture shows: each stretch with its days.
  func picture(_ part: TimelinePart) -> String {
    let stretches = (part.phases + part.courses).map { stretch in
      "\(stretch.name) from \(DateText.day(stretch.first))"
        + (stretch.last.map { " to \(DateText.day($0))" } ?? " on")
    }
    let doses = part.doses.map { "doses of \($0.substance)" }
    return "Shown: \(CountText.list(stretches + doses))."
  }

  var timelineSureness: [String] {
    ["As recorded. A dose that was changed and not recorded does not show."]
  }
}
