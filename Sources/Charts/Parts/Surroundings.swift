/// Writes what is drawn around the data as a table: phases, doses, change points and gaps.
struct Surroundings {
  let days: DayAxis
  let words: ChartWords

  func table(
    phases: [Phase] = [], doses: [DoseSeries] = [], changePoints: [ChangePoint] = [],
    missing: [Double] = []
  ) -> DataTable? {
    let rows =
      phases.map { [$0.label, text($0.start), text($0.end)] } + doses.flatMap(rows)
      + changePoints.map { [$0.label, text($0.interval.low), text($0.interval.high)] }
      + Strip.runs(of: missing.filter(\.isDrawable)).map {
        [words.missing, text($0.start), text($0.end)]
      }
    guard !rows.isEmpty else { return nil }
    return DataTable(
      caption: words.surroundings, headings: [words.event, words.from, words.until], rows: rows)
  }

  private func rows(of series: DoseSeries) -> [[String]] {
    let ends = series.steps.dropFirst().map(\.day) + [series.end]
    return zip(series.steps, ends).map { step, end in
      ["\(series.label): \(NumberText.short(step.dose))", text(step.day), text(end)]
    }
  }

  private func text(_ day: Double) -> String { day.isDrawable ? days.name(day) : "" }
}
