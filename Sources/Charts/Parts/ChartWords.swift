/// The few words that charts add of themselves, so that they can be in the reader's language.
public struct ChartWords: Hashable, Sendable {
  /// What stands in place of a picture without data.
  public var noData = "No data to draw yet"
  /// What opens the table of values.
  public var table = "Table of values"
  /// The mark of the present, and the end of what still goes on.
  public var now = "now"
  /// Raw answers, in legend and table.
  public var observed = "Answers"
  /// The smoothed level, in legend and table.
  public var estimate = "Estimate"
  /// What lies after the present.
  public var forecast = "Forecast"
  /// The strip of days without an entry.
  public var missing = "Days without an entry"
  /// The column of days.
  public var day = "Day"
  /// What is said at the first reading beyond a limit.
  public var checkIn = "Worth a check-in"
  /// What a hollow mark means.
  public var prorated = "Total prorated for skipped items"
  /// What a filled mark means.
  public var complete = "Total of all items"
  /// An answer that was skipped or not asked.
  public var unknown = "unknown"
  /// What is said, with a number, when values could not be drawn.
  public var notDrawn = "Values outside the chart or not a number, left out of the drawing"
  /// The title of the table of phases, doses, change points and gaps.
  public var surroundings = "What lies around the data"
  /// The column of first days.
  public var from = "From"
  /// The column of last days.
  public var until = "Until"
  /// What stands between the two ends of a range.
  public var to = "to"
  /// The column of lanes of a timeline.
  public var lane = "Lane"
  /// The column of what happened.
  public var event = "Event"
  /// The column of studies of a forest plot.
  public var study = "Study"
  /// The column of effects.
  public var effect = "Effect"
  /// The column of intervals.
  public var interval = "95 % interval"
  /// The column of shares in a pooled effect.
  public var weight = "Share"
  /// The column of whatever else a reader must know.
  public var remark = "From"
  /// What a diamond means.
  public var pooled = "Pooled, with its interval"
  /// What a dashed line through a diamond means.
  public var prediction = "Where a further one is expected"

  /// Creates the words in English.
  public init() {}
}
