/// A running statistic with its limits: the picture of a mean-shift alarm.
///
/// The chart draws what it is given and finds no alarm of its own: the first crossing comes from
/// whoever computed the statistic.
///
/// ## Topics
/// ### What is drawn
/// - ``lines``
/// - ``limits``
/// - ``baseline``
/// - ``crossing``
/// ### Drawing
/// - ``figure``
public struct ControlChart: Sendable {
  /// A named line through readings.
  public struct Line: Hashable, Sendable {
    /// What it is.
    public let label: String
    /// Its values, in any order.
    public let readings: [Reading]

    /// Creates a line.
    ///
    /// - Parameters:
    ///   - label: what it is.
    ///   - readings: its values, in any order.
    public init(_ label: String, _ readings: [Reading]) {
      self.label = label
      self.readings = readings
    }

    /// Creates a level line between two days.
    ///
    /// - Parameters:
    ///   - label: what it is.
    ///   - value: its height.
    ///   - start: first day.
    ///   - end: last day.
    public init(_ label: String, at value: Double, from start: Double, to end: Double) {
      self.init(label, [Reading(start, value), Reading(end, value)])
    }
  }

  /// Name, title, caption and summary.
  public let heading: Heading
  /// The horizontal axis.
  public let days: DayAxis
  /// The vertical axis, in the statistic's unit.
  public let values: ValueAxis
  /// The statistic; the second and later lines are dashed.
  public var lines: [Line] = []
  /// The limits.
  public var limits: [Line] = []
  /// The period from which the limits were set.
  public var baseline: Phase?
  /// The first reading beyond a limit.
  public var crossing: Reading?
  /// The chart's own words.
  public var words = ChartWords()

  /// Creates a chart without data.
  ///
  /// - Parameters:
  ///   - heading: name, title, caption and summary.
  ///   - days: the horizontal axis.
  ///   - values: the vertical axis, in the statistic's unit.
  public init(heading: Heading, days: DayAxis, values: ValueAxis) {
    self.heading = heading
    self.days = days
    self.values = values
  }

  /// The chart, ready for a page.
  public var figure: Figure { Figure(heading: heading) { drawing } }

  private var drawing: Drawing {
    let shown = lines.map(clipped)
    guard shown.contains(where: { $0.readings.contains { $0.value.isDrawable } }) else {
      return .empty(heading, headings: tableHeadings, words: words)
    }
    let limits = limits.map(held)
    var plot = Plot(heading: heading, days: days, values: values)
    plot.span = values.span(of: (shown + limits).flatMap { $0.readings.map(\.value) })
    plot.phases = [baseline?.clipped(to: days)].compactMap { $0 }
    plot.words = words
    plot.data = { draw(shown, limits, on: &$0, $1) }
    let leftOut =
      lines.reduce(0) { $0 + $1.readings.count }
      - shown.reduce(0) { $0 + $1.readings.count { $0.value.isDrawable } }
    let notes = leftOut > 0 ? ["\(words.notDrawn): \(leftOut)."] : []
    return plot.figure(legend: legend, table: table, notes: notes)
  }

  private func clipped(_ line: Line) -> Line {
    Line(
      line.label,
      line.readings.filter { $0.day >= days.start && $0.day <= days.end }
        .sorted { $0.day < $1.day })
  }

  /// A limit with its days held within the axis: a level line may reach beyond it.
  private func held(_ line: Line) -> Line {
    Line(
      line.label,
      line.readings.filter { !$0.day.isNaN && $0.value.isDrawable }
        .map { Reading(min(max($0.day, days.start), days.end), $0.value) }
        .sorted { $0.day < $1.day })
  }

  private func draw(
    _ lines: [Line], _ limits: [Line], on canvas: inout Canvas, _ frame: Frame
  ) {
    for limit in limits {
      canvas.path("c-limit", Path.line(limit.readings.map { frame.point($0.day, $0.value) }))
    }
    for (index, line) in lines.enumerated() {
      for run in line.readings.split(whereSeparator: { !$0.value.isDrawable }) {
        canvas.path(
          index == 0 ? "c-line" : "c-line c-second",
          Path.line(run.map { frame.point($0.day, $0.value) }))
      }
    }
    drawCrossing(on: &canvas, frame)
  }

  private func drawCrossing(on canvas: inout Canvas, _ frame: Frame) {
    guard let crossing, frame.day.contains(crossing.day), crossing.value.isDrawable else { return }
    let point = frame.point(crossing.day, crossing.value)
    let foot = max(point.y - 6, frame.top + 20)
    canvas.circle("c-alarm", x: point.x, y: point.y, radius: 4)
    canvas.path("c-flag", Shape.flag(x: point.x, y: foot, height: 18))
    let width = frame.size.font.width(of: words.checkIn)
    let isLeft = point.x + 16 + width > frame.right
    canvas.text(
      "c-phase c-halo", x: isLeft ? point.x - 6 : point.x + 16, y: foot - 9, words.checkIn,
      anchor: isLeft ? .end : .start)
  }
}
