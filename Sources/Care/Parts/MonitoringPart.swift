public import Inference
public import PatientRecord
public import Time

/// Whether a person has left their stable period. An alarm means "worth a check-in", nothing more.
public struct MonitoringPart: Sendable {
  /// One chart.
  public struct ChartRun: Sendable {
    /// The chart with its simulated limit.
    public let chart: ControlChart
    /// The statistic by day.
    public let points: [(day: Day, statistic: Double, limit: Double)]
    /// The first day beyond the limit.
    public let firstAlarm: Day?
    /// Whether the latest value is beyond the limit.
    public let isBeyondNow: Bool
  }

  /// What the charts showed.
  public struct Result: Sendable {
    /// The chart that notices slow drifts.
    public let ewma: ChartRun
    /// The chart that notices lasting shifts.
    public let cusum: ChartRun
    /// The stable period.
    public let baseline: ClosedRange<Day>
    /// How many days of it were answered.
    public let baselineCount: Int
    /// How often each chart would alarm without cause.
    public let budget: InnovationMonitor.Budget
    /// Dose changes inside the stable period, which make it less stable than it should be.
    public let doseChangesInBaseline: Int
  }

  /// The item.
  public let item: CheckInItemID
  /// Its scale.
  public let scale: RatingScale
  /// The result.
  public let result: Finding<Result>
  /// What it was computed from.
  public let basis: Basis
}
