import Knowledge
import PatientRecord
import Time

extension DueBuilder {
  /// The lines of the schedule of measurements.
  func scheduled() -> [Found] {
    guard let schedule = knowledge.schedule else { return [] }
    return schedule.domains.flatMap { found($0, schedule) }
  }

  private func found(
    _ domain: MeasurementSchedule.Domain, _ schedule: MeasurementSchedule
  ) -> [Found] {
    let done = index.done(CalendarEvidence(instruments: domain.anyOf, words: domain.words))
    guard phase.possible != [.baseline] || !domain.events.isEmpty else {
      return start(domain, done)
    }
    var dated: [(next: [TimingCounter.Next], counter: TimingCounter)] = []
    var undated: [DueTime] = []
    for counter in counters(domain, schedule) {
      let all = occurrences(counter, after: done.map(\.day))
      if !all.isEmpty { dated.append((all, counter)) }
      undated += counter.undated.filter { !undated.contains($0) }
    }
    let first = dated.min { $0.next[0].days.lowerBound < $1.next[0].days.lowerBound }
    let lines = undated.map { Found(item: line(domain, $0, nil, done, nil), later: []) }
    guard let first else { return phase.possible == [.baseline] ? start(domain, done) : lines }
    let next = first.next[0]
    let course = first.counter.stretch
    let item = line(
      domain, .days(next.days), next, done, course.name.isEmpty ? nil : course.due,
      isAtOnce: first.counter.timings.contains { $0.kind == .atOnce })
    return [Found(item: item, later: first.next.dropFirst().map(\.days))] + lines
  }

  /// Before any treatment each domain is measured once.
  private func start(_ domain: MeasurementSchedule.Domain, _ done: [DueItem.Done]) -> [Found] {
    guard domain.phases[.baseline]?.contains(.start) == true, done.isEmpty else { return [] }
    return [Found(item: line(domain, .days(today...today), nil, done, nil), later: [])]
  }

  // MARK: Counters

  private func counters(
    _ domain: MeasurementSchedule.Domain, _ schedule: MeasurementSchedule
  ) -> [TimingCounter] {
    var counters: [TimingCounter] = []
    if let phaseStretch, phase.possible != [.baseline] {
      let timings = phase.possible.sorted { $0.rawValue < $1.rawValue }
        .flatMap { domain.phases[$0] ?? [] }.compactMap(\.timing)
      counters.append(counter(phaseStretch, timings))
    }
    for occasion in domain.events {
      guard let trigger = terms?.events[occasion.event], let timing = occasion.timing(in: schedule)
      else { continue }
      counters += eventStretches(trigger).compactMap { stretch in
        // What is asked for during some weeks is over after them.
        if let weeks = timing.until, today >= stretch.start.advanced(by: weeks, timing.unit) {
          return nil
        }
        return counter(stretch, [timing])
      }
    }
    return counters.filter { !$0.timings.isEmpty }
  }

  private func counter(
    _ stretch: TreatmentStretch, _ timings: [CalendarTiming]
  ) -> TimingCounter {
    TimingCounter(
      stretch: stretch, today: today, timings: timings, truth: { _ in .unknown },
      baselineWeeks: terms?.baselineWeeks ?? 0)
  }

  /// The phase as if it were a course.
  private var phaseStretch: TreatmentStretch? {
    guard let entry = chart.entries.first?.id else { return nil }
    return TreatmentStretch(
      name: "", entry: entry, start: phase.start, state: .underWay, courseKind: nil, medicine: nil,
      treatment: nil)
  }

  /// The courses of an event, each from the moment that counts.
  private func eventStretches(_ trigger: CalendarTrigger) -> [TreatmentStretch] {
    if trigger.moment == .positiveSafetyAnswer { return positiveAnswer.map { [$0] } ?? [] }
    return stretches.compactMap { stretch in
      guard stretch.state != .planned, trigger.includes(stretch, knowledge.medicines) else {
        return nil
      }
      switch trigger.moment {
      case .start: return stretch
      case .increase: return stretch.increase.map { stretch.counted(from: $0) }
      case .decrease: return stretch.decrease.map { stretch.counted(from: $0) }
      case .positiveSafetyAnswer: return nil
      }
    }
  }

  /// The latest day with a known answer about safety, where one of its answers is positive.
  private var positiveAnswer: TreatmentStretch? {
    let known = chart.safetyAnswers.filter { $0.isPositive != nil && $0.day <= today }
    guard let last = known.map(\.day).max(),
      let positive = known.last(where: { $0.day == last && $0.isPositive == true })
    else { return nil }
    return TreatmentStretch(
      name: "answer about safety", entry: positive.entry, start: positive.day, state: .underWay,
      courseKind: nil, medicine: nil, treatment: nil)
  }

  private func line(
    _ domain: MeasurementSchedule.Domain, _ time: DueTime, _ next: TimingCounter.Next?,
    _ done: [DueItem.Done], _ course: DueCourse?, isAtOnce: Bool = false
  ) -> DueItem {
    let own = domain.anyOf.compactMap { knowledge.instruments[$0] }
      .filter { $0.rater == .selfReport && !$0.items.isEmpty }
    return DueItem(
      origin: .schedule(domain: domain.id), what: domain.name, why: "schedule of measurements",
      course: course, time: time, standing: standing(of: time), limit: next?.limit,
      lastDone: done.last, instruments: domain.anyOf, ownInstruments: own.map(\.id),
      ownNames: own.map(\.abbreviation), isAtOnce: isAtOnce, checklist: nil,
      open: [], pending: nil, note: domain.evidence.note, evidence: domain.evidence)
  }
}

extension TreatmentStretch {
  /// The same course, counted from a later moment and going on from it.
  func counted(from day: Day) -> TreatmentStretch {
    var copy = TreatmentStretch(
      name: name, entry: entry, start: day, state: .underWay, courseKind: courseKind,
      medicine: medicine, treatment: treatment)
    copy.changes = [day]
    return copy
  }
}

extension Occasion {
  /// The same as a timing of a calendar; nil for the start, which only the baseline has.
  var timing: CalendarTiming? {
    switch self {
    case .start: nil
    case .everyContact: CalendarTiming(.eachContact)
    case .every(let interval, let rarest):
      CalendarTiming(
        .every(interval.count), unit: interval.unit,
        limitWeeks: rarest.flatMap { $0.unit == .weeks ? $0.count.upperBound : nil })
    case .weeks(let weeks): CalendarTiming(.at(weeks.sorted().map { $0...$0 }), unit: .weeks)
    case .withinWeeks(let weeks): CalendarTiming(.at([weeks]), unit: .weeks)
    }
  }
}

extension EventOccasion {
  /// The same as a timing of a calendar. What is asked for from an event without an end is asked for
  /// as long as the acute phase can last.
  func timing(in schedule: MeasurementSchedule) -> CalendarTiming? {
    switch timing {
    case .whenever: CalendarTiming(.atOnce)
    case .before: CalendarTiming(.at([0...0]))
    case .afterSessions(let count): CalendarTiming(.afterSessions([count]))
    case .atEnd: CalendarTiming(.atEnd)
    case .afterEnd(let interval): CalendarTiming(.afterEnd(interval.count), unit: interval.unit)
    case .every(let interval, let weeks):
      interval.unit == .weeks
        ? CalendarTiming(
          .every(interval.count), until: weeks ?? schedule.acuteWeeks.upperBound)
        : CalendarTiming(.every(interval.count), unit: interval.unit)
    }
  }
}
