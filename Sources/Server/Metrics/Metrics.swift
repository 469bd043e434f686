internal import Synchronization

/// The figures of a running server.
///
/// Labels hold route templates and codes, never a path, a name or an address. A metric keeps at most
/// a thousand series; what comes after is counted under `other`.
public final class Metrics: Sendable {
  private struct Histogram {
    var counts = [Int](repeating: 0, count: Metrics.bounds.count + 1)
    var sum = 0.0
  }

  private struct State {
    var counters: [Metric: [[String]: Int]] = [:]
    var histograms: [Metric: [[String]: Histogram]] = [:]
    var gauges: [Metric: @Sendable () async -> Double?] = [:]
  }

  /// The upper bounds of the buckets of a histogram, in seconds.
  private static let bounds = [
    0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10,
  ]

  private static let seriesLimit = 1_000
  private let state = Mutex(State())

  /// Starts with nothing counted.
  public init() {}

  /// Counts one event.
  ///
  /// - Parameters:
  ///   - metric: a counter.
  ///   - labels: the values of its labels in order.
  public func count(_ metric: Metric, _ labels: [String] = []) {
    state.withLock { state in
      let labels = Self.held(labels, in: state.counters[metric])
      state.counters[metric, default: [:]][labels, default: 0] += 1
    }
  }

  /// Adds a duration.
  ///
  /// - Parameters:
  ///   - metric: a histogram.
  ///   - duration: how long it took.
  ///   - labels: the values of its labels in order.
  public func observe(_ metric: Metric, _ duration: Duration, _ labels: [String] = []) {
    let seconds = duration / .seconds(1)
    let bucket = Self.bounds.firstIndex { seconds <= $0 } ?? Self.bounds.count
    state.withLock { state in
      let labels = Self.held(labels, in: state.histograms[metric])
      state.histograms[metric, default: [:]][labels, default: Histogram()].counts[bucket] += 1
      state.histograms[metric]?[labels]?.sum += seconds
    }
  }

  /// Says how a gauge is read; it is read whenever somebody asks for the figures.
  ///
  /// - Parameters:
  ///   - metric: a gauge.
  ///   - read: gives its value; `nil` leaves it out.
  public func gauge(_ metric: Metric, read: @escaping @Sendable () async -> Double?) {
    state.withLock { $0.gauges[metric] = read }
  }

  private static func held<Series>(
    _ labels: [String], in series: [[String]: Series]?
  ) -> [String] {
    guard let series, series.count >= seriesLimit, series[labels] == nil else { return labels }
    return labels.map { _ in "other" }
  }

  /// The figures in the text format of Prometheus, version 0.0.4.
  ///
  /// - Returns: the text, metrics and series in a fixed order.
  public func text() async -> String {
    let (counters, histograms, gauges) = state.withLock {
      ($0.counters, $0.histograms, $0.gauges)
    }
    var lines: [String] = []
    for metric in Metric.allCases {
      var samples = Self.samples(of: counters[metric] ?? [:], metric)
      samples += Self.samples(of: histograms[metric] ?? [:], metric)
      if let value = await gauges[metric]?() { samples.append("\(metric.rawValue) \(value)") }
      guard !samples.isEmpty else { continue }
      lines.append("# HELP \(metric.rawValue) \(metric.help)")
      lines.append("# TYPE \(metric.rawValue) \(metric.kind.rawValue)")
      lines += samples
    }
    return lines.map { "\($0)\n" }.joined()
  }

  private static func samples(of series: [[String]: Int], _ metric: Metric) -> [String] {
    series.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map { labels, count in
      "\(metric.rawValue)\(text(labels, metric)) \(count)"
    }
  }

  private static func samples(of series: [[String]: Histogram], _ metric: Metric) -> [String] {
    let ordered = series.sorted { $0.key.lexicographicallyPrecedes($1.key) }
    return ordered.flatMap { labels, histogram -> [String] in
      var total = 0
      var lines = zip(bounds.map { "\($0)" } + ["+Inf"], histogram.counts).map { bound, count in
        total += count
        return "\(metric.rawValue)_bucket\(text(labels, metric, le: bound)) \(total)"
      }
      lines.append("\(metric.rawValue)_sum\(text(labels, metric)) \(histogram.sum)")
      lines.append("\(metric.rawValue)_count\(text(labels, metric)) \(total)")
      return lines
    }
  }

  private static func text(_ labels: [String], _ metric: Metric, le bound: String? = nil) -> String
  {
    var pairs = zip(metric.labels, labels).map { "\($0)=\"\(escaped($1))\"" }
    if let bound { pairs.append("le=\"\(bound)\"") }
    return pairs.isEmpty ? "" : "{\(pairs.joined(separator: ","))}"
  }

  private static func escaped(_ value: String) -> String {
    value.map { character in
      switch character {
      case "\\": "\\\\"
      case "\"": "\\\""
      case "\n": "\\n"
      default: String(character)
      }
    }.joined()
  }
}
