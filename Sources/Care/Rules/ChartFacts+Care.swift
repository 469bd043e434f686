import Knowledge
import PatientRecord
import Time

extension ChartFacts {
  /// Treatments that are no medicine, and their sessions.
  func careFacts() -> Found {
    let underWay = chart.courses.filter { $0.course.status == .active && $0.contains(today) }
    let planned = chart.courses.filter { $0.course.status == .planned }
    let held = past(chart.sessions).filter { $0.content.outcome != .missed }
    return partialSet("treatments", has: underWay.flatMap(words) + withoutCourse().flatMap(words))
      + partialSet("plannedTreatments", has: planned.flatMap(words))
      + sessionKinds("sessionToday", of: held) + sessionKinds("recentSessions", of: held)
      + sessionCounts()
  }

  /// The words a course goes by: its kind and its name.
  private func words(_ dated: DatedCourse) -> [DatedWord] {
    [dated.course.kind.rawValue, hyphenated(dated.course.name.text)].map {
      DatedWord(word: $0, day: dated.firstDay)
    }
  }

  private func words(_ stretch: TreatmentStretch) -> [DatedWord] {
    [stretch.sessionKind, hyphenated(stretch.name)].compactMap(\.self).map {
      DatedWord(word: $0, day: stretch.sessions.last ?? stretch.start)
    }
  }

  /// The kinds of the sessions of the days for which the catalogue keeps a set.
  private func sessionKinds(_ id: FactID, of held: [Dated<Session>]) -> Found {
    partialSet(
      id,
      has: kept(held, for: id).map { DatedWord(word: $0.content.kind.rawValue, day: $0.day) })
  }

  /// Treatments without a course whose latest session is recent enough to call them under way,
  /// counted as the due list counts them.
  func withoutCourse() -> [TreatmentStretch] {
    let days = knowledge.rules.definitions["treatments"]?.sessionDays ?? 0
    return looseSessions.filter { today.days(since: $0.sessions.last ?? $0.start) <= days }
  }

  /// The sessions completed in the course of the latest one; unknown where it names no course.
  private func sessionCounts() -> Found {
    let completed = past(chart.sessions).filter { $0.content.outcome == .completed }
    let kinds = Dictionary(grouping: completed, by: \.content.kind.rawValue)
    return kinds.sorted { $0.key < $1.key }.compactMap { kind, sessions in
      guard let latest = sessions.last, let course = latest.content.course else { return nil }
      let count = sessions.count { $0.content.course == course }
      return (
        FactReference("sessionCount", kind), KnownFact(.number(Double(count)), on: latest.day)
      )
    }
  }
}
