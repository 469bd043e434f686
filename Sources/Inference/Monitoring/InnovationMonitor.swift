private import Foundation
internal import Statistics

/// Watches whether a person has left their stable period, allowing for drift, weekdays and noise.
///
/// A trajectory is fitted to the stable period. From then on each day's reading is forecast from all
/// earlier ones, and the standardised forecast errors, which scatter like a standard normal as long
/// as the person stays as they were, run through an EWMA and a CUSUM chart. The limits are simulated
/// under the person's own model, its uncertainty included, so that alarms without cause come about
/// as often as stated when a reading is there every day, and less often when days are missing. The
/// simulation takes starting level, weekdays and regressors as known. Published accuracy of such charts is modest (Smit and Snippe 2022:
/// sensitivity 68 %, specificity 74 %): an alarm means "worth a check-in", never "relapse".
public struct InnovationMonitor: Sendable {
  /// How often alarms without cause are accepted.
  public struct Budget: Hashable, Sendable {
    /// Expected false alarms of each chart, if it starts afresh after every alarm.
    public var alarms: Double
    /// In how many days.
    public var days: Int

    /// The fewest alarms that can be stated: ten in all simulated series; rarer ones cannot be told
    /// from none.
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
    /// The time of the first point beyond the limit.
    public let firstAlarm: Double?
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
  /// - Throws: ``InferenceError`` when the stable period is too short or does not vary.
  public init(
    _ series: TrajectorySeries, baselineEnd: Double, model: TrajectoryModel = .daily,
    side: ControlChart.Side, budget: Budget = Budget(), seed: UInt64 = 1
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
    let fit = try Trajectory.posterior(of: stable, model: model)
    let forecasts = try Forecaster(series: series, model: model).forecasts(
      with: fit.hyperparameters, horizon: 1)
    innovations = zip(series.readings, forecasts).compactMap { reading, forecast in
      guard reading.time > baselineEnd, let forecast else { return nil }
      return Innovation(
        time: reading.time, value: (reading.value - forecast.mean) / forecast.standardDeviation)
    }
    let limits = try LimitSimulation(fit: fit, budget: budget, side: side, seed: seed)
    self.baselineEnd = baselineEnd
    baselineCount = baseline.count
    self.budget = budget
    ewma = try Run(limits.chart { .ewma(lambda: 0.1, limit: $0) }, innovations)
    cusum = try Run(limits.chart { .cusum(allowance: 0.5, limit: $0) }, innovations)
  }
}

extension InnovationMonitor.Run {
  fileprivate init(
    _ chart: ControlChart, _ innovations: [InnovationMonitor.Innovation]
  ) throws(InferenceError) {
    self.chart = chart
    points = chart.run(over: innovations.map(\.value))
    firstAlarm = points.first { $0.isBeyond }.map { innovations[$0.index].time }
  }
}

/// Forecast errors that a person who stays as they were would show.
private struct LimitSimulation {
  private let errors: [[Double]]
  private let budget: InnovationMonitor.Budget
  private let side: ControlChart.Side
  static let replicates = 200

  init(
    fit: Trajectory, budget: InnovationMonitor.Budget, side: ControlChart.Side, seed: UInt64
  ) throws(InferenceError) {
    self.budget = budget
    self.side = side
    // Weekdays and starting level are taken as known here: they cost little after four weeks.
    let model = TrajectoryModel(hasAffect: fit.model.hasAffect)
    let warm = 28
    let readings = (0..<warm + budget.days).map {
      TrajectorySeries.Reading(time: Double($0), value: sin(Double($0)))
    }
    let design = try TrajectoryDesign(
      try TrajectorySeries(readings), model: model, scale: 1)
    do {
      let judge = try design.stateSpace(fit.hyperparameters)
      var all: [[Double]] = []
      for replicate in 0..<Self.replicates {
        var stream = RandomStream(seed: seed, stream: UInt64(replicate))
        let node = LimitSimulation.draw(from: fit.nodes, using: &stream)
        let truth = try design.stateSpace(node.hyperparameters)
        let values = try truth.sample(
          like: design.observations, coefficients: [0], using: &stream)
        let data = try design.observations.replacing(values: values)
        all.append(
          try judge.forecasts(of: data).dropFirst(warm).compactMap { $0?.standardizedError })
      }
      errors = all
    } catch { throw design.named(error) }
  }

  private static func draw(
    from nodes: [Trajectory.Node], using stream: inout RandomStream
  ) -> Trajectory.Node {
    var left = stream.uniform()
    for node in nodes {
      left -= node.weight
      if left <= 0 { return node }
    }
    return nodes[0]
  }

  /// The chart whose simulated rate of false alarms meets the budget, by bisection of its limit.
  func chart(
    _ statistic: (Double) -> ControlChart.Statistic
  ) throws(InferenceError) -> ControlChart {
    func chart(_ limit: Double) throws(InferenceError) -> ControlChart {
      try ControlChart(mean: 0, standardDeviation: 1, statistic: statistic(limit), side: side)
    }
    var low = 0.1
    var high = 50.0
    for _ in 0..<24 {
      let middle = (low + high) / 2
      if try rate(of: chart(middle)) > budget.alarms { low = middle } else { high = middle }
    }
    return try chart(high)
  }

  private func rate(of chart: ControlChart) -> Double {
    errors.reduce(0) { $0 + Double(chart.alarms(in: $1)) } / Double(errors.count)
  }
}
