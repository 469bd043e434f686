/// An instrument's totals over time, with its bands, its remission line and one item's raw answers.
///
/// ## Topics
/// ### What is drawn
/// - ``scores``
/// - ``severity``
/// - ``remission``
/// - ``item``
/// ### Drawing
/// - ``figure``
public struct ScoreChart: Sendable {
  /// A value with a name, drawn as a horizontal line.
  public struct Threshold: Hashable, Sendable {
    /// Where the line lies, in the axis's unit.
    public let value: Double
    /// What it means.
    public let label: String

    /// Creates a threshold.
    ///
    /// - Parameters:
    ///   - value: where the line lies.
    ///   - label: what it means.
    public init(_ value: Double, label: String) {
      self.value = value
      self.label = label
    }
  }

  /// Name, title, caption and summary.
  public let heading: Heading
  /// The horizontal axis.
  public let days: DayAxis
  /// The vertical axis, with the instrument's range.
  public let values: ValueAxis
  /// The totals, in any order.
  public var scores: [Score] = []
  /// The instrument's bands.
  public var severity: [SeverityBand] = []
  /// The line of remission.
  public var remission: Threshold?
  /// The raw answers to one item, in a lane of their own.
  public var item: ItemAnswers?
  /// Named stretches of time behind the data.
  public var phases: [Phase] = []
  /// The chart's own words.
  public var words = ChartWords()

  /// Creates a chart without data.
  ///
  /// - Parameters:
  ///   - heading: name, title, caption and summary.
  ///   - days: the horizontal axis.
  ///   - values: the vertical axis, with the instrument's range.
  public init(heading: Heading, days: DayAxis, values: ValueAxis) {
    self.heading = heading
    self.days = days
    self.values = values
  }

  /// The chart, ready for a page.
  public var figure: Figure { Figure(heading: heading) { drawing } }

  private var drawing: Drawing {
    let shown = drawable
    let hasMarks = item?.marks.contains { days.start <= $0.day && $0.day <= days.end } == true
    guard !shown.isEmpty || hasMarks else {
      return .empty(heading, headings: tableHeadings, words: words)
    }
    var plot = Plot(heading: heading, days: days, values: values)
    plot.span = span
    plot.severity = severity.filter { $0.low.isDrawable && $0.high.isDrawable }
    plot.phases = phases.compactMap { $0.clipped(to: days) }.sorted { $0.start < $1.start }
    plot.words = words
    plot.surroundings = Surroundings(days: days, words: words).table(phases: phases)
    plot.strips = hasMarks ? item.map { [.answers($0, words: words)] } ?? [] : []
    plot.data = { draw(shown, on: &$0, $1) }
    let leftOut = scores.count - shown.count
    let notes = leftOut > 0 ? ["\(words.notDrawn): \(leftOut)."] : []
    return plot.figure(legend: legend(of: shown), table: table, notes: notes)
  }

  private var span: (low: Double, high: Double) {
    values.span(of: scores.map(\.total) + [0] + (remission.map { [$0.value] } ?? []))
  }

  private var drawable: [Score] {
    let scale = Scale(from: span.low, to: span.high, onto: 0, 1)
    return scores.filter {
      $0.day >= days.start && $0.day <= days.end && $0.total.isDrawable && scale.contains($0.total)
    }.sorted { $0.day < $1.day }
  }

  private func draw(_ scores: [Score], on canvas: inout Canvas, _ frame: Frame) {
    if let remission, remission.value.isDrawable {
      let y = frame.value(remission.value)
      canvas.line("c-remission", x: frame.left, y: y, to: frame.right, y)
    }
    let points = scores.map { frame.point($0.day, $0.total) }
    canvas.path("c-thread", Path.line(points))
    guard scores.count <= ReadingDots.limit else {
      canvas.path("c-totals", Path.dots(points))
      return canvas.path(
        "c-holes", Path.dots(zip(scores, points).filter(\.0.isProrated).map(\.1)))
    }
    for (score, point) in zip(scores, points) {
      canvas.circle(
        score.isProrated ? "c-ring" : "c-full", x: point.x, y: point.y, radius: 4,
        tooltip: "\(days.name(score.day)): \(values.text(score.total))")
    }
  }
}
