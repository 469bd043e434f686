extension TrajectoryChart {
  var tableHeadings: [String] {
    [words.day, words.observed, words.estimate, innerLabel, outerLabel]
  }

  /// One row for each day on which something was answered or estimated.
  var table: DataTable {
    var readings: [Double: [Double]] = [:]
    for reading in self.readings where reading.day.isFinite {
      readings[reading.day, default: []].append(reading.value)
    }
    let estimates = Dictionary(
      self.estimates.filter { $0.day.isFinite }.map { ($0.day, $0) }, uniquingKeysWith: { $1 })
    let days = Set(readings.keys).union(estimates.keys).sorted()
    return DataTable(
      caption: heading.title, headings: tableHeadings,
      rows: days.map { row($0, readings: readings[$0] ?? [], estimate: estimates[$0]) })
  }

  var surroundings: DataTable? {
    Surroundings(days: days, words: words)
      .table(phases: phases, doses: doses, changePoints: changePoints, missing: missingDays)
  }

  private func row(_ day: Double, readings: [Double], estimate: Estimate?) -> [String] {
    let isForecast = estimate != nil && now.map { day > $0 } == true
    return [
      days.name(day), readings.map { values.text($0) }.joined(separator: ", "),
      estimate.map { values.text($0.middle) + (isForecast ? " (\(words.forecast))" : "") } ?? "",
      text(estimate?.inner), text(estimate?.outer),
    ]
  }

  private func text(_ interval: Estimate.Interval?) -> String {
    interval.map { "\(values.text($0.low)) \(words.to) \(values.text($0.high))" } ?? ""
  }

  func legend(of course: TrajectoryCourse) -> [LegendEntry] {
    let estimates = course.past + course.ahead
    var entries: [LegendEntry] = []
    if !course.readings.isEmpty { entries.append(LegendEntry(sign: .dot, text: words.observed)) }
    if !course.past.isEmpty { entries.append(LegendEntry(sign: .line, text: words.estimate)) }
    if course.ahead.contains(where: { $0.day > now ?? .infinity }) {
      entries.append(LegendEntry(sign: .forecast, text: words.forecast))
    }
    if estimates.contains(where: { $0.inner != nil }) {
      entries.append(LegendEntry(sign: .innerBand, text: innerLabel))
    }
    if estimates.contains(where: { $0.outer != nil }) {
      entries.append(LegendEntry(sign: .outerBand, text: outerLabel))
    }
    return entries + course.changePoints.map { LegendEntry(sign: .change, text: $0.label) }
  }
}
