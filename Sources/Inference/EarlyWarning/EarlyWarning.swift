internal import Statistics

/// A research panel of early-warning statistics: autocorrelation, variance and connectivity in
/// rolling windows, each trend held against chance.
///
/// Windows overlap, so their values depend on each other and the usual test of a trend finds one in
/// most series in which nothing changes. Here every trend is compared with those of simulated
/// series: stationary autoregressions of order 1 with this person's persistence within days and
/// over nights, answered on the very same occasions. The panel is no alarm and must not drive a
/// decision: in daily-life studies such trends preceded 26 % (Schreuder 2022) and 33 % (Smit 2025)
/// of transitions. The simulated law takes the estimated persistence as known, and its numbers are
/// spread as the real answers are; at the edge of a scale, variance follows the mean, which
/// ``Item/meanTrend`` shows.
public struct EarlyWarning: Sendable {
  /// What is computed in each window.
  public enum Statistic: String, Hashable, Sendable, CaseIterable {
    /// The correlation of an answer with its neighbour before.
    case autocorrelation
    /// The variance with n-1.
    case variance
    /// The mean absolute correlation between items.
    case connectivity
  }

  /// How a trend stands against chance.
  public enum Verdict: String, Hashable, Sendable, CaseIterable {
    /// More than 5 % of simulated series rise as much.
    case notBeyond = "not beyond chance"
    /// 1 to 5 % of simulated series rise as much.
    case justBeyond = "just beyond chance"
    /// At most 1 % of simulated series rise as much.
    case beyond = "beyond chance"

    /// Judges a share.
    ///
    /// - Parameter share: the share of simulated series that rise as much, 0 to 1.
    public init(share: Double) {
      self = share <= 0.01 ? .beyond : share <= 0.05 ? .justBeyond : .notBeyond
    }
  }

  /// The trend of one statistic over the windows.
  public struct Trend: Hashable, Sendable {
    /// Which statistic.
    public let statistic: Statistic
    /// Its value in each window, `nil` where undefined.
    public let curve: [Double?]
    /// Kendall's tau-b of the values against time.
    public let tau: Double
    /// The central 95 % of tau in simulated series.
    public let chance: ClosedRange<Double>
    /// The share of series, simulated ones and this, that rise at least as much.
    public let share: Double
    /// The share of simulated series whose trend the usual test calls significant at 5 %.
    public let usualTestShare: Double
    /// ``share``, made larger for how many trends are looked at together.
    public let jointShare: Double
    /// How the trend stands against chance, on its own.
    public var verdict: Verdict { Verdict(share: share) }
    /// The value in the first window in which it is defined.
    public var first: Double { curve.lazy.compactMap(\.self).first ?? .nan }
    /// The value in the last window in which it is defined.
    public var last: Double { curve.reversed().lazy.compactMap(\.self).first ?? .nan }
  }

  /// One item.
  public struct Item: Hashable, Sendable {
    /// Its name.
    public let name: String
    /// How many answers lie within the windows.
    public let count: Int
    /// The correlation of answers one beep apart, from which chance is simulated.
    public let beepCorrelation: Double
    /// The correlation of the last answer of a day with the first of the next.
    public let nightCorrelation: Double
    /// Autocorrelation and variance.
    public let trends: [Trend]
    /// Kendall's tau-b of the windows' means: where it is high, variance may rise with the mean.
    public let meanTrend: Double
    /// The share of answers equal to the smallest one or to the greatest one, whichever is larger.
    public let edgeShare: Double
  }

  /// All trends together.
  public struct Joint: Hashable, Sendable {
    /// How many trends are looked at.
    public let count: Int
    /// The chance that the most unusual of so many would be as unusual as the one seen.
    public let share: Double
    /// How that stands against chance.
    public var verdict: Verdict { Verdict(share: share) }
  }

  /// The last day of each window.
  public let ends: [Int]
  /// The days of a window.
  public let window: Int
  /// Which answers count as neighbours.
  public let rule: LagRule
  /// How many series were simulated.
  public let series: Int
  /// The items.
  public let items: [Item]
  /// The connectivity of the items; none for a single item or where it is undefined.
  public let connectivity: Trend?
  /// All trends together.
  public let joint: Joint

  /// Published shares of transitions that such trends preceded (Schreuder 2022; Smit 2025).
  public static let publishedSensitivity = 0.26...0.33
  /// The fewest windows a trend is computed from.
  public static let fewestWindows = 20
}

