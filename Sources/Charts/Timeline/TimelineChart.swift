/// What happened when: lanes of stretches and single events.
public struct TimelineChart: Sendable {
  /// Something that lasts, or happens once.
  public struct Item: Hashable, Sendable {
    /// The first day, in days since the axis's origin.
    public let start: Double
    /// The last day; infinity for what is still going on, the first day for a single event.
    public let end: Double
    /// What it is.
    public let label: String

    /// Creates an item; ends in the wrong order are exchanged.
    ///
    /// - Parameters:
    ///   - start: first day, in days since the axis's origin.
    ///   - end: last day; infinity for what is still going on, `nil` for a single event.
    ///   - label: what it is.
    public init(from start: Double, to end: Double? = nil, label: String = "") {
      let end = end ?? start
      self.start = start > end ? end : start
      self.end = start > end ? start : end
      self.label = label
    }
  }

  /// Items that belong together.
  public struct Lane: Hashable, Sendable {
    /// What the items are.
    public let label: String
    /// The items, by their first day.
    public let items: [Item]

    /// Creates a lane.
    ///
    /// - Parameters:
    ///   - label: what the items are.
    ///   - items: the items, in any order.
    public init(_ label: String, _ items: [Item]) {
      self.label = label
      self.items = items.filter { !$0.start.isNaN && !$0.end.isNaN }
        .sorted { $0.start < $1.start }
    }
  }

  /// Name, title, caption and summary.
  public let heading: Heading
  /// The horizontal axis.
  public let days: DayAxis
  /// The lanes, from top to bottom.
  public var lanes: [Lane] = []
  /// Doses, in lanes below.
  public var doses: [DoseSeries] = []
  /// A day to mark as the present.
  public var now: Double?
  /// The chart's own words.
  public var words = ChartWords()

  /// Creates a chart without data.
  ///
  /// - Parameters:
  ///   - heading: name, title, caption and summary.
  ///   - days: the horizontal axis.
  public init(heading: Heading, days: DayAxis) {
    self.heading = heading
    self.days = days
  }

  /// The chart, ready for a page.
  public var figure: Figure { Figure(heading: heading) { drawing } }

  private var drawing: Drawing {
    let strips =
      lanes.filter { !$0.items.isEmpty }.map { Strip.items($0, now: now) }
      + doses.filter { !$0.steps.isEmpty }.map { Strip.doses($0) }
    guard !strips.isEmpty else { return .empty(heading, headings: tableHeadings, words: words) }
    var plot = Plot(heading: heading, days: days, values: nil)
    plot.now = now
    plot.words = words
    plot.strips = strips
    return plot.figure(legend: [], table: table)
  }

  private var tableHeadings: [String] { [words.lane, words.event, words.day] }

  private var table: DataTable {
    let events = lanes.flatMap { lane in
      lane.items.map { [lane.label, $0.label, days(of: $0)] }
    }
    let steps = doses.flatMap { series in
      series.steps.map { [series.label, NumberText.short($0.dose), days.name($0.day)] }
    }
    return DataTable(caption: heading.title, headings: tableHeadings, rows: events + steps)
  }

  private func days(of item: Item) -> String {
    let start = days.name(item.start)
    guard item.end > item.start else { return start }
    return "\(start) \(words.to) \(item.end.isFinite ? days.name(item.end) : words.now)"
  }
}
