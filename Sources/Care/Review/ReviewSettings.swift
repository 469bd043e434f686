public import Knowledge
public import PatientRecord

/// What a reader of a review may choose.
public struct ReviewSettings: Hashable, Sendable {
  /// The check-in items to look at closely, in order; empty for the review's own choice.
  public var focus: [CheckInItemID]
  /// How many daily items the review chooses when ``focus`` is empty, and at most as many sparse
  /// ones, such as a weekly rating.
  public var focusCount: Int
  /// For whom to compute; parts that nobody here may see are left out. All audiences by default.
  public var audiences: Set<Audience>
  /// Days to forecast.
  public var forecastDays: Int
  /// Days at the beginning of a series that count as its stable period for monitoring.
  public var baselineDays: Int
  /// Accepted false alarms of a monitoring chart in 182 days.
  public var falseAlarms: Double

  /// Rated items that may go along with the first item looked at, besides sleep, activity and practice;
  /// few, and chosen before looking.
  public var predictors: [CheckInItemID]
  /// Whether to compute the research panel of early-warning trends.
  public var hasEarlyWarning: Bool

  /// Facts for the rules that no record holds, as a clinician states them; they win over the record.
  public var stated: KnownFacts
  /// The trials of treatment as a clinician lists them; nil for those of the record.
  public var trials: StagingCase?

  /// The largest accepted ``forecastDays``.
  public static let longestForecast = 60

  /// Chooses settings.
  ///
  /// - Parameters:
  ///   - focus: the items to look at closely.
  ///   - focusCount: how many items to choose when `focus` is empty.
  ///   - audiences: for whom to compute.
  ///   - forecastDays: days to forecast, 0 to ``longestForecast``.
  ///   - baselineDays: days of the stable period.
  ///   - falseAlarms: accepted false alarms in 182 days.
  ///   - predictors: rated items that may go along with the first item looked at.
  ///   - hasEarlyWarning: whether to compute the research panel.
  ///   - stated: facts for the rules that no record holds.
  ///   - trials: the trials of treatment; nil for those of the record.
  public init(
    focus: [CheckInItemID] = [], focusCount: Int = 4,
    audiences: Set<Audience> = Set(Audience.allCases), forecastDays: Int = 14,
    baselineDays: Int = 42, falseAlarms: Double = 1, predictors: [CheckInItemID] = [],
    hasEarlyWarning: Bool = false, stated: KnownFacts = KnownFacts(), trials: StagingCase? = nil
  ) {
    self.focus = focus
    self.focusCount = max(focusCount, 0)
    self.audiences = audiences
    self.forecastDays = min(max(forecastDays, 0), ReviewSettings.longestForecast)
    self.baselineDays = max(baselineDays, 7)
    self.falseAlarms = falseAlarms
    self.predictors = predictors
    self.hasEarlyWarning = hasEarlyWarning
    self.stated = stated
    self.trials = trials
  }
}
