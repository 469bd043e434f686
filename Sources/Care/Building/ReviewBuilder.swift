import Inference
import Knowledge
import PatientRecord
import Time

/// Computes the parts of a review from a chart.
struct ReviewBuilder {
  let chart: Chart
  let today: Day
  let knowledge: Knowledge
  let settings: ReviewSettings

  func parts() -> [ReviewPart] {
    // Without a total there is nothing to draw, and a level of risk is not for everybody.
    let allScores = allScores()
    let scores = allScores.filter(\.instrument.givesTotal)
    let focus = focusSeries().map { SeriesBuilder(self, series: $0) }
    let fits = focus.map { $0.fit() }
    let trajectories = zip(focus, fits).map { $0.trajectoryPart($1) }
    var parts: [ReviewPart] = []
    if let safety = safetyPart() { parts.append(.safety(safety)) }
    if isForTeam, let signals = signalsPart() { parts.append(.signals(signals)) }
    if let plan = safetyPlanPart() { parts.append(.safetyPlan(plan)) }
    parts.append(.record(recordPart()))
    if isForTeam { parts += guidanceParts(scores: allScores) }
    for score in scores {
      parts.append(.scores(score))
      if isForTeam, let status = StatusBuilder(self, scores: score).part() {
        parts.append(.status(status))
      }
    }
    parts += trajectories.map(ReviewPart.trajectory)
    if let main = zip(focus, fits).first(where: { !$0.0.isSparse }) {
      parts += linkParts(main.0.series, fit: main.1)
    }
    if isForTeam { parts += teamParts(focus: focus, scores: scores) }
    if let overview = overviewPart() { parts.append(.overview(overview)) }
    if settings.audiences.contains(.researcher) {
      parts += focus.compactMap { $0.forecastCheckPart() }.map(ReviewPart.forecastCheck)
    }
    if let due = DuePart(self) { parts.append(.due(due)) }
    parts.append(.gaps(GapsBuilder(self, trajectories: trajectories, scores: scores).part()))
    return parts.filter { !$0.audiences.isDisjoint(with: settings.audiences) }
  }

  /// What rules and staging make of the chart.
  func guidanceParts(scores: [ScoresPart]) -> [ReviewPart] {
    GuidanceBuilder(self, scores: scores).parts()
  }

  /// The scores of every instrument of the chart.
  func allScores() -> [ScoresPart] {
    chart.scores.keys.sorted().compactMap { knowledge.instruments[$0] }
      .compactMap { ScoresBuilder(self, instrument: $0).part() }
  }

  /// Whether anybody but the person reads; what only the team may see costs most to compute.
  var isForTeam: Bool { settings.audiences != [.patient] }

  /// What hangs together with the first daily item. Only one is asked about: with every further item
  /// chance would find more.
  private func linkParts(_ series: CheckInSeries, fit: Finding<Trajectory>) -> [ReviewPart] {
    var parts: [ReviewPart] = []
    if let patterns = PatternsBuilder(self, series: series).part(given: fit) {
      parts.append(.patterns(patterns))
    }
    if isForTeam, let effects = EffectsBuilder(self, series: series).part(given: fit) {
      parts.append(.effects(effects))
    }
    guard settings.audiences.contains(.researcher) else { return parts }
    if let link = MemoryLinkBuilder(review: self, series: series).part() {
      parts.append(.memoryLink(link))
    }
    if settings.hasEarlyWarning,
      let panel = EarlyWarningBuilder(review: self, series: [series]).part()
    {
      parts.append(.earlyWarning(panel))
    }
    return parts
  }

  private func teamParts(focus: [SeriesBuilder], scores: [ScoresPart]) -> [ReviewPart] {
    let monitors = focus.compactMap { $0.monitoringPart() }
    let changes =
      focus.compactMap { $0.changePointsPart() } + scores.compactMap { scoreChanges($0) }
    let timeline = timelinePart()
    return monitors.map(ReviewPart.monitoring) + changes.map(ReviewPart.changePoints)
      + (timeline.map { [.timeline($0)] } ?? [])
  }

