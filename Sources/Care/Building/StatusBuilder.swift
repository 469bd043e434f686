import Inference
import Knowledge
import PatientRecord
import Statistics
import Time

/// Holds the raw rules of a course of treatment against the level behind the scores.
struct StatusBuilder {
  private let review: ReviewBuilder
  private let scores: ScoresPart
  private let totals: [(day: Day, total: Double)]

  private var instrument: Instrument { scores.instrument }
  private var definitions: CourseDefinitions { review.knowledge.course }
  private var isWorseAbove: Bool { instrument.direction == .higherIsWorse }

  init(_ review: ReviewBuilder, scores: ScoresPart) {
    self.review = review
    self.scores = scores
    // Several forms on a day count as one: their mean.
    let days = Dictionary(grouping: scores.scores.filter { $0.total != nil }, by: \.day)
    totals = days.sorted { $0.key < $1.key }.map { day, forms in
      (day, SeriesSummary(forms.compactMap(\.total)).mean)
    }
  }

  func part() -> StatusPart? {
    guard let baseline = scores.baseline, let latest = scores.latest, latest.day > baseline.day,
      let start = baseline.total, let end = latest.total
    else { return nil }
    let level = fitted(from: baseline.day, to: latest.day)
    let drop = start > 0 ? (start - end) / start : nil
    return StatusPart(
      instrument: instrument, baselineDay: baseline.day, latestDay: latest.day,
      response: instrument.response.flatMap { _ in drop.map(response) },
      responded: fall(instrument.response, drop, level),
      partlyResponded: fall(instrument.partialResponse, drop, level),
      remitted: remission(end, level),
      remittedByItems: SeverityBuilder(review: review, instrument: instrument)
        .remissionProbability(),
      worsened: worsening(start, end, level),
      relapsed: relapse(level), plateaued: plateau(level),
      basis: Basis(
        totals.map(\.day),
        method: "A drifting level under the instrument's own measurement error"
          + (instrument.reliableChange.map {
            " (SD \($0.standardDeviation), reliability \($0.reliability), \(StatusBuilder.words($0.kind)))."
          } ?? "; none is published, so it is estimated.")))
  }

  /// A level over the scores with times counted from the first.
  private struct Level {
    let fit: Trajectory
    let comparison: Trajectory.Comparison
    let origin: Day

    func time(_ day: Day) -> Double { Double(day.days(since: origin)) }

    var now: NormalMixture { comparison.difference(factor: 0) }
  }

  private func fitted(from baseline: Day, to latest: Day) -> Finding<Level> {
    Finding("a level behind the \(instrument.abbreviation)") {
      guard totals.count >= 4, let origin = totals.first?.day else {
        throw InferenceError.tooFew(
          observed: totals.count, needed: 4, what: "a level behind the scores")
      }
      let time = { (day: Day) in Double(day.days(since: origin)) }
      let noise: TrajectoryModel.Noise =
        instrument.reliableChange.map {
          .known(variance: $0.standardErrorOfMeasurement * $0.standardErrorOfMeasurement)
        } ?? .estimated
      let weekly = stride(from: time(latest), through: 0, by: -7).map { $0 }
      let series = try TrajectorySeries(
        totals.map { .init(time: time($0.day), value: $0.total) },
        alsoAt: weekly + [max(time(latest) - 28, 0)])
      let fit = try Trajectory.posterior(of: series, model: TrajectoryModel(noise: noise))
      let comparison = try fit.comparison(with: time(baseline), at: time(latest))
      return Level(fit: fit, comparison: comparison, origin: origin)
    }
  }

  private func probability(
    _ level: Finding<Level>, _ question: (Level) throws -> Double
  ) -> Finding<Double> {
    level.then("a probability", question)
  }

  private func response(_ drop: Double) -> StatusPart.Response {
    if let full = instrument.response, drop >= full { return .response }
    if let partial = instrument.partialResponse, drop >= partial { return .partial }
    return .none
  }

  private func fall(
    _ share: Double?, _ drop: Double?, _ level: Finding<Level>
  ) -> StatusPart.Verdict? {
    guard let share, isWorseAbove else { return nil }
    return StatusPart.Verdict(
      rule: drop.map { $0 >= share },
      probability: probability(level) { $0.comparison.probability(fallOf: share) },
      definition: "A fall of at least \(percent(share)) from the baseline score.")
  }

  private func remission(_ end: Double, _ level: Finding<Level>) -> StatusPart.Verdict? {
    guard let threshold = instrument.remission, let rule = instrument.isRemission(total: end)
    else { return nil }
    return StatusPart.Verdict(
      rule: rule, probability: probability(level) { mass($0.now, meeting: threshold) },
      definition: "A score \(words(threshold)).")
  }

  private func worsening(
    _ start: Double, _ end: Double, _ level: Finding<Level>
  ) -> StatusPart.Verdict? {
    guard let change = instrument.reliableChange else { return nil }
    let towards = isWorseAbove ? 1.0 : -1.0
    return StatusPart.Verdict(
      rule: towards * (end - start) >= change.points,
      probability: probability(level) { level in
        let law = level.comparison.difference()
        return isWorseAbove
          ? 1 - law.cumulative(change.points) : law.cumulative(-change.points)
      },
      definition: "Worse than the baseline by at least the reliable change of "
        + "\(number(change.points)) points.")
  }

