/// What of a trajectory can be drawn, and how.
struct TrajectoryCourse {
  let readings: [Reading]
  let past: [Estimate]
  let ahead: [Estimate]
  let changePoints: [ChangePoint]
  let span: (low: Double, high: Double)
  let leftOut: Int

  init(_ chart: TrajectoryChart) {
    let axis = chart.days
    let shown = { (day: Double) in day >= axis.start && day <= axis.end }
    let estimates = chart.estimates.filter { shown($0.day) }.sorted { $0.day < $1.day }
    let usable = chart.readings.filter { shown($0.day) && $0.value.isDrawable }
    span = chart.values.span(
      of: usable.map(\.value) + estimates.flatMap(Self.extent) + chart.severity.map(\.low))
    let scale = Scale(from: span.low, to: span.high, onto: 0, 1)
    readings = usable.filter { scale.contains($0.value) }.sorted { $0.day < $1.day }
    leftOut = chart.readings.count - readings.count
    let now = chart.now ?? .infinity
    past = estimates.filter { $0.day <= now }
    let later = estimates.filter { $0.day > now }
    // The forecast begins where the past ends, so that no gap opens between them.
    ahead = later.isEmpty ? [] : (past.last.map { [$0] } ?? []) + later
    changePoints = chart.changePoints.filter { shown($0.day) && $0.interval.isDrawable }
  }

  var isEmpty: Bool {
    readings.isEmpty && !(past + ahead).contains { $0.middle.isDrawable }
  }

  func draw(on canvas: inout Canvas, _ frame: Frame) {
    drawBands(of: past, ("c-outer", "c-inner"), on: &canvas, frame)
    drawBands(of: ahead, ("c-outer c-ahead", "c-inner c-ahead"), on: &canvas, frame)
    ReadingDots.draw(readings.map { frame.point($0.day, $0.value) }, on: &canvas)
    drawLine(through: past, "c-line", on: &canvas, frame)
    drawLine(through: ahead, "c-line c-ahead", on: &canvas, frame)
    for change in changePoints { draw(change, on: &canvas, frame) }
  }

  private func drawLine(
    through estimates: [Estimate], _ style: StaticString, on canvas: inout Canvas, _ frame: Frame
  ) {
    for run in estimates.split(whereSeparator: { !$0.middle.isDrawable }) {
      canvas.path(style, Path.line(run.map { frame.point($0.day, $0.middle) }))
    }
  }

  private func drawBands(
    of estimates: [Estimate], _ styles: (outer: StaticString, inner: StaticString),
    on canvas: inout Canvas, _ frame: Frame
  ) {
    drawBand(of: estimates, \.outer, styles.outer, on: &canvas, frame)
    drawBand(of: estimates, \.inner, styles.inner, on: &canvas, frame)
  }

  private func drawBand(
    of estimates: [Estimate], _ interval: (Estimate) -> Estimate.Interval?, _ style: StaticString,
    on canvas: inout Canvas, _ frame: Frame
  ) {
    for run in estimates.split(whereSeparator: { interval($0)?.isDrawable != true }) {
      let pairs = run.compactMap { item in interval(item).map { (item.day, $0) } }
      canvas.path(
        style,
        Path.area(
          upper: pairs.map { frame.point($0.0, $0.1.high) },
          lower: pairs.map { frame.point($0.0, $0.1.low) }))
    }
  }

  private func draw(_ change: ChangePoint, on canvas: inout Canvas, _ frame: Frame) {
    let x = frame.day(change.day)
    let y = frame.bottom - 12
    let left = frame.day(change.interval.low)
    let right = frame.day(change.interval.high)
    canvas.line("c-change c-thin", x: x, y: frame.top, to: x, frame.bottom)
    canvas.line("c-change", x: left, y: y, to: right, y)
    for end in [left, right] { canvas.line("c-change", x: end, y: y - 4, to: end, y + 4) }
    canvas.path("c-diamond", Shape.diamond(x: x, y: y, radius: 5))
  }

  private static func extent(of estimate: Estimate) -> [Double] {
    let outer = estimate.outer ?? estimate.inner
    return [estimate.middle, outer?.low ?? estimate.middle, outer?.high ?? estimate.middle]
  }
}
