import Knowledge
import PatientRecord
import Time

/// Reads from a chart the courses that begin calendars.
struct StretchReader {
  let chart: Chart
  let today: Day
  let knowledge: Knowledge

  /// The courses by their start, and the names of medicines that the catalogue does not have.
  func read() -> (stretches: [TreatmentStretch], unknownMedicines: [String]) {
    var stretches: [TreatmentStretch] = []
    var dosed: Set<String> = []
    var unknown: Set<String> = []
    for timeline in chart.doses {
      let name = timeline.substance.text
      let medicine = knowledge.medicines.medicine(named: name)
      if medicine == nil { unknown.insert(name) }
      dosed.insert(medicine?.id.rawValue ?? name.lowercased())
      stretches += runs(of: timeline, medicine)
    }
    for dated in chart.courses {
      guard let stretch = stretch(of: dated) else { continue }
      let key = stretch.medicine?.rawValue ?? dated.course.name.text.lowercased()
      if dated.course.kind == .medication, stretch.medicine == nil, !dosed.contains(key) {
        unknown.insert(dated.course.name.text)
      }
      // Where doses are recorded they tell more than the course around them.
      if dated.course.kind != .medication || !dosed.contains(key) { stretches.append(stretch) }
    }
    stretches += orphanSessions(beside: stretches)
    return (stretches.sorted { ($0.start, $0.entry) < ($1.start, $1.entry) }, unknown.sorted())
  }

  /// The sessions that belong to no course.
  func sessionsWithoutCourse() -> [TreatmentStretch] {
    guard !chart.sessions.isEmpty else { return [] }
    return orphanSessions(beside: chart.courses.compactMap(stretch)).sorted {
      ($0.start, $0.entry) < ($1.start, $1.entry)
    }
  }

  /// One stretch for each time the medicine was started, from above none to none.
  private func runs(of timeline: DoseTimeline, _ medicine: Medicine?) -> [TreatmentStretch] {
    var stretches: [TreatmentStretch] = []
    var run: [Dated<DoseStep>] = []
    func close(_ end: Dated<DoseStep>?) {
      guard let first = run.first else { return }
      stretches.append(stretch(timeline, medicine, run, first, end))
      run = []
    }
    for step in timeline.steps {
      if step.content.dosePerDay.value > 0 {
        run.append(step)
      } else {
        close(step)
      }
    }
    close(nil)
    return stretches
  }

  private func stretch(
    _ timeline: DoseTimeline, _ medicine: Medicine?, _ run: [Dated<DoseStep>],
    _ first: Dated<DoseStep>, _ end: Dated<DoseStep>?
  ) -> TreatmentStretch {
    let state: TreatmentStretch.State =
      if first.day > today { .planned } else if let end, end.day <= today {
        .ended(end.day)
      } else { .underWay }
    var stretch = TreatmentStretch(
      name: timeline.substance.text, entry: first.entry, start: first.day, state: state,
      courseKind: nil, medicine: medicine?.id, treatment: nil)
    let known = run.filter { $0.day <= today || state == .planned }
    stretch.changes = [first.day]
    for (before, after) in zip(known, known.dropFirst() + (end.map { [$0] } ?? []))
    where after.day <= today {
      let (old, new) = (before.content.dosePerDay, after.content.dosePerDay)
      guard old != new else { continue }
      if new.value > 0 { stretch.changes.append(after.day) }
      if new.unit != old.unit && new.value > 0 { continue }
      if new.value > old.value {
        (stretch.increase, stretch.decrease) = (after.day, nil)
      } else if stretch.decrease == nil {
        stretch.decrease = after.day
      }
    }
    return stretch
  }

  private func stretch(of dated: DatedCourse) -> TreatmentStretch? {
    let course = dated.course
    let name = course.name.text
    let treatment = knowledge.calendars.treatmentsByName[name.lowercased()]
    let medicine =
      knowledge.medicines.medicine(named: name)
      ?? treatment?.medicine.flatMap { knowledge.medicines.medicines[$0] }
    let state: TreatmentStretch.State
    switch (course.status, dated.lastDay) {
    case (.planned, _): state = .planned
    case (_, .on(let day)) where day < today: state = .ended(day)
    // Ended, on a day that nobody recorded: nothing can be counted from it.
    case (.completed, .open), (.stopped, .open): return nil
    default: state = dated.firstDay > today ? .planned : .underWay
    }
    var stretch = TreatmentStretch(
      name: name, entry: dated.entry, start: dated.firstDay, state: state,
      courseKind: course.kind.rawValue, medicine: medicine?.id, treatment: treatment?.id)
    stretch.changes = [dated.firstDay]
    stretch.sessions = sessions { session in
      session.content.course == dated.entry
        || session.content.course == nil && StretchReader.gives(session.content.kind, course.kind)
          && dated.contains(session.day)
    }
    return stretch
  }

  /// Sessions that belong to no course, one stretch for each kind.
  private func orphanSessions(beside known: [TreatmentStretch]) -> [TreatmentStretch] {
    let covered = Set(known.flatMap(\.sessions))
    let courses = Set(chart.courses.map(\.entry))
    let loose = chart.sessions.filter {
      $0.day <= today && $0.content.outcome != .missed
        && !($0.content.course.map(courses.contains) ?? false)
        && $0.content.kind != .review && !covered.contains($0.day)
    }
    return Dictionary(grouping: loose, by: \.content.kind).values.compactMap { sessions in
      guard let first = sessions.first else { return nil }
      let name = first.content.name?.text ?? first.content.kind.rawValue
      let treatment = knowledge.calendars.treatmentsByName[name.lowercased()]
      let medicine =
        knowledge.medicines.medicine(named: name)
        ?? treatment?.medicine.flatMap { knowledge.medicines.medicines[$0] }
      var stretch = TreatmentStretch(
        name: name, entry: first.entry, start: first.day, state: .underWay,
        courseKind: nil, medicine: medicine?.id, treatment: treatment?.id)
      stretch.sessions = sessions.filter { $0.content.outcome == .completed }.map(\.day)
      stretch.changes = [first.day]
      stretch.sessionKind = first.content.kind.rawValue
      return stretch
    }
  }

  private func sessions(_ isWanted: (Dated<Session>) -> Bool) -> [Day] {
    chart.sessions.filter {
      $0.day <= today && $0.content.outcome == .completed && isWanted($0)
    }.map(\.day)
  }

  /// Whether a kind of session can belong to a kind of course.
  private static func gives(_ session: Session.Kind, _ course: Course.Kind) -> Bool {
    switch course {
    case .ketamine: session == .ketamine
    case .ect: session == .ect
    case .neuromodulation: session == .tms || session == .tdcs
    case .psychotherapy: session == .psychotherapy
    case .exercise: session == .exercise
    case .light: session == .light
    case .medication, .sleep, .phase, .other: false
    }
  }
}