  /// Relapse can only follow a remission; the level in remission is the last score that was one.
  ///
  /// A remission before the baseline belongs to an earlier episode: the scores after it are the
  /// illness that is being treated, not its return.
  private func relapse(_ level: Finding<Level>) -> StatusPart.Verdict? {
    guard let definition = definitions.relapse[instrument.id], isWorseAbove,
      let baseline = scores.baseline,
      let remitted = totals.lastIndex(where: {
        $0.day >= baseline.day && instrument.isRemission(total: $0.total) == true
      })
    else { return nil }
    let since = totals[remitted]
    let bound = max(
      definition.atLeast, definition.aboveRemissionLevelBy.map { since.total + $0 } ?? 0)
    let later = totals[(remitted + 1)...].map { $0.total >= bound }
    let count = definition.consecutiveRatings
    let run =
      later.count < count
      ? false : (0...later.count - count).contains { later[$0..<$0 + count].allSatisfy(\.self) }
    return StatusPart.Verdict(
      rule: run, probability: probability(level) { 1 - $0.now.cumulative(bound) },
      definition: "After the latest remission, \(count) scores in a row of at least "
        + "\(number(bound)); the probability is that the level is there now.")
  }

  /// A plateau: hardly any change in four weeks, above remission, after long enough treatment.
  private func plateau(_ level: Finding<Level>) -> StatusPart.Verdict? {
    let definition = definitions.plateau
    guard definition.instrument == instrument.id, let threshold = instrument.remission,
      let latest = totals.last, let start = treatmentStart
    else { return nil }
    let treated = latest.day.days(since: start) >= 7 * definition.weeksOfTreatment
    let window = totals.filter {
      latest.day.days(since: $0.day) <= 7 * definition.weeksAboveRemission
    }
    let above = window.count >= 2 && window.allSatisfy { !threshold.isMet(by: $0.total) }
    let still = window.first.map { abs($0.total - latest.total) < definition.changeBelow } ?? false
    return StatusPart.Verdict(
      rule: treated ? above && still : nil,
      probability: stillness(level, definition, isTreated: treated, isAbove: above),
      definition: "Less than \(number(definition.changeBelow)) points of change in "
        + "\(definition.projectionDays) days, above remission, after at least "
        + "\(definition.weeksOfTreatment) weeks of treatment; the probability is that the level "
        + "moved as little, and counts from \(percent(definition.probabilityAtLeast)).",
      probabilityNeeded: definition.probabilityAtLeast)
  }

  /// The probability of standing still, which says something of a plateau only above remission.
  private func stillness(
    _ level: Finding<Level>, _ definition: PlateauDefinition, isTreated: Bool, isAbove: Bool
  ) -> Finding<Double> {
    guard isTreated else {
      return .notYet(
        NotYet("Treatment has lasted less than \(definition.weeksOfTreatment) weeks."))
    }
    guard isAbove else {
      return .notYet(
        NotYet(
          "The scores of the last \(definition.weeksAboveRemission) weeks are too few or not all "
            + "above remission."))
    }
    return probability(level) { try stillness($0, definition) }
  }

  private func stillness(_ level: Level, _ definition: PlateauDefinition) throws -> Double {
    let end = level.comparison.time
    let start = end - Double(definition.projectionDays)
    guard level.fit.series.times.contains(start) else {
      throw InferenceError.tooFew(
        observed: Int(end), needed: definition.projectionDays, what: "days of scores")
    }
    let law = try level.fit.comparison(with: start, at: end).difference()
    return law.cumulative(definition.changeBelow) - law.cumulative(-definition.changeBelow)
  }

  private var treatmentStart: Day? {
    (review.chart.courses.map(\.firstDay)
      + review.chart.doses.compactMap { $0.steps.first?.day }).min()
  }

  private func mass(_ law: NormalMixture, meeting threshold: Threshold) -> Double {
    switch threshold.comparison {
    case .below, .atMost: law.cumulative(threshold.score)
    case .atLeast, .above: 1 - law.cumulative(threshold.score)
    }
  }

  private func words(_ threshold: Threshold) -> String {
    let score = number(threshold.score)
    return switch threshold.comparison {
    case .below: "below \(score)"
    case .atMost: "of at most \(score)"
    case .atLeast: "of at least \(score)"
    case .above: "above \(score)"
    }
  }

  private static func words(_ kind: ReliableChange.Kind) -> String {
    switch kind {
    case .testRetest: "between two occasions"
    case .internalConsistency: "from the items of one form, which leaves out the scatter by day"
    case .interRater: "between raters"
    case .unstated: "of a kind that its source does not name"
    }
  }

  private func percent(_ share: Double) -> String { "\(number(share * 100)) %" }

  private func number(_ value: Double) -> String {
    value == value.rounded() && abs(value) < 1e9 ? String(Int(value)) : String(value)
  }
}
