import Knowledge
import Time

extension DueBuilder {
  /// The lines of the calendars that courses of the record begin.
  func fromCalendars() -> [Found] {
    let replaced = Set(
      knowledge.calendars.calendars.filter { chosen.contains($0.id) }.compactMap(\.insteadOf))
    return knowledge.calendars.calendars.flatMap { calendar -> [Found] in
      guard !replaced.contains(calendar.id),
        calendar.insteadOf == nil || chosen.contains(calendar.id)
      else { return [] }
      let own = stretches.filter { stretch in
        calendar.trigger.includes(stretch, knowledge.medicines)
          && calendar.required.allSatisfy { truth($0, stretch) == .yes }
          && !calendar.excluded.contains { truth($0, stretch) == .yes }
      }
      return own.isEmpty ? [] : calendar.items.flatMap { found($0, calendar, own) }
    }
  }

  /// Overlapping courses ask once: the one that asks first. What follows an end is asked for only while
  /// no course of the kind goes on.
  private func found(
    _ item: MonitoringCalendar.Item, _ calendar: MonitoringCalendar, _ own: [TreatmentStretch]
  ) -> [Found] {
    let fitting = own.filter { stretch in
      item.trigger.map { $0.includes(stretch, knowledge.medicines) } ?? true
        && item.required.allSatisfy { truth($0, stretch) == .yes }
    }
    let underWay = fitting.filter { if case .ended = $0.state { false } else { true } }
    let done = index.done(item.doneBy)
    var dated: [Found] = []
    var undated: [Found] = []
    for stretch in underWay.isEmpty ? fitting.suffix(1) : underWay {
      let asking = Asking(item: item, calendar: calendar, stretch: adjusted(stretch))
      let counter = counter(asking)
      if let found = self.dated(asking, counter, done) { dated.append(found) }
      guard stretch.state != .planned else { continue }
      undated += counter.undated.filter { time in
        !undated.contains { $0.item.time == time }
      }.map { Found(item: line(asking, $0, nil, done), later: []) }
    }
    let first = dated.min {
      ($0.item.time.days?.lowerBound ?? today) < ($1.item.time.days?.lowerBound ?? today)
    }
    return (first.map { [$0] } ?? []) + undated
  }

  /// What asks for something.
  struct Asking {
    let item: MonitoringCalendar.Item
    let calendar: MonitoringCalendar
    let stretch: TreatmentStretch
  }

  /// A planned course whose day is not ahead has no day yet; only what comes before it can be told.
  private func adjusted(_ stretch: TreatmentStretch) -> TreatmentStretch {
    guard stretch.state == .planned, stretch.start <= today else { return stretch }
    var moved = TreatmentStretch(
      name: stretch.name, entry: stretch.entry, start: today, state: .planned,
      courseKind: stretch.courseKind, medicine: stretch.medicine, treatment: stretch.treatment)
    moved.changes = [today]
    return moved
  }

  private func counter(_ asking: Asking) -> TimingCounter {
    let stretch = asking.stretch
    let isUndatedPlan = stretch.state == .planned && stretch.start == today
    let timings = asking.item.timings.compactMap { timing -> CalendarTiming? in
      guard isUndatedPlan else { return timing }
      guard case .at(let distances) = timing.kind, distances.first == 0...0 else { return nil }
      return CalendarTiming(.at([0...0]), unit: timing.unit)
    }
    return TimingCounter(
      stretch: stretch, today: today, timings: timings, truth: { truth($0, stretch) },
      baselineWeeks: terms?.baselineWeeks ?? 0)
  }

  private func dated(
    _ asking: Asking, _ counter: TimingCounter, _ done: [DueItem.Done]
  ) -> Found? {
    let all = occurrences(counter, after: done.map(\.day))
    guard let first = all.first, !hasLapsed(first, counter) else { return nil }
    return Found(
      item: line(asking, .days(first.days), first, done), later: all.dropFirst().map(\.days))
  }

  /// What is asked for once is not listed for ever.
  private func hasLapsed(_ next: TimingCounter.Next, _ counter: TimingCounter) -> Bool {
    let isRepeated = counter.timings.contains { if case .every = $0.kind { true } else { false } }
    let isOver = if case .ended = counter.stretch.state { true } else { false }
    guard let terms, isOver || !isRepeated else { return false }
    let last = max(
      next.days.upperBound, counter.milestones().last?.days.upperBound ?? next.days.upperBound)
    return today > last.advanced(by: 7 * terms.lapseWeeks)
  }

  private func line(
    _ asking: Asking, _ time: DueTime, _ next: TimingCounter.Next?, _ done: [DueItem.Done]
  ) -> DueItem {
    let (item, calendar) = (asking.item, asking.calendar)
    let assumed = calendar.excluded.filter { truth($0, asking.stretch) == .unknown }
    let open = (assumed + (next?.open ?? [])).compactMap { terms?.statements[$0]?.question }
    return DueItem(
      origin: .calendar(calendar.id, item: item.id), what: item.name, why: calendar.name,
      course: asking.stretch.due, time: time, standing: standing(of: time), limit: next?.limit,
      lastDone: done.last, instruments: item.doneBy.instruments, ownInstruments: [], ownNames: [],
      isAtOnce: false,
      checklist: item.checklist, open: open, pending: calendar.pending,
      note: item.note ?? calendar.evidence.note, evidence: calendar.evidence)
  }
}
