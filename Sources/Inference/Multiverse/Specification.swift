/// One of a few defensible ways to analyse the same diary, frozen beforehand.
///
/// The first is the analysis that is shown. The others ask whether what it found hangs on a choice.
public enum Specification: String, CaseIterable, Hashable, Sendable {
  /// Level, affect and weekdays, all readings.
  case main
  /// The affect that carries over from day to day is left out.
  case withoutAffect
  /// Weekdays are taken as alike.
  case withoutWeekday
  /// Days after a missed day may differ.
  case missedDays
  /// Readings that stand out against all others are left out.
  case withoutOutliers
  /// The first fortnight is left out, in which people still get used to answering.
  case withoutFirstFortnight

  /// Beyond this auxiliary residual a reading counts as an outlier.
  public static let outlierBound = 3.0

  /// The series and the model of this specification.
  ///
  /// - Parameters:
  ///   - series: the readings, at most one a day.
  ///   - model: the parts of the main analysis.
  ///   - outliers: the times of readings that stand out.
  /// - Returns: what to analyse instead; `nil` when this specification is the same as the main one
  ///   for these readings or too few would be left.
  public func applied(
    to series: TrajectorySeries, model: TrajectoryModel, outliers: Set<Double>
  ) -> (series: TrajectorySeries, model: TrajectoryModel)? {
    var changed = model
    switch self {
    case .main: return (series, model)
    case .withoutAffect:
      changed.hasAffect = false
      return changed == model ? nil : (series, changed)
    case .withoutWeekday:
      changed.hasWeekday = false
      return changed == model ? nil : (series, changed)
    case .missedDays:
      return Specification.withMissedDays(series).map { ($0, model) }
    case .withoutOutliers:
      return Specification.keeping(series) { !outliers.contains($0) }.map { ($0, model) }
    case .withoutFirstFortnight:
      guard let first = series.readings.first?.time else { return nil }
      return Specification.keeping(series) { $0 >= first + 14 }.map { ($0, model) }
    }
  }

  /// The fewest readings that a specification may leave.
  private static let fewestReadings = 28

  private static func keeping(
    _ series: TrajectorySeries, _ isKept: (Double) -> Bool
  ) -> TrajectorySeries? {
    let kept = series.readings.filter { isKept($0.time) }
    guard kept.count < series.readings.count, kept.count >= fewestReadings else { return nil }
    return try? TrajectorySeries(
      kept, regressorNames: series.regressorNames, alsoAt: series.times,
      weekdayOfDayZero: series.weekdayOfDayZero)
  }

  /// The name of the regressor that marks a reading after a missed day.
  static let missedDayName = "after a missed day"

  private static func withMissedDays(_ series: TrajectorySeries) -> TrajectorySeries? {
    let days = Set(series.readings.map { $0.time.rounded(.down) })
    guard let first = series.readings.first?.time.rounded(.down) else { return nil }
    let marked = series.readings.map { reading -> TrajectorySeries.Reading in
      let day = reading.time.rounded(.down)
      let isAfterGap = day > first && !days.contains(day - 1)
      return .init(
        time: reading.time, value: reading.value,
        regressors: reading.regressors + [isAfterGap ? 1 : 0])
    }
    let gaps = marked.count { $0.regressors.last == 1 }
    guard gaps >= 5, gaps <= marked.count - 5 else { return nil }
    return try? TrajectorySeries(
      marked, regressorNames: series.regressorNames + [missedDayName], alsoAt: series.times,
      weekdayOfDayZero: series.weekdayOfDayZero)
  }
}

/// Whether a finding holds under each specification that applies.
public struct Multiverse: Hashable, Sendable {
  /// What one specification says.
  public struct Verdict: Hashable, Sendable {
    /// Which.
    public let specification: Specification
    /// The estimate there.
    public let estimate: Double
    /// Its standard error there.
    public let standardError: Double
    /// Whether the sign is that of the main analysis and the 95 % interval leaves out 0.
    public let holds: Bool

    /// States a verdict.
    ///
    /// - Parameters:
    ///   - specification: which.
    ///   - estimate: the estimate there.
    ///   - standardError: its standard error there.
    ///   - isPositive: the sign of the main analysis.
    public init(
      _ specification: Specification, estimate: Double, standardError: Double, isPositive: Bool
    ) {
      self.specification = specification
      self.estimate = estimate
      self.standardError = standardError
      holds = (estimate > 0) == isPositive && abs(estimate) > 1.959964 * standardError
    }
  }

  /// One verdict per specification that applies, the main one first.
  public let verdicts: [Verdict]
  /// In how many it holds: the k of "holds in k of m".
  public var holding: Int { verdicts.count { $0.holds } }

  /// Gathers verdicts.
  ///
  /// - Parameter verdicts: one per specification that applies.
  public init(_ verdicts: [Verdict]) { self.verdicts = verdicts }
}
