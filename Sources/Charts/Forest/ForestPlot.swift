/// Effects of studies as boxes with intervals, and what they say together as a diamond.
///
/// The chart draws what it is given: pooled effects come from whoever computed them. An interval that
/// reaches beyond the axis ends in an arrow.
///
/// ## Topics
/// ### What is drawn
/// - ``groups``
/// - ``Group``
/// - ``Row``
/// - ``Pooled``
/// ### Drawing
/// - ``figure``
public struct ForestPlot: Sendable {
  /// A study, or a review of studies.
  public struct Row: Hashable, Sendable {
    /// What it is.
    public let label: String
    /// What else a reader must know, such as how many people; for the table.
    public let remark: String
    /// Its effect.
    public let estimate: Double
    /// The lower end of its interval.
    public let low: Double
    /// The upper end of its interval.
    public let high: Double
    /// Its share in what is pooled, 0 to 1; `nil` where nothing is.
    public let weight: Double?

    /// Creates a row.
    ///
    /// - Parameters:
    ///   - label: what it is.
    ///   - remark: what else a reader must know.
    ///   - estimate: its effect.
    ///   - low: the lower end of its interval.
    ///   - high: the upper end of its interval.
    ///   - weight: its share in what is pooled, 0 to 1.
    public init(
      _ label: String, remark: String = "", estimate: Double, low: Double, high: Double,
      weight: Double? = nil
    ) {
      self.label = label
      self.remark = remark
      self.estimate = estimate
      self.low = low
      self.high = high
      self.weight = weight
    }
  }

  /// What a group of rows says together.
  public struct Pooled: Hashable, Sendable {
    /// What it is.
    public let label: String
    /// The mean effect.
    public let estimate: Double
    /// The lower end of its interval.
    public let low: Double
    /// The upper end of its interval.
    public let high: Double
    /// Where the effect of a further study is expected, if that can be said.
    public let prediction: ClosedRange<Double>?

    /// Creates a pooled effect.
    ///
    /// - Parameters:
    ///   - label: what it is.
    ///   - estimate: the mean effect.
    ///   - low: the lower end of its interval.
    ///   - high: the upper end of its interval.
    ///   - prediction: where the effect of a further study is expected.
    public init(
      _ label: String, estimate: Double, low: Double, high: Double,
      prediction: ClosedRange<Double>? = nil
    ) {
      self.label = label
      self.estimate = estimate
      self.low = low
      self.high = high
      self.prediction = prediction
    }
  }

  /// Rows on one outcome.
  public struct Group: Hashable, Sendable {
    /// What the rows have in common.
    public let title: String
    /// The rows, from top to bottom.
    public let rows: [Row]
    /// What they say together; `nil` where they were not pooled.
    public let pooled: Pooled?

    /// Creates a group.
    ///
    /// - Parameters:
    ///   - title: what the rows have in common.
    ///   - rows: the rows, from top to bottom.
    ///   - pooled: what they say together.
    public init(_ title: String, rows: [Row], pooled: Pooled? = nil) {
      self.title = title
      self.rows = rows
      self.pooled = pooled
    }
  }

  /// Name, title, caption and summary.
  public let heading: Heading
  /// The horizontal axis; where its range is open, the rows set it, and 0 is always on it.
  public let values: ValueAxis
  /// The groups, from top to bottom.
  public var groups: [Group] = []
  /// The chart's own words.
  public var words = ChartWords()

  /// Creates a chart without data.
  ///
  /// - Parameters:
  ///   - heading: name, title, caption and summary.
  ///   - values: the horizontal axis.
  public init(heading: Heading, values: ValueAxis) {
    self.heading = heading
    self.values = values
  }

  /// The chart, ready for a page.
  public var figure: Figure { Figure(heading: heading) { drawing } }

  private var drawing: Drawing {
    let drawn = groups.map { group in
      Group(
        group.title, rows: group.rows.filter(\.isDrawable),
        pooled: group.pooled.flatMap { $0.isDrawable ? $0 : nil })
    }.filter { !$0.rows.isEmpty || $0.pooled != nil }
    guard !drawn.isEmpty else { return .empty(heading, headings: tableHeadings, words: words) }
    let leftOut =
      groups.reduce(0) { $0 + $1.rows.count } - drawn.reduce(0) { $0 + $1.rows.count }
    let span = values.span(
      of: [0] + drawn.flatMap(\.rows).flatMap { [$0.low, $0.estimate, $0.high] })
    return Drawing(
      heading: heading,
      svg: ForestLayout(.wide, span, values).picture(of: drawn, heading: heading),
      compactSVG: ForestLayout(.compact, span, values).picture(of: drawn, heading: heading),
      table: table, surroundings: nil, legend: legend(of: drawn),
      notes: leftOut > 0 ? ["\(words.notDrawn): \(leftOut)."] : [], words: words)
  }
}

extension ForestPlot.Row {
  var isDrawable: Bool { estimate.isDrawable && low.isDrawable && high.isDrawable && low <= high }
}

extension ForestPlot.Pooled {
  var isDrawable: Bool { estimate.isDrawable && low.isDrawable && high.isDrawable && low <= high }
}
