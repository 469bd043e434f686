import Inference
import PatientRecord
import Time

/// Asks whether practice reaches a rated item by way of the memory task done most often.
struct MemoryLinkBuilder {
  let review: ReviewBuilder
  let series: CheckInSeries

  func part() -> MemoryLinkPart? {
    let runs = Dictionary(grouping: review.chart.taskResults.filter { !$0.content.summary.isEmpty })
    {
      $0.content.task.text
    }
    guard
      let (task, results) = runs.max(by: { ($0.value.count, $1.key) < ($1.value.count, $0.key) }),
      let figure = results.first?.content.summary.first?.name.text
    else { return nil }
    let days = Set(results.map(\.day) + series.dailyMeans.map(\.day)).sorted()
    return MemoryLinkPart(
      item: series.item, task: task, figure: figure,
      result: Finding("a link from practice over memory to \"\(series.item)\"") {
        var options = Mediation.Options()
        options.hasSlowCourse = true
        options.hasWeekdays = true
        return try Mediation(
          MediationSeries(
            rows(results, figure),
            names: .init(cause: "practice", mediator: figure, outcome: series.item.rawValue)),
          options: options)
      },
      basis: Basis(
        days,
        method: "Two equations a day apart with persistence, trend and practice of the task; "
          + "intervals from joint draws."))
  }

  private func rows(_ results: [Dated<TaskResult>], _ figure: String) -> [MediationSeries.Day] {
    let origin = series.dailyMeans.first?.day ?? review.today
    let outcomes = Dictionary(
      uniqueKeysWithValues: series.dailyMeans.map { ($0.day.days(since: origin), $0.mean) })
    var mediators: [Int: Double] = [:]
    var attempts: [Int: Double] = [:]
    for (index, result) in results.enumerated() {
      let day = result.day.days(since: origin)
      guard let value = result.content.summary.first(where: { $0.name.text == figure }) else {
        continue
      }
      mediators[day] = value.quantity.value
      attempts[day] = Double(index + 1)
    }
    var retrievals: [Int: Double] = [:]
    for day in review.retrievalDays { retrievals[day.days(since: origin), default: 0] += 1 }
    return Set(outcomes.keys).union(mediators.keys).sorted().map { day in
      MediationSeries.Day(
        day: day, cause: retrievals[day] ?? 0, mediator: mediators[day], outcome: outcomes[day],
        attempt: attempts[day])
    }
  }
}
