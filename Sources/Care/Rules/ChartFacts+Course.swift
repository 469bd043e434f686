import Knowledge
import PatientRecord
import Time

extension ChartFacts {
  /// How long the primary scale has been in remission.
  func courseFacts() -> Found {
    guard let part = primaryPart(scores) else { return [] }
    let states = part.scores.filter { $0.day <= today }.compactMap { score in
      score.total.flatMap { part.instrument.isRemission(total: $0) }
        .map { (day: score.day, isRemission: $0) }
    }
    let run = states.reversed().prefix(while: \.isRemission)
    guard let latest = run.first, let first = run.last else { return [] }
    // Remission began after the last rating without it, or before the record.
    let before = states.last { !$0.isRemission }?.day
    let months =
      Self.months(
        from: first.day, to: latest.day)...(before.map {
        Self.months(from: $0, to: today)
      } ?? .infinity)
    return [(FactReference("remission.months"), KnownFact(.between(months), on: latest.day))]
  }

  private static func months(from first: Day, to last: Day) -> Double {
    Double(last.days(since: first)) / 30.4375
  }

  /// Whether two depression scales moved in opposite directions by more than measurement error.
  func disagreement(_ parts: [ScoresPart]) -> Found {
    let changes = parts.filter(isDepressionScale).compactMap { part -> (Bool?, Day)? in
      guard let change = part.change, let isReliable = change.isReliable, let latest = part.latest
      else { return nil }
      return (isReliable ? change.isImprovement : nil, latest.day)
    }
    guard changes.count > 1, let day = changes.map(\.1).max() else { return [] }
    let directions = Set(changes.compactMap(\.0))
    return [(FactReference("scalesDisagree"), KnownFact(.flag(directions.count > 1), on: day))]
  }

  /// The level of risk of the latest form and the last days of the two highest levels, of the
  /// instruments that the catalogue names. A level that missing answers could raise is not known.
  func levels() -> Found {
    guard let definition = knowledge.rules.definitions["cssrs.level"],
      let instrument = definition.instrument, let forms = chart.scores[instrument]
    else { return [] }
    let levels = forms.filter { $0.day <= today }.compactMap { form -> (TriageResult, Day)? in
      guard case .scored(let score) = form.result else { return nil }
      return score.triage.map { ($0, form.day) }
    }
    var found: Found = []
    if let (last, day) = levels.last, case .level(let level) = last {
      found.append((FactReference("cssrs.level"), KnownFact(.choice(level.id), on: day)))
    }
    guard case .triage(let table)? = knowledge.instruments[instrument]?.scoring?.rule else {
      return found
    }
    let highest: [FactID] = ["cssrs.lastHigh", "cssrs.lastModerate"]
    for (id, level) in zip(highest, table.levels) {
      guard let day = levels.last(where: { $0.0.level.id == level.id })?.1 else { continue }
      found.append((FactReference(id), KnownFact(.date(day), on: day)))
    }
    return found
  }
}
