public import Inference
public import PatientRecord
public import Time

/// A rated item over time: what was answered, the level behind it, and the days to come.
public struct TrajectoryPart: Sendable {
  /// A value with its uncertainty.
  public struct Estimate: Hashable, Sendable {
    /// The most likely middle.
    public let mean: Double
    /// The central half.
    public let inner: ClosedRange<Double>
    /// The central 95 %.
    public let outer: ClosedRange<Double>
  }

  /// One day.
  public struct DayEstimate: Sendable {
    /// The day.
    public let day: Day
    /// The mean of that day's answers, `nil` when there are none.
    public let observed: Double?
    /// The slow level.
    public let level: Estimate
    /// What an answer on that day would be, noise included; only for days to come.
    public let prediction: Estimate?
    /// Whether the day lies after the last answer.
    public let isForecast: Bool
  }

  /// A fitted course.
  public struct Course: Sendable {
    /// Every day from the first answer to the end of the forecast.
    public let days: [DayEstimate]
    /// The change of the level over the last four weeks, where there are so many.
    public let recentChange: Estimate?
    /// Days whose answer the others made unlikely (auxiliary residual beyond ±3).
    public let outliers: [Day]
    /// The variances of the model.
    public let hyperparameters: Hyperparameters
    /// The log-likelihood, in the convention of KFAS.
    public let logLikelihood: Double
    /// Whether ratings are sparse and the model is a level alone.
    public let isSparse: Bool
  }

  /// The item.
  public let item: CheckInItemID
  /// Its scale.
  public let scale: RatingScale
  /// Count, mean and standard deviation of the daily means.
  public let summary: SeriesSummary
  /// The fitted course.
  public let course: Finding<Course>
  /// What it was computed from.
  public let basis: Basis
}
