import Care
import Charts
import Knowledge
import Time
import Windows

extension Section {
  /// One section a window, so that no picture shows two layers.
  static func windows(
    of part: WindowsPart, id: String, in material: Material
  ) -> [Section] {
    part.effect.enumerated().map { section($1, of: part, id: "\(id)-effect-\($0 + 1)", material) }
      + part.biomarker.enumerated().map {
        section($1, of: part, id: "\(id)-biomarker-\($0 + 1)", material)
      }
      + part.rodent.enumerated().map {
        section($1, of: part, id: "\(id)-rodent-\($0 + 1)", material)
      }
  }

  private static func section<Layer: LayerKind>(
    _ window: Window<Layer>, of part: WindowsPart, id: String, _ material: Material
  ) -> Section {
    let wording = material.wording
    var section = Section(
      id: id, title: wording.windowTitle(window), summary: wording.windowSummary(window, part.zone),
      wording: wording)
    section.figure = figure(window, id: id, part.zone, wording)
    section.table = DataTable(
      caption: wording.windowContributions, headings: wording.windowHeadings,
      rows: wording.windowRows(window, part.zone))
    section.sureness = [window.statement] + wording.windowSureness(window)
    section.used = wording.windowSources(window) + wording.windowLeftOut(part)
    return section
  }

  private static func figure<Layer: LayerKind>(
    _ window: Window<Layer>, id: String, _ zone: Zone, _ wording: Wording
  ) -> Figure? {
    guard let first = window.points.first, let last = window.points.last else { return nil }
    let axis = WindowAxis(from: first.instant, to: last.instant, now: window.moment, zone: zone)
    var chart = TrajectoryChart(
      heading: Heading(
        id: id, title: wording.windowTitle(window), caption: window.statement,
        summary: wording.windowPicture(window)),
      days: axis.axis,
      values: ValueAxis(title: "Percent of the published peak", range: 0...100, places: 0))
    chart.estimates = window.points.map { point in
      Estimate(
        axis.position(point.instant), point.middle,
        inner: .init(point.inner.low, point.inner.high),
        outer: .init(point.outer.low, point.outer.high))
    }
    chart.now = axis.position(window.moment)
    chart.innerLabel = "Half of the parameter sets"
    chart.outerLabel = "95 % of the parameter sets"
    chart.words = wording.windowChartWords
    return chart.figure
  }
}

/// Places instants on an axis of days or, where little time is shown, of hours from the moment.
struct WindowAxis {
  let first: Instant
  let last: Instant
  let now: Instant
  let zone: Zone

  init(from first: Instant, to last: Instant, now: Instant, zone: Zone) {
    self.first = first
    self.last = last
    self.now = now
    self.zone = zone
  }

  /// Days from the moment, which is at 0.
  func position(_ instant: Instant) -> Double { instant.days(since: now) }

  var axis: DayAxis {
    let (first, last) = (position(first), position(last))
    let margin = max((last - first) / 60, 1e-4)
    guard last - first > 3 else {
      return DayAxis(
        start: first - margin, end: last + margin, ticks: hours,
        name: { WindowAxis.hours($0 * 24) })
    }
    let (now, zone) = (now, zone)
    return DayAxis(
      start: first - margin, end: last + margin, ticks: days,
      name: { DateText.day(zone.day(at: now.advanced(byDays: $0))) })
  }

  private var hours: [DayAxis.Tick] {
    let (low, high) = (position(first) * 24, position(last) * 24)
    let step = [0.25, 0.5, 1, 2, 3, 6, 12, 24].first { (high - low) / $0 <= 7 } ?? 24
    let ends = ((low / step).rounded(.up), (high / step).rounded(.down))
    guard ends.0 <= ends.1 else { return [] }
    return stride(from: ends.0, through: ends.1, by: 1).map { count in
      DayAxis.Tick(count * step / 24, WindowAxis.hours(count * step))
    }
  }

  private static func hours(_ hours: Double) -> String {
    hours.magnitude < 1e-3
      ? "0 h" : "\(hours > 0 ? "+" : "−")\(NumberText.short(hours.magnitude)) h"
  }

  /// About six days of the calendar, each at its noon.
  private var days: [DayAxis.Tick] {
    let (start, end) = (zone.day(at: first), zone.day(at: last))
    let span = end.days(since: start)
    let step = [1, 2, 7, 14, 28, 56, 84, 168, 364].first { span / $0 <= 6 } ?? max(span / 6, 1)
    return stride(from: 0, through: span, by: step).map { offset in
      let day = start.advanced(by: offset)
      let noon = Instant(milliseconds: Int64(day.number) * 86_400_000 + 43_200_000)
      let text = span > 300 ? DateText.day(day) : DateText.dayAndMonth(day)
      return DayAxis.Tick(position(noon), text)
    }
  }
}
