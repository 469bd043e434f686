import Care
import Charts
import Inference

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

  func changesGlance(_ part: ChangePointsPart) -> String? {
    guard let change = part.result.value?.changes.last else { return nil }
    return "\(ItemText.words(part.name)): \(sentence(change))"
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
    let runs = [("slow drift (EWMA)", result.ewma), ("lasting shift (CUSUM)", result.cusum)]
    let alarms = runs.compactMap { name, run in run.firstAlarm.map { (name, $0, run.isBeyondNow) } }
    guard !alarms.isEmpty else {
      return "Neither chart has left its limit since the stable period."
    }
    let words = alarms.map { name, day, isBeyond in
      "\(name) first on \(DateText.day(day))\(isBeyond ? ", and now" : ", not now")"
    }
    return "Worth a check-in: beyond the limit for \(CountText.list(words))."
  }

  private func contaminated(_ result: MonitoringPart.Result) -> [String] {
    guard result.doseChangesInBaseline > 0 else { return [] }
    return [
      "\(CountText.of(result.doseChangesInBaseline, "dose change")) fell into the stable period, "
        + "which makes it less stable than it should be."
    ]
  }

  func monitoringSureness(_ part: MonitoringPart) -> [String] {
    guard let budget = part.result.value?.budget else { return [] }
    let alarms = NumberText.short(budget.alarms)
    return [
      "Each chart is set to raise \(alarms) false \(alarms == "1" ? "alarm" : "alarms") in "
        + "\(CountText.of(budget.days, "day")) if nothing changes. No flag does not mean that all is "
        + "well."
    ]
  }

  func monitoringGlance(_ part: MonitoringPart) -> String? {
    guard let result = part.result.value else { return nil }
    return "\(ItemText.name(part.item)): \(verdict(result))"
  }

  // MARK: Timeline

  func timelineSummary(_ part: TimelinePart) -> [String] {
    let counts = [
      CountText.of(part.phases.count, "phase"),
      CountText.of(part.courses.count, "course of treatment", "courses of treatment"),
      CountText.of(part.doses.count, "medicine with doses", "medicines with doses"),
      CountText.of(part.sessions, "session"),
    ]
    let current = part.doses.compactMap { dose in
      dose.steps.last.map {
        "\(dose.substance) \(NumberText.short($0.perDay)) \(dose.unit) a day since "
          + DateText.day($0.day)
      }
    }
    return ["Recorded: \(CountText.list(counts))."]
      + (current.isEmpty ? [] : ["Last recorded: \(CountText.list(current))."])
  }

  var timelineSureness: [String] {
    ["As recorded. A dose that was changed and not recorded does not show."]
  }
}
