import Knowledge
import PatientRecord
import Time

extension ChartFacts {
  /// What today's sessions say, and for how long a kind of session has gone on.
  func sessionFacts() -> Found {
    let held = past(chart.sessions).filter { $0.content.outcome != .missed }
    let now = held.filter { $0.day == today }
    return checklist(now) + pressures(now) + months(held)
  }

  private func checklist(_ sessions: [Dated<Session>]) -> Found {
    let items = sessions.flatMap { session in
      session.content.checklist.map {
        (DatedWord(word: hyphenated($0.name.text), day: session.day), $0.isMet)
      }
    }
    return partialSet(
      "checklist", has: items.filter(\.1).map(\.0), hasNot: items.filter { !$0.1 }.map(\.0))
  }

  /// What was observed at the beginning of today's sessions, and the highest after it.
  private func pressures(_ sessions: [Dated<Session>]) -> Found {
    let observed = sessions.flatMap(\.content.observations)
    guard !observed.isEmpty else { return [] }
    let pairs: [(before: FactID, after: FactID)] = [
      ("systolic.preDose", "systolic.postDose"), ("diastolic.preDose", "diastolic.postDose"),
    ]
    return pairs.flatMap { before, after in
      [
        latest(before, values(of: before, in: observed.filter { $0.after.value <= 0 }).last),
        latest(after, values(of: after, in: observed.filter { $0.after.value > 0 }).max()),
      ].compactMap(\.self)
    }
  }

  private func latest(_ id: FactID, _ value: Double?) -> (FactReference, KnownFact)? {
    value.map { (FactReference(id), KnownFact(.number($0), on: today)) }
  }

  private func values(of id: FactID, in observed: [Observation]) -> [Double] {
    guard let definition = knowledge.rules.definitions[id] else { return [] }
    return observed.map(\.measure).filter {
      $0.quantity.unit.rawValue == definition.unit
        && definition.measurements.contains(hyphenated($0.name.text))
    }.map(\.quantity.value)
  }

  /// Months from the first session of a kind to the latest, and perhaps more: sessions before the
  /// record began are not in it.
  private func months(_ sessions: [Dated<Session>]) -> Found {
    Dictionary(grouping: sessions, by: \.content.kind.rawValue).compactMap { kind, held in
      guard let first = held.first, let last = held.last else { return nil }
      let months = Double(last.day.days(since: first.day)) / 30.4375
      return (
        FactReference("sessionMonths", kind),
        KnownFact(.range(months...Double.infinity), on: last.day)
      )
    }
  }
}
