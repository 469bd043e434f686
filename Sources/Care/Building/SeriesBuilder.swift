import Inference
import PatientRecord
import Statistics
import Time

/// Computes the parts that look closely at one rated item.
struct SeriesBuilder {
  private let review: ReviewBuilder
  let series: CheckInSeries
  private let means: [DailyMean]
  private let first: Day
  private let last: Day

  init(_ review: ReviewBuilder, series: CheckInSeries) {
    self.review = review
    self.series = series
    means = series.dailyMeans
    first = means.first?.day ?? review.today
    last = means.last?.day ?? review.today
  }

  /// Whether answers come less often than every third day, as a weekly rating does.
  var isSparse: Bool {
    let span = last.days(since: first) + 1
    return means.count * 3 < span
  }

  private var model: TrajectoryModel { isSparse ? .localLevel : .daily }

  private func basis(_ method: String) -> Basis { Basis(means.map(\.day), method: method) }

  private func time(_ day: Day) -> Double { Double(day.days(since: first)) }

  /// Days of the path: from the first answer to the end of the forecast, which starts today but only
  /// while the last answer is recent.
  private var pathDays: [Day] {
    let silence = review.today.days(since: last)
    let ahead =
      silence <= review.settings.forecastDays
      ? silence + review.settings.forecastDays : 0
    let end = last.days(since: first) + max(ahead, 0)
    return (0...min(max(end, 0), 40_000)).map { first.advanced(by: $0) }
  }

  private func trajectorySeries() throws -> TrajectorySeries {
    try TrajectorySeries(
      means.map { .init(time: time($0.day), value: $0.mean) }, alsoAt: pathDays.map(time),
      weekdayOfDayZero: first.weekday)
  }

  /// The posterior of the item's course, on which most parts rest.
  func fit() -> Finding<Trajectory> {
    Finding("a course of \"\(series.item)\"") {
      guard means.count >= SeriesBuilder.fewestDays else {
        throw InferenceError.tooFew(
          observed: means.count, needed: SeriesBuilder.fewestDays, what: "a course")
      }
      return try Trajectory.posterior(of: trajectorySeries(), model: model)
    }
  }

  func trajectoryPart(_ fit: Finding<Trajectory>) -> TrajectoryPart {
    TrajectoryPart(
      item: series.item, scale: series.scale, summary: SeriesSummary(means.map(\.mean)),
      course: fit.then("a course of \"\(series.item)\"", course),
      basis: basis(
        isSparse
          ? "A drifting level under noise, its variances integrated over."
          : "A drifting level, a passing affect, weekdays and noise on daily means, their "
            + "variances integrated over."))
  }

  /// The fewest days with an answer for a course to be drawn.
  static let fewestDays = 7

  private func course(_ fit: Trajectory) throws -> TrajectoryPart.Course {
    let observed = Dictionary(uniqueKeysWithValues: means.map { ($0.day, $0.mean) })
    let end = time(last)
    let days = zip(pathDays, fit.path).map { day, step in
      TrajectoryPart.DayEstimate(
        day: day, observed: observed[day], level: .init(step.level),
        prediction: step.time > end ? step.reading.map(TrajectoryPart.Estimate.init) : nil,
        isForecast: step.time > end)
    }
    let recent: TrajectoryPart.Estimate? =
      end >= 28 ? .init(try fit.comparison(with: end - 28, at: end).difference()) : nil
    return TrajectoryPart.Course(
      days: days, recentChange: recent,
      outliers: fit.errors.filter { abs($0.auxiliaryResidual) > 3 }
        .map { first.advanced(by: Int($0.time)) },
      hyperparameters: fit.hyperparameters, logLikelihood: fit.logLikelihood,
      isSparse: isSparse)
  }

  func changePointsPart() -> ChangePointsPart? {
    if isSparse {
      return ChangePointsPart(
        name: series.item.rawValue, days: means.map(\.day), values: means.map(\.mean),
        unit: "rating")
    }
    let weeks = Dictionary(grouping: means) { $0.day.days(since: first) / 7 }
    let ordered = weeks.sorted { $0.key < $1.key }.filter { $0.value.count >= 3 }
    return ChangePointsPart(
      name: series.item.rawValue, days: ordered.map { first.advanced(by: $0.key * 7) },
      values: ordered.map { SeriesSummary($0.value.map(\.mean)).mean },
      unit: "weekly mean (weeks with three days or more, dated by their first day)")
  }

  func monitoringPart() -> MonitoringPart? {
    guard !isSparse, series.scale.direction != .neutral else { return nil }
    return MonitoringPart(
      item: series.item, scale: series.scale,
      result: Finding("a check of the stable period") { try monitoring() },
      basis: basis(
        "EWMA (λ 0.1) and CUSUM (allowance 0.5) of standardised one-day forecast errors; limits "
          + "simulated from the model fitted to the stable period."))
  }

  private func monitoring() throws -> MonitoringPart.Result {
    let settings = review.settings
    let end = first.advanced(by: settings.baselineDays - 1)
    let budget = InnovationMonitor.Budget(alarms: settings.falseAlarms, days: 182)
    let monitor = try InnovationMonitor(
      trajectorySeries(), baselineEnd: time(end), model: model,
      side: series.scale.direction == .higherIsWorse ? .upper : .lower, budget: budget)
    let baseline = first...max(first, end)
    let doses = review.chart.doses.flatMap { $0.steps.dropFirst() }.map(\.day)
    return MonitoringPart.Result(
      ewma: chartRun(monitor.ewma, monitor), cusum: chartRun(monitor.cusum, monitor),
      baseline: baseline, baselineCount: monitor.baselineCount, budget: budget,
      doseChangesInBaseline: doses.filter(baseline.contains).count)
  }

  private func chartRun(
    _ run: InnovationMonitor.Run, _ monitor: InnovationMonitor
  ) -> MonitoringPart.ChartRun {
    let day = { (time: Double) in first.advanced(by: Int(time)) }
    return MonitoringPart.ChartRun(
      chart: run.chart,
      points: run.points.map {
        (day(monitor.innovations[$0.index].time), $0.statistic, $0.limit)
      }, firstAlarm: run.firstAlarm.map(day), isBeyondNow: run.points.last?.isBeyond ?? false)
  }

  func forecastCheckPart() -> ForecastCheckPart? {
    guard !isSparse else { return nil }
    let check = Finding("a check of forecasts") {
      try ForecastCheck(of: trajectorySeries(), model: model)
    }
    return ForecastCheckPart(
      item: series.item,
      scores: [1, 7].map { horizon in
        check.then("a check of forecasts") { try $0.scores(horizon: horizon) }
      })
  }
}

extension TrajectoryPart.Estimate {
  init(_ law: NormalMixture) {
    mean = law.mean
    let intervals = law.intervals([0.5, 0.95])
    inner = intervals[0]
    outer = intervals[1]
  }
}
