import Knowledge
import PatientRecord
import Time

extension ChartFacts {
  /// What today's and the latest sessions say, and for how long a kind of session has gone on.
  func sessionFacts() -> Found {
    let held = past(chart.sessions).filter { $0.content.outcome != .missed }
    let now = held.filter { $0.day == today }
    return checklist(now) + pressures(held) + months(held)
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

  /// What was observed at the beginning of the latest session of each kind, and the highest after
  /// it, for as many days as the catalogue keeps it.
  private func pressures(_ sessions: [Dated<Session>]) -> Found {
    let pairs: [(before: FactID, after: FactID)] = [
      ("systolic.preDose", "systolic.postDose"), ("diastolic.preDose", "diastolic.postDose"),
    ]
    return pairs.flatMap { before, after in
      [
        highest(before, in: sessions) { observed in
          values(of: before, in: observed.filter { $0.after.value <= 0 }).last
        },
        highest(after, in: sessions) { observed in
          values(of: after, in: observed.filter { $0.after.value > 0 }).max()
        },
      ].compactMap(\.self)
    }
  }

  /// The highest that is read from the latest sessions, with its day.
  private func highest(
    _ id: FactID, in sessions: [Dated<Session>], _ read: ([Observation]) -> Double?
  ) -> (FactReference, KnownFact)? {
    let found = latest(kept(sessions, for: id)).compactMap { session in
      read(session.content.observations).map { (value: $0, day: session.day) }
    }
    return found.max { $0.value < $1.value }.map { value, day in
      (FactReference(id), KnownFact(.number(value), on: day))
    }
  }

  /// The sessions of the days for which the catalogue keeps a fact.
  func kept(_ sessions: [Dated<Session>], for id: FactID) -> [Dated<Session>] {
    let days = knowledge.rules.definitions[id]?.sessionDays ?? 0
    return sessions.filter { today.days(since: $0.day) <= days }
  }

  /// Of each kind the sessions of the last day with one that was observed.
  private func latest(_ sessions: [Dated<Session>]) -> [Dated<Session>] {
    let observed = sessions.filter { !$0.content.observations.isEmpty }
    return observed.filter { session in
      !observed.contains {
        $0.content.kind == session.content.kind && $0.day > session.day
      }
    }
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
