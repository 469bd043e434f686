import Care
import Charts
import Inference

/// The panel of early-warning trends, for research: never an alarm.
extension Wording {
  var warningIntroduction: String {
    let published = EarlyWarning.publishedSensitivity
    let share = { (value: Double) in NumberText.fixed(value * 100, places: 0) }
    return "This is no alarm and must not drive a decision. In published daily-life studies such "
      + "trends came before \(share(published.lowerBound)) to \(share(published.upperBound)) % of "
      + "transitions (Schreuder 2022; Smit 2025), so that most came without. Trends are held against "
      + "simulated series in which nothing changes, because windows overlap and the usual test finds "
      + "trends in most of those."
  }

  func warningSummary(_ part: EarlyWarningPart) -> [String] {
    guard let panel = part.result.value else {
      return part.result.missing.map { [missing($0)] } ?? []
    }
    return [
      "The \(CountText.of(panel.joint.count, "trend")) together: \(panel.joint.verdict.rawValue) "
        + "(\(ShareText.about(panel.joint.share)) of simulated series are as unusual).",
      "\(CountText.of(panel.ends.count, "window")) of \(CountText.of(panel.window, "day")), "
        + "\(CountText.grouped(panel.series)) simulated series.",
    ]
  }

  var warningHeadings: [String] {
    [
      "Trend", "First to last window", "Kendall's tau", "95 % of chance", "As much by chance",
      "Jointly", "Usual test alarms", "Verdict",
    ]
  }

  func warningRows(_ part: EarlyWarningPart) -> [[String]] {
    guard let panel = part.result.value else { return [] }
    let items = panel.items.flatMap { item in
      item.trends.map { row("\(ItemText.words(item.name)): \($0.statistic.rawValue)", $0) }
    }
    return items + [panel.connectivity.map { row("Connectivity", $0) }].compactMap(\.self)
  }

  private func row(_ name: String, _ trend: EarlyWarning.Trend) -> [String] {
    let number = { (value: Double) in NumberText.fixed(value, places: 2) }
    return [
      name, "\(number(trend.first)) to \(number(trend.last))", number(trend.tau),
      "\(number(trend.chance.lowerBound)) to \(number(trend.chance.upperBound))",
      NumberText.fixed(trend.share, places: 3), NumberText.fixed(trend.jointShare, places: 3),
      number(trend.usualTestShare), trend.verdict.rawValue,
    ]
  }

  func warningSureness(_ part: EarlyWarningPart) -> [String] {
    guard let panel = part.result.value else { return [] }
    let number = { (value: Double) in NumberText.fixed(value, places: 2) }
    return panel.items.map { item in
      "\(ItemText.words(item.name)): \(CountText.of(item.count, "answer")), trend of the mean "
        + "\(number(item.meanTrend)), share at the edge \(number(item.edgeShare)); where both are "
        + "high, variance may only follow the mean."
    }
  }
}
