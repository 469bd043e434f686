import Knowledge
import PatientRecord
import Time

extension ChartFacts {
  /// Scores, levels of risk, answers about safety, and the change of the primary scale.
  func scoreFacts() -> Found {
    scores.flatMap(totals) + lastScale(scores) + (primaryPart(scores).map(change) ?? [])
      + disagreement(scores) + levels() + itemAnswers()
  }

  private func totals(_ part: ScoresPart) -> Found {
    guard let latest = part.latest, let total = latest.total else { return [] }
    let id = part.instrument.id.rawValue
    var found: Found = [(FactReference("score", id), KnownFact(.number(total), on: latest.day))]
    let before = part.scores.last { $0.total != nil && $0.day < latest.day }?.total
    if let before {
      found.append(
        (FactReference("rise", id), KnownFact(.number(total - before), on: latest.day)))
    }
    if let baseline = part.baseline, let first = baseline.total, baseline.day < latest.day {
      found.append(
        (FactReference("fall", id), KnownFact(.number(first - total), on: latest.day)))
    }
    return found
  }

  /// A scale of depression is one with a rule for remission and one for response.
  func isDepressionScale(_ part: ScoresPart) -> Bool {
    part.instrument.remission != nil && part.instrument.response != nil
  }

  private func lastScale(_ parts: [ScoresPart]) -> Found {
    guard let day = parts.filter(isDepressionScale).compactMap(\.latest?.day).max() else {
      return []
    }
    return [(FactReference("lastScale"), KnownFact(.date(day), on: day))]
  }

  func primaryPart(_ parts: [ScoresPart]) -> ScoresPart? {
    if let primary { return parts.first { $0.instrument.id == primary } }
    return parts.filter(isDepressionScale).max { $0.scores.count < $1.scores.count }
  }

  private func change(_ part: ScoresPart) -> Found {
    guard let latest = part.latest else { return [] }
    var found: Found = []
    func add(_ id: FactID, _ value: FactValue?) {
      if let value { found.append((FactReference(id), KnownFact(value, on: latest.day))) }
    }
    add("improvement", part.change?.fractionalDrop.map { .number(100 * $0) })
    add("changeWithinError", part.change?.isReliable.map { .flag(!$0) })
    add("inRemission", part.isInRemission.map { .flag($0) })
    if let baseline = part.baseline {
      let since = part.scores.filter { $0.day >= baseline.day }
      let remitted = since.contains { score in
        score.total.flatMap { part.instrument.isRemission(total: $0) } == true
      }
      if remitted { add("remission.reached", .flag(true)) }
    }
    return found
  }
}
