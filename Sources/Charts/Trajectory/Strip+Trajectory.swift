extension Strip {
  /// Days without an entry, neighbours joined.
  static func missing(_ days: [Double], label: String) -> Strip {
    Strip(label: label, height: 9) { canvas, frame, top in
      var boxes: [(left: Double, right: Double)] = []
      for run in runs(of: days) {
        let left = frame.day(run.start)
        let right = max(frame.day(run.end + 1), left + 1.5)
        // Two marks that would touch become one.
        if let last = boxes.last, left < last.right + 0.3 {
          boxes[boxes.count - 1].right = right
        } else {
          boxes.append((left, right))
        }
      }
      let shapes = boxes.map { Shape.box(x: $0.left, y: top + 1, to: $0.right, top + 8) }
      canvas.path("c-missing", shapes.joined())
    }
  }

  static func runs(of days: [Double]) -> [(start: Double, end: Double)] {
    var runs: [(start: Double, end: Double)] = []
    for day in Set(days).sorted() {
      if let last = runs.last, day - last.end <= 1.01 {
        runs[runs.count - 1].end = day
      } else {
        runs.append((day, day))
      }
    }
    return runs
  }

  /// Doses as a stepped area, with each dose written where it begins.
  static func doses(_ series: DoseSeries) -> Strip {
    Strip(label: series.label, height: 50) { canvas, frame, top in
      let largest = max(0, series.steps.map(\.dose).max() ?? 0)
      let scale = Scale(from: 0, to: max(largest, 1e-6), onto: top + 48, top + 20)
      let points = shown(series, frame).map { Path.Point(x: frame.day($0.day), y: scale($0.dose)) }
      let end = frame.day(series.end.isFinite ? series.end : frame.day.high)
      guard let first = points.first, end >= first.x else { return }
      let outline = Path.steps(points, until: end)
      let floor = NumberText.coordinate(top + 48)
      canvas.path("c-dose", "\(outline)V\(floor)H\(NumberText.coordinate(first.x))Z")
      canvas.path("c-step", outline)
      label(shown(series, frame), points, on: &canvas, frame)
    }
  }

  /// The steps inside the frame, and the one that holds at its left edge.
  private static func shown(_ series: DoseSeries, _ frame: Frame) -> [DoseSeries.Step] {
    let inside = series.steps.filter { frame.day.contains($0.day) }
    guard let before = series.steps.last(where: { $0.day < frame.day.low }) else { return inside }
    return [DoseSeries.Step(frame.day.low, before.dose)] + inside
  }

  private static func label(
    _ steps: [DoseSeries.Step], _ points: [Path.Point], on canvas: inout Canvas, _ frame: Frame
  ) {
    var free = -Double.infinity
    for (step, point) in zip(steps, points) {
      let text = NumberText.short(step.dose)
      let width = frame.size.font.width(of: text)
      guard point.x >= free, point.x + width <= frame.size.width else { continue }
      free = point.x + width + 5
      canvas.text("c-label c-halo", x: point.x + 1, y: point.y - 4, text)
    }
  }
}
