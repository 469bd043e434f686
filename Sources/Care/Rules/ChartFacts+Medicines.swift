import Knowledge
import PatientRecord
import Time

extension ChartFacts {
  /// What the record tells of one medicine up to today.
  private struct Course {
    let id: String
    /// The last change of dose, or the beginning of a course without doses.
    let changed: Day
    /// Whether it is taken now.
    let isTaken: Bool
    /// The daily dose in milligrams, where it is recorded in them.
    let milligrams: Double?
  }

  /// Medicines taken, stopped and planned, with doses, days and classes.
  func medicineFacts() -> Found {
    let courses = medicineCourses()
    guard !courses.isEmpty else { return plannedMedicines() }
    let taken = courses.filter(\.isTaken)
    let stopped = courses.filter { !$0.isTaken }
    let last = courses.map(\.changed).max()
    let current = KnownSet(
      has: Set(taken.map(\.id)), hasNot: Set(stopped.map(\.id)), isComplete: false)
    let classes = KnownSet(has: classes(of: taken.map(\.id)), isComplete: false)
    var found: Found = []
    found.append((FactReference("medicines.current"), KnownFact(.set(current), on: last)))
    found.append((FactReference("medicines.currentClasses"), KnownFact(.set(classes), on: last)))
    for course in taken { found += facts(course) }
    for course in stopped { found.append(stop(course)) }
    return found + classFacts(taken, stopped) + plannedMedicines()
  }

  private func classes(of ids: [String]) -> Set<String> {
    ids.reduce(into: []) { $0.formUnion(medicines.classes[$1] ?? []) }
  }

  private func facts(_ course: Course) -> Found {
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
  private func stop(_ course: Course) -> (FactReference, KnownFact) {
    (FactReference("stopped", course.id), KnownFact(.date(course.changed), on: course.changed))
  }

  private func classFacts(_ taken: [Course], _ stopped: [Course]) -> Found {
    latest(taken, as: "changedClass") + latest(stopped, as: "stoppedClass") + members(taken)
  }

  private func latest(_ courses: [Course], as id: FactID) -> Found {
    classes(of: courses.map(\.id)).sorted().compactMap { name in
      let days = courses.filter { medicines.classes[$0.id]?.contains(name) == true }.map(\.changed)
      return days.max().map { (FactReference(id, name), KnownFact(.date($0), on: $0)) }
    }
  }

  private func members(_ taken: [Course]) -> Found {
    classes(of: taken.map(\.id)).sorted().map { name in
      let carriers = taken.filter { medicines.classes[$0.id]?.contains(name) == true }
      let set = KnownSet(has: Set(carriers.map(\.id)), isComplete: false)
      return (
        FactReference("medicinesWith", name),
        KnownFact(.set(set), on: carriers.map(\.changed).max())
      )
    }
  }

  private func plannedMedicines() -> Found {
    let planned = chart.courses.filter {
      $0.course.kind == .medication && $0.course.status == .planned
    }
    guard let last = planned.map(\.firstDay).max() else { return [] }
    let ids = Set(planned.map { medicines.identifier(for: $0.course.name.text) })
    let proposed = KnownSet(has: ids, isComplete: false)
    let classes = KnownSet(has: classes(of: ids.sorted()), isComplete: false)
    return [
      (FactReference("medicines.proposed"), KnownFact(.set(proposed), on: last)),
      (FactReference("medicines.proposedClasses"), KnownFact(.set(classes), on: last)),
    ]
  }

  /// Timelines of doses, and courses of medicines that have none.
  private func medicineCourses() -> [Course] {
    var courses: [String: Course] = [:]
    for timeline in chart.doses {
      let id = medicines.identifier(for: timeline.substance.text)
      guard let step = past(timeline.steps).last else { continue }
      let dose = step.content.dosePerDay
      courses[id] = Course(
        id: id, changed: step.day, isTaken: dose.value > 0,
        milligrams: dose.unit == .milligram ? dose.value : nil)
    }
    for dated in chart.courses where isTakenCourse(dated) {
      let id = medicines.identifier(for: dated.course.name.text)
      guard courses[id] == nil else { continue }
      let isTaken = dated.contains(today) && dated.course.status == .active
      courses[id] = Course(
        id: id, changed: isTaken ? dated.firstDay : end(dated), isTaken: isTaken, milligrams: nil)
    }
    return courses.values.sorted { $0.id < $1.id }
  }

  private func isTakenCourse(_ dated: DatedCourse) -> Bool {
    guard dated.course.kind == .medication, dated.course.status != .planned,
      dated.firstDay <= today
    else { return false }
    // An open course that is not active ended on a day that nobody recorded.
    if case .open = dated.lastDay { return dated.course.status == .active }
    return true
  }

  private func end(_ dated: DatedCourse) -> Day {
    if case .on(let day) = dated.lastDay { return min(day, today) }
    return dated.firstDay
  }
}
