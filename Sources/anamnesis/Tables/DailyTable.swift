import Inference

/// Rows of a table averaged over days.
struct DailyTable {
  /// The mean outcome by day.
  let means: [Int: Double]
  /// The predictors' means by day.
  let predictors: [PatternPredictor]
  /// One of the day's times as the file writes it.
  private let moments: [Int: Moment]

  /// Averages rows.
  ///
  /// - Parameters:
  ///   - rows: rows with one regressor per name.
  ///   - names: the names of the regressors.
  ///   - nights: those that are over before the outcome of their day.
  init(_ rows: [TableRow], names: [String], nights: [String]) {
    let days = Dictionary(grouping: rows) { Int($0.moment.order.clamped.rounded(.down)) }
    means = days.compactMapValues { mean($0.map(\.value)) }
    moments = days.compactMapValues { $0.first?.moment }
    predictors = names.enumerated().map { index, name in
      PatternPredictor(
        name: name, values: days.compactMapValues { mean($0.map { $0.regressors[index] }) },
        firstLag: nights.contains(name) ? 0 : 1)
    }
  }

  /// The outcome as a series of days. Weekdays count as seven kinds of days whatever their names.
  func outcome() throws -> TrajectorySeries {
    try TrajectorySeries(
      means.map { .init(time: Double($0.key), value: $0.value) }, weekdayOfDayZero: 0)
  }

  /// A day as the file writes it.
  func moment(_ day: Double) -> Moment { moments[Int(day)] ?? .number(day) }
}

extension Double {
  /// Within the days that a series accepts, so that it is the series that refuses what lies beyond.
  fileprivate var clamped: Double { min(max(self, -1e8), 1e8) }
}

private func mean(_ values: [Double?]) -> Double? {
  let known = values.compactMap(\.self)
  return known.isEmpty ? nil : known.reduce(0, +) / Double(known.count)
}
