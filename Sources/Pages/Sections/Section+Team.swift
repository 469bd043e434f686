import Care
import Charts
import Inference
import Knowledge
import PatientRecord
import Time

extension Section {
  init(_ part: ChangePointsPart, id: String, in material: Material) {
    let wording = material.wording
    self.init(
      id: id, title: material.name(of: part), summary: wording.changesSummary(part),
      wording: wording)
    figure = Section.figure(of: part, id: id, in: material)
    sureness = wording.changesSureness(part)
    used = wording.used(part.basis, noun: "value", isDaily: false)
  }

  /// Change points of scores are drawn here; those of ratings stand in the figure of the rating.
  private static func figure(
    of part: ChangePointsPart, id: String, in material: Material
  ) -> Figure? {
    guard let scores = material.scores.first(where: { $0.instrument.abbreviation == part.name }),
      part.result.value?.changes.isEmpty == false, let axis = TimeAxis(scores.scores.map(\.day))
    else { return nil }
    var chart = TrajectoryChart(
      heading: Heading(
        id: id, title: part.name,
        summary: material.wording.picture(scores)),
      days: axis.axis,
      values: ValueAxis(
        title: "\(part.name) total",
        direction: material.wording.direction(
          scores.instrument.direction == .higherIsBetter ? .higherIsBetter : .higherIsWorse)))
    chart.readings = scores.scores.compactMap { score in
      score.total.map { Reading(axis.position(score.day), $0) }
    }
    chart.changePoints = axis.changePoints(part)
    chart.words = material.wording.chartWords
    if let timeline = material.timeline {
      chart.phases = axis.phases(timeline)
      chart.doses = axis.doses(timeline, until: material.today)
    }
    return chart.figure
  }

  init(_ part: MonitoringPart, id: String, in material: Material) {
    let wording = material.wording
    self.init(
      id: id, title: ItemText.name(part.item), summary: wording.monitoringSummary(part),
      wording: wording)
    figure = part.result.value.flatMap { Section.figure(of: $0, part, id: id, in: material) }
    sureness = wording.monitoringSureness(part)
    used = wording.used(part.basis, noun: "day with an answer", plural: "days with an answer")
  }

  /// Both statistics as shares of their own limits, so that one line at 1 serves both.
  private static func figure(
    of result: MonitoringPart.Result, _ part: MonitoringPart, id: String, in material: Material
  ) -> Figure? {
    let runs = [("Slow drift (EWMA)", result.ewma), ("Lasting shift (CUSUM)", result.cusum)]
    let days = runs.flatMap { $0.1.points.map(\.day) }
    guard let last = days.max(),
      let axis = TimeAxis([result.baseline.lowerBound, result.baseline.upperBound, last])
    else { return nil }
    var chart = Charts.ControlChart(
      heading: Heading(
        id: id, title: ItemText.name(part.item),
        caption: part.scale.direction == .higherIsBetter
          ? "Watched towards lower ratings" : "Watched towards higher ratings",
        summary: material.wording.picture(of: runs.map { ($0.0, $0.1) })),
      days: axis.axis,
      values: ValueAxis(title: "Statistic, as a share of its limit", places: 2))
    chart.lines = runs.map { name, run in
      .init(
        name, run.points.map { Reading(axis.position($0.day), share($0.statistic, of: $0.limit)) })
    }
    chart.limits = [.init("Limit", at: 1, from: 0, to: axis.position(axis.last))]
    chart.baseline = Phase(
      from: axis.position(result.baseline.lowerBound),
      to: axis.position(result.baseline.upperBound),
      label: "Stable period")
    chart.crossing = crossing(runs.map(\.1), axis)
    chart.words = material.wording.chartWords
    return chart.figure
  }

  private static func crossing(_ runs: [MonitoringPart.ChartRun], _ axis: TimeAxis) -> Reading? {
    let first = runs.filter { $0.firstAlarm != nil }
      .min { ($0.firstAlarm ?? Day.range.upperBound) < ($1.firstAlarm ?? Day.range.upperBound) }
    guard let first, let day = first.firstAlarm,
      let point = first.points.first(where: { $0.day == day })
    else { return nil }
    return Reading(axis.position(day), share(point.statistic, of: point.limit))
  }

  private static func share(_ statistic: Double, of limit: Double) -> Double {
    limit > 0 ? statistic / limit : .nan
  }

  init(_ part: TimelinePart, id: String, in material: Material) {
    let wording = material.wording
    self.init(id: id, summary: wording.timelineSummary(part), wording: wording)
    let days =
      (part.phases + part.courses).flatMap { [$0.first, $0.last ?? material.today] }
      + part.doses.flatMap { $0.steps.map(\.day) } + [material.today]
    guard let axis = TimeAxis(days) else { return }
    var chart = TimelineChart(
      heading: Heading(
        id: id, title: wording.title(of: .timeline), summary: wording.picture(part)),
      days: axis.axis)
    chart.lanes = [
      .init("Phases", part.phases.map { axis.item($0) }),
      .init("Courses of treatment", part.courses.map { axis.item($0) }),
    ]
    chart.doses = axis.doses(part, until: material.today)
    chart.now = axis.position(material.today)
    figure = chart.figure
    sureness = wording.timelineSureness
  }

  init(_ part: ForecastCheckPart, id: String, in material: Material) {
    let missing = part.scores.compactMap(\.missing?.reason)
    let found = part.scores.compactMap(\.value)
    self.init(
      id: id, title: ItemText.name(part.item),
      summary: found.map(material.wording.check) + missing, wording: material.wording)
    guard !found.isEmpty else { return }
    table = DataTable(
      caption: ItemText.name(part.item), headings: material.wording.checkHeadings,
      rows: found.map(material.wording.checkRow))
  }
}

extension TimeAxis {
  func item(_ stretch: TimelinePart.Stretch) -> TimelineChart.Item {
    .init(from: position(stretch.first), to: end(stretch.last), label: stretch.name)
  }
}
