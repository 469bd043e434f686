public import Knowledge
public import PatientRecord
public import Time

extension Review {
  /// Computes what knowledge makes of a chart at the end of a day, without the analyses of its
  /// course: what rules and staging say, what is due, and the windows.
  ///
  /// - Parameters:
  ///   - chart: the chart; what happened after `today` is left out.
  ///   - today: the day.
  ///   - knowledge: instruments, medicines, rules and methods of staging.
  ///   - settings: what a reader may choose.
  /// - Returns: the same parts as in a whole review.
  public static func guidance(
    of chart: Chart, on today: Day, using knowledge: Knowledge,
    settings: ReviewSettings = ReviewSettings()
  ) -> [ReviewPart] {
    let builder = ReviewBuilder(
      chart: chart, today: today, knowledge: knowledge, settings: settings)
    var parts = builder.guidanceParts(scores: builder.allScores())
    if let due = DuePart(builder) { parts.append(.due(due)) }
    let zone = chart.entries.last?.occurred.zone ?? .utc
    let moment = Instant(
      milliseconds: zone.start(of: today.advanced(by: 1)).milliseconds - 1)
    return parts + windows(of: chart, at: moment, using: knowledge, settings: settings)
  }
}
