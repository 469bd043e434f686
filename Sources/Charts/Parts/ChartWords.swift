/// The few words that charts add of themselves, so that they can be in the reader's language.
public struct ChartWords: Hashable, Sendable {
  public var noData = "No data to draw yet"
  public var table = "Table of values"
  public var now = "now"
  public var observed = "Answers"
  public var estimate = "Estimate"
  public var forecast = "Forecast"
  public var severity = "Severity bands"
  public var changePoint = "Change point"
  public var missing = "Days without an entry"
  public var day = "Day"
  public var value = "Value"
  public var limit = "Limit"
  public var baseline = "Baseline"
  public var checkIn = "Worth a check-in"
  public var total = "Total"
  public var prorated = "Total prorated for skipped items"
  public var complete = "Total of all items"
  public var unknown = "unknown"
  public var notDrawn = "Values outside the chart or not a number, left out of the drawing"
  public var surroundings = "What lies around the data"
  public var from = "From"
  public var until = "Until"
  public var to = "to"
  public var lane = "Lane"
  public var event = "Event"

  /// Creates the words in English.
  public init() {}
}
