internal import Statistics

/// Watches whether a person has left their stable period, allowing for drift, weekdays and noise.
///
/// A trajectory is fitted to the stable period. From then on each day's reading is forecast from all
/// earlier ones, and the standardised forecast errors run through an EWMA and a CUSUM chart. Were the
/// model known they would scatter like independent standard normals as long as the person stays as
/// they were. It is not: it was learnt from some weeks, so that errors come out too large in some
/// people and carry over from day to day in others. Limits are therefore simulated
/// from what the stable period says about the person and leaves open, on
/// the weekdays and as often as they answered in it, such that ``Budget`` is kept on average over
/// people. Published accuracy of such charts is modest (Smit and Snippe 2022: sensitivity 68 %,
/// specificity 74 %): an alarm means "worth a check-in", never "relapse".
public struct InnovationMonitor: Sendable {
  /// How often alarms without cause are accepted.
  ///
  /// An alarm is a crossing of the limit, after which the chart starts afresh. The budget is how many
  /// of them a person who stays as they were may expect in the calendar days that follow the stable
  /// period, days without a reading included. It is an average: most people see none or one, a few
  /// see several.
  public struct Budget: Hashable, Sendable {
    /// Expected false alarms of each chart.
    public var alarms: Double
    /// In how many calendar days.
    public var days: Int

    /// The fewest alarms that can be stated: some twenty-five in all simulated series; rarer ones
    /// cannot be told from none.
    public static let fewestAlarms = 0.05

    /// States a budget.
    ///
    /// - Parameters:
    ///   - alarms: expected false alarms of each chart.
    ///   - days: in how many days.
    public init(alarms: Double = 1, days: Int = 182) {
      self.alarms = alarms
      self.days = days
    }
  }

  /// One day's reading held against its forecast.
  public struct Innovation: Hashable, Sendable {
    /// When, in days.
    public let time: Double
    /// Standardised forecast error.
    public let value: Double
  }

  /// A chart and what it showed.
  public struct Run: Sendable {
    /// The chart with its simulated limit.
    public let chart: ControlChart
    /// Its points; `index` counts ``innovations``.
    public let points: [ControlChart.Point]
    /// The times of its alarms, if it starts afresh after each.
    public let alarms: [Double]
    /// The time of the first point beyond the limit.
    public var firstAlarm: Double? { alarms.first }
  }

  /// The last time of the stable period.
  public let baselineEnd: Double
  /// How many readings the stable period holds.
  public let baselineCount: Int
  /// The accepted rate of false alarms.
  public let budget: Budget
  /// The forecast errors after the stable period.
  public let innovations: [Innovation]
  /// The EWMA chart, λ = 0.1.
  public let ewma: Run
  /// The CUSUM chart, allowance 0.5.
  public let cusum: Run

  /// The fewest readings a stable period may hold.
  public static let fewestBaselineReadings = 28

  /// Watches a series.
  ///
  /// - Parameters:
  ///   - series: at most one reading a day, path times on every day.
  ///   - baselineEnd: the last time of the stable period.
  ///   - model: the parts.
  ///   - side: which departures count.
  ///   - budget: how often alarms without cause are accepted.
  ///   - seed: the seed of the simulation.
  ///   - priorScale: as in ``Trajectory/posterior(of:model:priorScale:)``.
  /// - Throws: ``InferenceError`` when the stable period is too short or does not vary.
  public init(
    _ series: TrajectorySeries, baselineEnd: Double, model: TrajectoryModel = .daily,
    side: ControlChart.Side, budget: Budget = Budget(), seed: UInt64 = 1,
    priorScale: Double? = nil
  ) throws(InferenceError) {
    guard budget.alarms >= Budget.fewestAlarms, (7...3660).contains(budget.days) else {
      throw .option("a budget states at least 0.05 alarms in 7 to 3,660 days")
    }
    let baseline = series.readings.filter { $0.time <= baselineEnd }
    guard baseline.count >= InnovationMonitor.fewestBaselineReadings else {
      throw .tooFew(
        observed: baseline.count, needed: InnovationMonitor.fewestBaselineReadings,
        what: "a stable period")
    }
    let stable = try series.before(baselineEnd.nextUp)
    let search = try PosteriorSearch(series: stable, model: model, priorScale: priorScale)
    let mode = try search.mode().point
    let forecasts = try Forecaster(series: series, model: model).forecasts(
      with: search.node((mode, 1)).hyperparameters, horizon: 1)
    innovations = zip(series.readings, forecasts).compactMap { reading, forecast in
      guard reading.time > baselineEnd, let forecast else { return nil }
      return Innovation(
        time: reading.time, value: (reading.value - forecast.mean) / forecast.standardDeviation)
    }
    let simulation = try FalseAlarmSimulation(
      search: search, mode: mode, baselineEnd: baselineEnd, days: budget.days, seed: seed)
    let limits = AlarmRate(of: simulation, side: side)
    self.baselineEnd = baselineEnd
    baselineCount = baseline.count
    self.budget = budget
    ewma = try Run(limits.ewma(lambda: 0.1, alarms: budget.alarms), innovations, side)
    cusum = try Run(limits.cusum(allowance: 0.5, alarms: budget.alarms), innovations, side)
  }
}

extension InnovationMonitor.Run {
  fileprivate init(
    _ statistic: ControlChart.Statistic, _ innovations: [InnovationMonitor.Innovation],
    _ side: ControlChart.Side
  ) throws(InferenceError) {
    chart = try ControlChart(mean: 0, standardDeviation: 1, statistic: statistic, side: side)
    let values = innovations.map(\.value)
    points = chart.run(over: values)
    alarms = chart.alarms(in: values).map { innovations[$0].time }
  }
}
