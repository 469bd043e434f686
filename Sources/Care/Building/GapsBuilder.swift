import Knowledge
import PatientRecord
import Time

/// Lists what is missing, and why.
struct GapsBuilder {
  private let review: ReviewBuilder
  private let trajectories: [TrajectoryPart]
  private let scores: [ScoresPart]

  init(_ review: ReviewBuilder, trajectories: [TrajectoryPart], scores: [ScoresPart]) {
    self.review = review
    self.trajectories = trajectories
    self.scores = scores
  }

  func part() -> GapsPart {
    let days = review.chart.days
    let span = days.map { $0.upperBound.days(since: $0.lowerBound) + 1 } ?? 0
    return GapsPart(
      emptyDays: max(span - daysWithAnything().count, 0), spanDays: span,
      lastDay: days?.upperBound, gaps: gaps(),
      problems: review.problems.map(\.description))
  }

  private func daysWithAnything() -> Set<Day> {
    let chart = review.chart
    return Set(chart.checkIns.flatMap { $0.points.map(\.day) })
      .union(chart.scores.values.flatMap { $0.map(\.day) })
      .union(chart.sleep.map(\.day)).union(chart.activities.map(\.day))
  }

  private func gaps() -> [GapsPart.Gap] {
    var gaps: [GapsPart.Gap] = []
    for part in trajectories {
      if let missing = part.course.missing {
        gaps.append(.init(subject: part.item.rawValue, sentence: missing.reason))
      }
      if part.basis.longestGap >= 7, !(part.course.value?.isSparse ?? true) {
        gaps.append(
          .init(
            subject: part.item.rawValue,
            sentence: "The longest stretch without an answer is \(part.basis.longestGap) days; "
              + "what happened then is only interpolated."))
      }
    }
    for part in scores {
      let unscored = part.scores.filter { $0.total == nil }.count
      guard unscored > 0 else { continue }
      gaps.append(
        .init(
          subject: part.instrument.abbreviation,
          sentence: "\(unscored) of \(part.scores.count) forms had too many questions skipped for "
            + "a total."))
    }
    return gaps + raters() + silence()
  }

  /// Scores by different people differ without any change of the person.
  private func raters() -> [GapsPart.Gap] {
    scores.compactMap { part in
      let raters = Set((review.chart.scores[part.instrument.id] ?? []).map(\.rater))
      guard raters.count > 1 else { return nil }
      return .init(
        subject: part.instrument.abbreviation,
        sentence: "Forms filled in by different people (the person, a clinician, somebody else) "
          + "stand in one series; part of a change may be the change of rater.")
    }
  }

  private func silence() -> [GapsPart.Gap] {
    guard let last = review.chart.lastDay else {
      return [.init(subject: "record", sentence: "The record is empty.")]
    }
    let days = review.today.days(since: last)
    guard days > review.settings.forecastDays else { return [] }
    return [
      .init(
        subject: "record",
        sentence: "Nothing was recorded in the last \(days) days, so there is no forecast.")
    ]
  }
}