  /// The day of every practice with a good memory.
  var retrievalDays: [Day] {
    chart.entries.compactMap { entry -> Day? in
      guard case .retrieval = entry.fact else { return nil }
      return entry.occurred.zone.day(at: entry.occurred.start)
    }
  }

  /// The items in the order in which the first check-in that has them asks them.
  func orderedSeries() -> [CheckInSeries] {
    var order: [CheckInItemID: Int] = [:]
    for entry in chart.entries {
      guard case .checkIn(let checkIn) = entry.fact else { continue }
      for rating in checkIn.ratings where order[rating.item] == nil {
        order[rating.item] = order.count
      }
    }
    return chart.checkIns.sorted { (order[$0.item] ?? .max) < (order[$1.item] ?? .max) }
  }

  /// The items asked for, or the first of those that have a better and a worse end: daily ones, then
  /// sparse ones such as a weekly rating.
  private func focusSeries() -> [CheckInSeries] {
    let ordered = orderedSeries()
    guard settings.focus.isEmpty else {
      return settings.focus.compactMap { item in ordered.first { $0.item == item } }
    }
    let directed = ordered.filter { $0.scale.direction != .neutral }
    let daily = directed.filter { !SeriesBuilder(self, series: $0).isSparse }
    let sparse = directed.filter { SeriesBuilder(self, series: $0).isSparse }
    return Array(daily.prefix(settings.focusCount)) + Array(sparse.prefix(settings.focusCount))
  }

  private func recordPart() -> RecordPart {
    var kinds: [String: Int] = [:]
    for entry in chart.entries { kinds[entry.fact.kind.rawValue, default: 0] += 1 }
    return RecordPart(
      entries: chart.entries.count, withdrawn: chart.history.count, days: chart.days,
      kinds: kinds.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { ($0.key, $0.value) })
  }

  private func overviewPart() -> OverviewPart? {
    let rows = orderedSeries().map { series -> OverviewPart.Row in
      let means = series.dailyMeans
      let first = means.first?.day.advanced(by: 27) ?? today
      let last = means.last?.day.advanced(by: -27) ?? today
      return OverviewPart.Row(
        item: series.item, scale: series.scale, all: SeriesSummary(means.map(\.mean)),
        first: SeriesSummary(means.filter { $0.day <= first }.map(\.mean)),
        last: SeriesSummary(means.filter { $0.day >= last }.map(\.mean)),
        basis: Basis(means.map(\.day), method: "Mean and standard deviation of daily means."))
    }
    return rows.isEmpty ? nil : OverviewPart(rows: rows)
  }

  private func timelinePart() -> TimelinePart? {
    func stretches(_ courses: [DatedCourse]) -> [TimelinePart.Stretch] {
      courses.map { dated in
        let last: Day? = if case .on(let day) = dated.lastDay { day } else { nil }
        return TimelinePart.Stretch(
          name: dated.course.name.text, first: dated.firstDay, last: last)
      }
    }
    let doses = chart.doses.flatMap { timeline in
      let units = Dictionary(grouping: timeline.steps, by: \.content.dosePerDay.unit.rawValue)
      return units.sorted { $0.key < $1.key }.map { unit, steps in
        TimelinePart.Dose(
          substance: timeline.substance.text, unit: unit,
          steps: steps.map { TimelinePart.Step(day: $0.day, perDay: $0.content.dosePerDay.value) })
      }
    }
    let part = TimelinePart(
      phases: stretches(chart.phases), courses: stretches(chart.courses), doses: doses,
      sessions: chart.sessions.count)
    let isEmpty =
      part.phases.isEmpty && part.courses.isEmpty && part.doses.isEmpty && part.sessions == 0
    return isEmpty ? nil : part
  }

  private func scoreChanges(_ part: ScoresPart) -> ChangePointsPart? {
    let scores = part.scores.compactMap { score in score.total.map { (score.day, $0) } }
    guard scores.count >= 2 else { return nil }
    return ChangePointsPart(
      name: part.instrument.abbreviation, days: scores.map(\.0), values: scores.map(\.1),
      unit: "score")
  }
}
