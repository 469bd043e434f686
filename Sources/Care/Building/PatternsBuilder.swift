import Inference
import PatientRecord
import Time

/// Gathers what may go along with a rated item and looks for patterns.
struct PatternsBuilder {
  private let review: ReviewBuilder
  private let series: CheckInSeries
  private let means: [DailyMean]
  private let origin: Day

  init(_ review: ReviewBuilder, series: CheckInSeries) {
    self.review = review
    self.series = series
    means = series.dailyMeans
    origin = means.first?.day ?? review.today
  }

  /// The fewest days on which something has to be recorded to be asked about at all.
  private static let fewestDays = 14

  func part(given fit: Finding<Trajectory>) -> PatternsPart? {
    let candidates = predictors().filter { $0.values.count >= PatternsBuilder.fewestDays }
    guard !candidates.isEmpty else { return nil }
    return PatternsPart(
      item: series.item, scale: series.scale, predictors: candidates.map(\.kind), origin: origin,
      result: fit.then("patterns") { fit in
        try Patterns.found(
          in: fit.series, model: fit.model,
          predictors: candidates.map {
            PatternPredictor(
              name: $0.kind.name, values: $0.values, firstLag: $0.kind.firstLag)
          },
          hyperparameters: fit.hyperparameters)
      },
      basis: Basis(
        means.map(\.day),
        method: "Deviations of each predictor from its own fortnight against the daily means less "
          + "drift, weekdays and carry-over, all questions at once under a sparse prior; shown is "
          + "what also foretells, comes before and is tied to its days."))
  }

  private typealias Candidate = (kind: PatternsPart.Predictor, values: [Int: Double])

  private func predictors() -> [Candidate] {
    let chart = review.chart
    let rated = review.settings.predictors.compactMap { item -> Candidate? in
      guard item != series.item, let other = chart.checkIns.first(where: { $0.item == item })
      else { return nil }
      return (.rating(item), byDay(other.dailyMeans.map { ($0.day, $0.mean) }))
    }
    return [
      (
        .sleepHours,
        byDay(chart.sleep.compactMap { night in night.content.hours.map { (night.day, $0) } })
      ),
      (
        .sleepQuality,
        byDay(
          chart.sleep.compactMap { night in night.content.quality.map { (night.day, $0.value) } })
      ),
      (
        .activeMinutes,
        counted(
          chart.activities.filter { $0.content.kind != .rest }
            .map { ($0.day, $0.content.duration?.value ?? 0) })
      ),
      (.retrievals, counted(review.retrievalDays.map { ($0, 1) })),
    ] + rated
  }

  /// The mean of each day, by days since the origin.
  private func byDay(_ values: [(Day, Double)]) -> [Int: Double] {
    Dictionary(grouping: values) { $0.0.days(since: origin) }.mapValues { day in
      day.reduce(0) { $0 + $1.1 } / Double(day.count)
    }
  }

  /// The sum of every day from the first answer to the last, 0 where nothing was recorded; nothing
  /// when it is rarely recorded. Days without an answer count like the others, so that what is known
  /// does not depend on what was done.
  private func counted(_ values: [(Day, Double)]) -> [Int: Double] {
    let sums = Dictionary(grouping: values) { $0.0.days(since: origin) }.mapValues { day in
      day.reduce(0) { $0 + $1.1 }
    }
    guard sums.count >= PatternsBuilder.fewestDays, let last = means.last?.day else { return [:] }
    let days = 0...min(max(last.days(since: origin), 0), 40_000)
    return Dictionary(uniqueKeysWithValues: days.map { ($0, sums[$0] ?? 0) })
  }
}

extension Sleep {
  /// Hours slept: as stated, or from falling asleep to waking less time awake.
  var hours: Double? {
    if let duration { return duration.value / 60 }
    guard let lightsOut, let finalWake else { return nil }
    let span = Double(finalWake.milliseconds - lightsOut.milliseconds) / 3_600_000
    let awake = ((sleepOnsetLatency?.value ?? 0) + (wakeAfterSleepOnset?.value ?? 0)) / 60
    let slept = span - awake
    return slept > 0 && slept <= 24 ? slept : nil
  }
}
