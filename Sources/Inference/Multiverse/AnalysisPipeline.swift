/// The one frozen way in which results are computed.
///
/// Twelve expert teams with one patient's diary chose twelve different sets of targets (Bastiaansen
/// 2020, doi:10.1016/j.jpsychores.2020.110211). So the analysis is fixed beforehand, carries a version
/// and is repeated under a few other defensible choices (``Specification``).
public enum AnalysisPipeline {
  /// Goes up whenever the same data may give another result.
  public static let version = "1"
}

/// What a result was computed from.
public struct Provenance: Hashable, Sendable {
  /// ``AnalysisPipeline/version`` at the time.
  public let pipeline: String
  /// How many readings of the outcome were used.
  public let readings: Int
  /// The times of the first and the last of them, in days.
  public let span: ClosedRange<Double>
  /// The share of the days of ``span`` without a reading, 0 to 1.
  public let missingShare: Double

  /// Describes the readings of a series.
  ///
  /// - Parameter series: the readings, at most one a day.
  public init(_ series: TrajectorySeries) {
    pipeline = AnalysisPipeline.version
    readings = series.readings.count
    let first = series.readings.first?.time ?? 0
    let last = series.readings.last?.time ?? first
    span = first...max(first, last)
    let days = Set(series.readings.map { $0.time.rounded(.down) })
    let length = last.rounded(.down) - first.rounded(.down) + 1
    missingShare = max(0, 1 - Double(days.count) / length)
  }
}
