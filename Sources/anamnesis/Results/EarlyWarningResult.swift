import Inference
import JSON

/// What `anamnesis early-warning` prints.
struct EarlyWarningResult: AnalysisResult {
  let panel: EarlyWarning
  let seed: UInt64
  /// A day as the file writes it.
  let example: Moment

  /// Gathers a result.
  ///
  /// - Parameters:
  ///   - panel: the panel.
  ///   - seed: the seed of the simulation.
  ///   - example: a day as the file writes it.
  init(panel: EarlyWarning, seed: UInt64, like example: Moment) {
    self.panel = panel
    self.seed = seed
    self.example = example
  }

  /// What the panel is not, for people and programs alike.
  static let caution = """
    This is a research panel, not an alarm. In published studies such trends preceded 26 to 33 % of \
    transitions (Schreuder 2022; Smit 2025). It must not drive a decision.
    """

  private var first: Moment { example.alike(panel.ends.first ?? 0) }
  private var last: Moment { example.alike(panel.ends.last ?? 0) }

  /// All trends with the names of their items.
  private var trends: [(name: String, trend: EarlyWarning.Trend)] {
    panel.items.flatMap { item in item.trends.map { (item.name, $0) } }
      + [panel.connectivity].compactMap(\.self).map { ("all items", $0) }
  }

  var json: JSONValue {
    .object([
      "caution": .string(Self.caution),
      "windowDays": .number(panel.window),
      "from": first.json,
      "to": last.json,
      "windows": .number(panel.ends.count),
      "lagRule": .string(panel.rule.rawValue),
      "simulatedSeries": .number(panel.series),
      "seed": .string("\(seed)"),
      "items": .array(panel.items.map(json)),
      "connectivity": panel.connectivity.map(json) ?? .null,
      "joint": .object([
        "trends": .number(panel.joint.count),
        "share": .number(panel.joint.share) ?? .null,
        "verdict": .string(panel.joint.verdict.rawValue),
      ]),
    ])
  }

  private func json(_ item: EarlyWarning.Item) -> JSONValue {
    .object([
      "name": .string(item.name),
      "answers": .number(item.count),
      "beepCorrelation": .number(item.beepCorrelation) ?? .null,
      "nightCorrelation": .number(item.nightCorrelation) ?? .null,
      "meanTrend": .number(item.meanTrend) ?? .null,
      "edgeShare": .number(item.edgeShare) ?? .null,
      "trends": .array(item.trends.map(json)),
    ])
  }

  private func json(_ trend: EarlyWarning.Trend) -> JSONValue {
    .object([
      "statistic": .string(trend.statistic.rawValue),
      "first": .number(trend.first) ?? .null,
      "last": .number(trend.last) ?? .null,
      "tau": .number(trend.tau) ?? .null,
      "chanceFrom95": .number(trend.chance.lowerBound) ?? .null,
      "chanceTo95": .number(trend.chance.upperBound) ?? .null,
      "shareAsHigh": .number(trend.share) ?? .null,
      "jointShare": .number(trend.jointShare) ?? .null,
      "usualTestShare": .number(trend.usualTestShare) ?? .null,
      "verdict": .string(trend.verdict.rawValue),
      "values": .array(trend.curve.map { $0.flatMap { .number($0) } ?? .null }),
    ])
  }

  var lines: [String] {
    [
      Self.caution, "",
      "\(counted(panel.ends.count, "window")) of \(panel.window) days, ending on "
        + "\(first.text) to \(last.text)",
      "neighbours: \(neighbours)", "",
    ] + tableLines + ["", explanation, jointLine] + panel.items.flatMap(notes) + [usualTestLine]
  }

  private var neighbours: String {
    switch panel.rule {
    case .previousAnswer: "an answer and the one before it on the same day (previous-answer)"
    case .adjacentBeep: "answers to two successive beeps of one day (adjacent-beep)"
    }
  }

  private var tableLines: [String] {
    var table = TextTable(
      "item", "statistic", "first", "last", "tau", "95 % of chance", "as high", "verdict")
    for (name, trend) in trends {
      let chance = "\(trend.chance.lowerBound.digits(2)) to \(trend.chance.upperBound.digits(2))"
      table.add(
        name, trend.statistic.rawValue, trend.first.digits(3), trend.last.digits(3),
        trend.tau.digits(3), chance, percent(trend.share), trend.verdict.rawValue)
    }
    return table.lines
  }

  private func percent(_ share: Double) -> String { "\((100 * share).digits(1)) %" }

  private var explanation: String {
    "as high: the share of \(panel.series) simulated series without any change whose tau is as high"
  }

  private var jointLine: String {
    "all \(panel.joint.count) trends together: \(panel.joint.verdict.rawValue) (the most unusual of "
      + "as many would be as unusual in \(percent(panel.joint.share)) of series without change)"
  }

  private func notes(_ item: EarlyWarning.Item) -> [String] {
    guard item.meanTrend > 0.5 || item.edgeShare > 0.5 else { return [] }
    return [
      "\(item.name): the mean has tau \(item.meanTrend.digits(3)) and \(percent(item.edgeShare)) of "
        + "answers lie at an edge of the scale, so variance may only follow the mean"
    ]
  }

  private var usualTestLine: String {
    let shares = trends.map(\.trend.usualTestShare)
    let least = percent(shares.min() ?? 0)
    let greatest = percent(shares.max() ?? 0)
    return "the usual test (p < .05) sees a trend in \(least) to \(greatest) of series without "
      + "change, which is why it is not used"
  }
}
