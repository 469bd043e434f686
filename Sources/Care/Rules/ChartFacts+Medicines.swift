import Knowledge
import PatientRecord
import Time

/// What the record tells of one medicine up to a day.
struct RecordedMedicine {
  let id: String
  /// The name as the record has it.
  let name: String
  /// The last change of dose, or the beginning of a course without doses.
  let changed: Day
  /// Whether it is taken now.
  let isTaken: Bool
  /// The daily dose in milligrams, where it is recorded in them.
  let milligrams: Double?
  /// The first day of the present run.
  let began: Day
}

extension ChartFacts {
  /// Medicines taken, stopped and planned, with doses and days.
  func medicineFacts() -> Found {
    let courses = medicines
    guard let last = courses.map(\.changed).max() else { return plannedMedicines() }
    let taken = courses.filter(\.isTaken)
    let stopped = courses.filter { !$0.isTaken }
    let current = KnownSet(
      has: Set(taken.map(\.id)), hasNot: Set(stopped.map(\.id)), isComplete: false)
    var found: Found = [(FactReference("medicines.current"), KnownFact(.set(current), on: last))]
    for course in taken { found += facts(course) }
    for course in stopped { found += stop(course) }
    return found + plannedMedicines()
  }

  private func facts(_ course: RecordedMedicine) -> Found {
    var found: Found = [
      (FactReference("changed", course.id), KnownFact(.date(course.changed), on: course.changed))
    ]
    if let milligrams = course.milligrams {
      found.append(
        (FactReference("dose", course.id), KnownFact(.number(milligrams), on: course.changed)))
    }
    return found
  }

  /// The day of the last dose; where the record has the day of dose 0, that day, as the safer one.
  /// Hours are counted from the end of that day to the beginning of this one, and have no upper end
  /// because the last dose may have been taken before.
  private func stop(_ course: RecordedMedicine) -> Found {
    let hours = 24 * Double(max(today.days(since: course.changed) - 1, 0))
    return [
      (FactReference("stopped", course.id), KnownFact(.date(course.changed), on: course.changed)),
      (
        FactReference("hoursSinceStop", course.id),
        KnownFact(.between(hours...Double.infinity), on: course.changed)
      ),
    ]
  }

  private func plannedMedicines() -> Found {
    let planned = chart.courses.filter { $0.course.status == .planned && isMedicine($0.course) }
    guard let last = planned.map(\.firstDay).max() else { return [] }
    let ids = Set(planned.map { directory.identifier(for: $0.course.name.text) })
    let proposed = KnownSet(has: ids, isComplete: false)
    return [(FactReference("medicines.proposed"), KnownFact(.set(proposed), on: last))]
  }

  /// Courses of medicines, and treatments in which a medicine of the catalogue is given.
  private func isMedicine(_ course: Course) -> Bool {
    course.kind == .medication || directory.isListed(directory.identifier(for: course.name.text))
  }

  /// Timelines of doses, and courses of medicines that have none.
  func recordedMedicines() -> [RecordedMedicine] {
    var courses: [String: RecordedMedicine] = [:]
    for timeline in chart.doses {
      let id = directory.identifier(for: timeline.substance.text)
      guard let found = medicine(timeline, id) else { continue }
      // Two names of one medicine: the later change tells more.
      if let known = courses[id], known.changed > found.changed { continue }
      courses[id] = found
    }
    let dosed = Set(courses.keys)
    for dated in chart.courses where isTakenCourse(dated) {
      let id = directory.identifier(for: dated.course.name.text)
      guard !dosed.contains(id) else { continue }
      let isTaken = dated.contains(today) && dated.course.status == .active
      if let known = courses[id], known.isTaken && !isTaken { continue }
      courses[id] = RecordedMedicine(
        id: id, name: dated.course.name.text, changed: isTaken ? dated.firstDay : end(dated),
        isTaken: isTaken, milligrams: nil, began: dated.firstDay)
    }
    for stretch in withoutCourse() {
      guard let id = stretch.medicine?.rawValue, courses[id]?.isTaken != true else { continue }
      courses[id] = RecordedMedicine(
        id: id, name: stretch.name, changed: stretch.start, isTaken: true, milligrams: nil,
        began: stretch.start)
    }
    return courses.values.sorted { $0.id < $1.id }
  }

  private func medicine(_ timeline: DoseTimeline, _ id: String) -> RecordedMedicine? {
    let steps = past(timeline.steps)
    guard let step = steps.last else { return nil }
    let dose = step.content.dosePerDay
    let run = steps.reversed().prefix { $0.content.dosePerDay.value > 0 }
    return RecordedMedicine(
      id: id, name: timeline.substance.text, changed: step.day, isTaken: dose.value > 0,
      milligrams: dose.unit == .milligram ? dose.value : nil, began: run.last?.day ?? step.day)
  }

  private func isTakenCourse(_ dated: DatedCourse) -> Bool {
    guard isMedicine(dated.course), dated.course.status != .planned, dated.firstDay <= today else {
      return false
    }
    // An open course that is not active ended on a day that nobody recorded.
    if case .open = dated.lastDay { return dated.course.status == .active }
    return true
  }

  private func end(_ dated: DatedCourse) -> Day {
    if case .on(let day) = dated.lastDay { return min(day, today) }
    return dated.firstDay
  }
}
