import Knowledge
import PatientRecord
import Time

/// Computes the scores of one instrument with severity and change.
struct ScoresBuilder {
  private let review: ReviewBuilder
  private let instrument: Instrument

  init(_ review: ReviewBuilder, instrument: Instrument) {
    self.review = review
    self.instrument = instrument
  }

  func part() -> ScoresPart? {
    let responses = review.chart.scores[instrument.id] ?? []
    guard !responses.isEmpty else { return nil }
    let scores = responses.map(score)
    let (baseline, reason) = baseline(among: scores)
    let latest = scores.last { $0.total != nil }
    return ScoresPart(
      instrument: instrument, scores: scores, baseline: baseline, baselineReason: reason,
      latest: latest, change: change(from: baseline, to: latest),
      isInRemission: latest?.total.flatMap { instrument.isRemission(total: $0) },
      basis: Basis(
        scores.map(\.day),
        method: "Published scoring, bands and change rules of the \(instrument.abbreviation)."))
  }

  private func score(_ response: ScoredResponse) -> ScoresPart.Score {
    let total = response.value
    var prorated = false
    var missing = 0
    if case .scored(let score) = response.result {
      missing = score.missing.count
      if case .prorated = score.total { prorated = true }
    }
    return ScoresPart.Score(
      day: response.day, total: total, isProrated: prorated, missingItems: missing,
      band: total.flatMap { instrument.band(forTotal: $0) })
  }

  /// The last score before the first treatment began, else the first score.
  private func baseline(
    among scores: [ScoresPart.Score]
  ) -> (score: ScoresPart.Score?, reason: String) {
    let scored = scores.filter { $0.total != nil }
    let starts =
      review.chart.courses.map(\.firstDay)
      + review.chart.doses.compactMap { $0.steps.first?.day }
    guard let start = starts.min() else {
      return (scored.first, "the first score in the record")
    }
    guard let before = scored.last(where: { $0.day <= start }) else {
      return (scored.first, "the first score in the record, from after treatment had begun")
    }
    return (before, "the last score up to the first recorded treatment")
  }

  private func change(
    from baseline: ScoresPart.Score?, to latest: ScoresPart.Score?
  ) -> ScoresPart.Change? {
    guard let baseline, let latest, latest.day > baseline.day, let before = baseline.total,
      let after = latest.total
    else { return nil }
    let points = after - before
    let better = instrument.direction == .higherIsWorse ? points < 0 : points > 0
    return ScoresPart.Change(
      points: points, fractionalDrop: before > 0 ? -points / before : nil,
      isReliable: instrument.isReliableChange(from: before, to: after),
      isImprovement: points == 0 ? nil : better)
  }
}
