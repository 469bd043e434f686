import Care
import Charts
import Inference

extension Wording {
  func overviewSummary(_ part: OverviewPart) -> [String] {
    let count = CountText.of(part.rows.count, "thing")
    return isPatient
      ? [
        "You rated \(count). “Average” is the middle of your days. “Usual swing” is how far a "
          + "typical day lies from it."
      ]
      : ["\(CountText.of(part.rows.count, "item")): mean and SD of daily means, M (SD)."]
  }

  var overviewHeadings: [String] {
    isPatient
      ? [
        "What you rated", "Scale", "Days", "Average", "Usual swing", "First 4 weeks",
        "Last 4 weeks",
      ]
      : ["Item", "Scale", "Days", "Mean (SD)", "First 4 weeks", "Last 4 weeks"]
  }

  func overviewRow(_ row: OverviewPart.Row) -> [String] {
    let places = ScaleText(scale: row.scale).places
    let scale = ScaleText(scale: row.scale).ends
    let number = { (value: Double) in
      NumberText.fixed(value, places: isPatient ? places : places + 1)
    }
    let mean = { (summary: SeriesSummary) in summary.count > 0 ? number(summary.mean) : "–" }
    let swing = { (summary: SeriesSummary) in
      summary.count > 1 ? number(summary.standardDeviation) : "–"
    }
    let both = { (summary: SeriesSummary) in
      summary.count > 0 ? "\(mean(summary)) (\(swing(summary)))" : "–"
    }
    let start = [ItemText.name(row.item), scale, CountText.grouped(row.all.count)]
    return isPatient
      ? start + [mean(row.all), swing(row.all), mean(row.first), mean(row.last)]
      : start + [both(row.all), both(row.first), both(row.last)]
  }

  var overviewSureness: [String] {
    isPatient
      ? ["Small differences between first and last weeks often mean nothing."]
      : [
        "First and last four weeks overlap in a record of less than eight weeks. A difference here "
          + "is described, not tested."
      ]
  }
}
