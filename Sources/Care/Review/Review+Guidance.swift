public import Knowledge
public import PatientRecord
public import Time

extension Review {
  /// Computes what knowledge makes of a chart at a day, without the analyses of its course: what
  /// rules and staging say.
  ///
  /// - Parameters:
  ///   - chart: the chart; what happened after `today` is left out.
  ///   - today: the day.
  ///   - knowledge: instruments, medicines, rules and methods of staging.
  ///   - settings: what a reader may choose.
  /// - Returns: the same parts as in a whole review; all of them are for the care team.
  public static func guidance(
    of chart: Chart, on today: Day, using knowledge: Knowledge,
    settings: ReviewSettings = ReviewSettings()
  ) -> [ReviewPart] {
    let builder = ReviewBuilder(
      chart: chart, today: today, knowledge: knowledge, settings: settings)
    return builder.guidanceParts(scores: builder.allScores())
  }
}
