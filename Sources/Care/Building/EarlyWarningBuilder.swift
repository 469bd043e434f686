import Inference
import PatientRecord
import Time

/// Lays the answers of the items looked at closely out for the research panel.
struct EarlyWarningBuilder {
  let review: ReviewBuilder
  let series: [CheckInSeries]

  func part() -> EarlyWarningPart? {
    guard let origin = series.compactMap({ $0.points.first?.day }).min() else { return nil }
    return EarlyWarningPart(
      items: series.map(\.item), origin: origin,
      result: Finding("a panel of early-warning trends") {
        try EarlyWarning(
          BeepSeries(beeps(origin), names: series.map(\.item.rawValue)),
          options: EarlyWarning.Options())
      },
      basis: Basis(
        series.flatMap { $0.points.map(\.day) },
        method: "Kendall's tau of autocorrelation and variance in windows of 30 days, against "
          + "simulated series in which nothing changes."))
  }

  /// One row per moment; items of one check-in share it.
  private func beeps(_ origin: Day) -> [BeepSeries.Beep] {
    var rows: [Instant: (day: Int, values: [Double?])] = [:]
    for (column, item) in series.enumerated() {
      for point in item.points {
        let empty = (
          day: point.day.days(since: origin), values: [Double?](repeating: nil, count: series.count)
        )
        rows[point.instant, default: empty].values[column] = point.value
      }
    }
    return rows.sorted { $0.key < $1.key }.map {
      BeepSeries.Beep(day: $0.value.day, values: $0.value.values)
    }
  }
}
