/// One person's course: what was answered, what a model makes of it, and what lies around it.
///
/// Points are the raw answers, the line is the smoothed level, the bands its intervals; after
/// ``now`` the same is drawn dashed as a forecast. Everything but the heading and the axes may be
/// absent. Nothing is computed here: what is drawn is what is given.
///
/// ## Topics
/// ### The course
/// - ``readings``
/// - ``estimates``
/// - ``now``
/// ### Around it
/// - ``phases``
/// - ``doses``
/// - ``severity``
/// - ``changePoints``
/// - ``missingDays``
/// ### Drawing
/// - ``figure``
public struct TrajectoryChart: Sendable {
  /// Name, title, caption and summary.
  public let heading: Heading
  /// The horizontal axis.
  public let days: DayAxis
  /// The vertical axis.
  public let values: ValueAxis
  /// Raw answers, in any order.
  public var readings: [Reading] = []
  /// Smoothed path and forecast, in any order.
  public var estimates: [Estimate] = []
  /// The day after which estimates are a forecast; `nil` when there is none.
  public var now: Double?
  /// What the narrower interval is, for the legend, such as `50 % interval`.
  public var innerLabel = "50 % interval"
  /// What the wider interval is.
  public var outerLabel = "95 % interval"
  /// Named stretches of time behind the data.
  public var phases: [Phase] = []
  /// Doses, one lane for each.
  public var doses: [DoseSeries] = []
  /// Named ranges of the values.
  public var severity: [SeverityBand] = []
  /// Days on which the level changed.
  public var changePoints: [ChangePoint] = []
  /// Days without an entry.
  public var missingDays: [Double] = []
  /// The chart's own words.
  public var words = ChartWords()

  /// Creates a chart without data.
  ///
  /// - Parameters:
  ///   - heading: name, title, caption and summary.
  ///   - days: the horizontal axis.
  ///   - values: the vertical axis.
  public init(heading: Heading, days: DayAxis, values: ValueAxis) {
    self.heading = heading
    self.days = days
    self.values = values
  }

  /// The chart, ready for a page.
  public var figure: Figure { Figure(heading: heading) { drawing } }

  private var drawing: Drawing {
    let course = TrajectoryCourse(self)
    guard !course.isEmpty else {
      return .empty(heading, headings: tableHeadings, words: words)
    }
    var plot = Plot(heading: heading, days: days, values: values)
    plot.span = course.span
    plot.severity = severity.filter { $0.low.isDrawable && $0.high.isDrawable }
    plot.phases = phases.compactMap { $0.clipped(to: days) }.sorted { $0.start < $1.start }
    plot.now = now
    plot.words = words
    plot.strips = strips
    plot.surroundings = surroundings
    plot.data = course.draw
    let notes = course.leftOut > 0 ? ["\(words.notDrawn): \(course.leftOut)."] : []
    return plot.figure(legend: legend(of: course), table: table, notes: notes)
  }

  private var strips: [Strip] {
    let missing = missingDays.filter { $0 >= days.start - 1 && $0 <= days.end }
    return (missing.isEmpty ? [] : [.missing(missing, label: "\(words.missing): \(missing.count)")])
      + doses.filter { !$0.steps.isEmpty }.map { .doses($0) }
  }
}