extension EarlyWarning {
  /// How a panel is computed.
  public struct Options: Hashable, Sendable {
    /// The days of a window, 7 to 365.
    public var window = 30
    /// The last day of the first window; the first day with an answer plus the window less 1 if not
    /// given.
    public var from: Int?
    /// The last day of the last window; the last day with an answer if not given.
    public var to: Int?
    /// Which answers count as neighbours.
    public var rule = LagRule.previousAnswer
    /// How many series to simulate, 200 to 100,000.
    public var series = 3_000
    /// The seed of the simulation.
    public var seed: UInt64 = 1

    /// The usual options: windows of 30 days over everything, 3,000 series.
    public init() {}
  }

  /// Computes a panel.
  ///
  /// - Parameters:
  ///   - answers: the answers.
  ///   - options: how.
  /// - Throws: ``InferenceError`` when an option is outside its range, there are too few windows or
  ///   answers, or an item hardly varies.
  public init(_ answers: BeepSeries, options: Options = Options()) throws(InferenceError) {
    let ends = try options.ends(of: answers)
    if options.rule == .adjacentBeep, !answers.hasNumbers {
      throw .option("adjacent beeps can be told only where every row has the number of its beep")
    }
    let plan = EarlyWarningPlan(
      answers, ends: ends, window: options.window, rule: options.rule)
    for (name, item) in zip(answers.names, plan.items) { try item.refuseUnfit(name) }
    let persistence = plan.items.map {
      plan.persistence(of: $0, hasNumbers: answers.hasNumbers)
    }
    let panel = EarlyWarningPanel(plan)
    let real = try panel.observed(names: answers.names)
    let null = plan.null(persistence, hasNumbers: answers.hasNumbers)
    let trends = panel.trends(
      real, against: null, series: options.series, seed: options.seed)
    items = answers.names.indices.map { index in
      Item(
        name: answers.names[index], count: plan.items[index].values.count,
        beepCorrelation: persistence[index].beep, nightCorrelation: persistence[index].night,
        trends: Array(trends.trends[2 * index...2 * index + 1]),
        meanTrend: real.meanTrends[index], edgeShare: plan.items[index].edgeShare)
    }
    connectivity =
      trends.trends.count > 2 * answers.names.count ? trends.trends[2 * answers.names.count] : nil
    joint = Joint(count: trends.trends.count, share: trends.jointShare)
    self.ends = plan.ends
    window = options.window
    rule = options.rule
    series = options.series
  }
}

extension EarlyWarning.Options {
  /// The last days of the windows.
  fileprivate func ends(of answers: BeepSeries) throws(InferenceError) -> ClosedRange<Int> {
    guard (7...365).contains(window) else { throw .option("a window has 7 to 365 days") }
    guard (200...100_000).contains(series) else {
      throw .option("simulate 200 to 100,000 series")
    }
    let answered = answers.beeps.filter { $0.values.contains { $0 != nil } }
    guard let first = answered.first?.day, let last = answered.last?.day else {
      throw .tooFew(observed: 0, needed: EarlyWarning.fewestWindows, what: "windows of answers")
    }
    let limits = -2_000_000...2_000_000
    let start = from ?? first + window - 1
    let end = to ?? last
    guard limits.contains(start), limits.contains(end), end - start <= 20_000 else {
      throw .option("the windows span at most 20,000 days within two million of day 0")
    }
    let count = max(end - start + 1, 0)
    guard count >= EarlyWarning.fewestWindows else {
      throw .tooFew(observed: count, needed: EarlyWarning.fewestWindows, what: "windows in a trend")
    }
    return start...end
  }
}

extension EarlyWarningPlan.Item {
  /// The share of answers at the edge of what was answered.
  var edgeShare: Double {
    guard let least = values.min(), let greatest = values.max() else { return 0 }
    let count = max(values.count { $0 == least }, values.count { $0 == greatest })
    return Double(count) / Double(values.count)
  }

  fileprivate func refuseUnfit(_ name: String) throws(InferenceError) {
    let needed = 100
    guard values.count >= needed else {
      throw .tooFew(observed: values.count, needed: needed, what: "the answers to \"\(name)\"")
    }
    guard deviation > 0, deviation > 1e-12 * abs(mean) else {
      throw .unusable("\"\(name)\" does not vary, so nothing in it can rise; choose another item")
    }
    guard edgeShare <= 0.8 else {
      throw .unusable(
        "\"\(name)\" has the same answer at the edge of its scale in more than 80 % of its rows, "
          + "so its variance only follows its mean; choose another item")
    }
  }
}
