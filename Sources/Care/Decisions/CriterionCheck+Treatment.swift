import Knowledge
import PatientRecord
import Time

extension CriterionCheck {
  /// Failed trials, perhaps of different classes; what may be one counts only as a possibility.
  func failedTrials(
    _ needed: Int, differentClasses: Bool, orIntolerance: Bool
  ) -> Finding {
    let certain = failures.least
    let intolerant =
      orIntolerance ? trials.filter { $0.wasNotTolerated && isAntidepressant($0) } : []
    if number(of: certain, differentClasses) >= needed || !intolerant.isEmpty {
      return .met(certain.map(\.trial) + intolerant.map { "\($0.label): not tolerated" })
    }
    // Of an agent without a record nobody can tell the class, so each may be one more.
    let mostPossible = number(of: failures.most, differentClasses)
    let untold = orIntolerance ? trials.filter(\.mayHaveNotBeenTolerated) : []
    guard mostPossible < needed, untold.isEmpty, !trials.isEmpty else {
      let missing =
        trials.isEmpty ? ["trials; nobody recorded any"] : failures.missing + more(certain, needed)
      return .notDocumented(missing)
    }
    guard areTrialsListed else {
      return .notDocumented(more(certain, needed) + ["trials before this record, or a list of all"])
    }
    return .notMet(failures.trials.map(words))
  }

  private func words(_ count: TrialCount) -> String {
    switch count.status {
    case .counted: "\(count.trial): counted"
    case .perhaps(let reasons): "\(count.trial): perhaps (\(reasons.joined(separator: "; ")))"
    case .notCounted(let reasons): "\(count.trial): \(reasons.joined(separator: "; "))"
    }
  }

  /// Whether a trial was one of an antidepressant of its own, as the methods of staging count them.
  private func isAntidepressant(_ trial: TreatmentTrial) -> Bool {
    guard case .medicine(let id) = trial.agent, trial.role.value != .augmentation,
      let flag = knowledge.staging?.counting.flag
    else { return false }
    return knowledge.medicines.medicines[id]?.flags[flag] != nil
  }

  private func more(_ certain: [TrialCount], _ needed: Int) -> [String] {
    ["\(certain.count) of \(needed) certain so far"]
  }

  private func number(of counts: [TrialCount], _ differentClasses: Bool) -> Int {
    guard differentClasses else { return counts.count }
    var classes: Set<MedicineClassID> = []
    var unknown = 0
    for count in counts {
      if case .medicine(let id) = count.agent, let medicine = knowledge.medicines.medicines[id] {
        classes.insert(medicine.medicineClass)
      } else {
        unknown += 1
      }
    }
    return classes.count + unknown
  }

  /// Whether none of some medicines is taken now. A record's list is never complete: only one whose
  /// last dose is zero, or whose course has ended, is known not to be taken.
  func notTaken(_ names: [String]) -> Finding {
    var taken: [String] = []
    var stopped: [String] = []
    var open: [String] = []
    for name in names {
      switch isTaken(name) {
      case .recorded(true): taken.append("\(name): being taken")
      case .recorded(false): stopped.append("\(name): stopped")
      case .notRecorded: open.append("whether \(name) is taken")
      }
    }
    let named = namedSessions(names)
    if !(taken + named).isEmpty { return .notMet(taken + named) }
    open += unnamedSessions(names)
    return open.isEmpty ? .met(stopped) : .notDocumented(open)
  }

  /// Sessions of the days for which the catalogue of facts calls a treatment without a course under
  /// way.
  private var recentSessions: [Dated<Session>] {
    let days = knowledge.rules.definitions["treatments"]?.sessionDays ?? 0
    return chart.sessions.filter {
      $0.day <= today && today.days(since: $0.day) <= days && $0.content.outcome != .missed
    }
  }

  /// The latest recent session in which one of some medicines was given by name.
  private func namedSessions(_ names: [String]) -> [String] {
    let directory = MedicineDirectory(knowledge)
    return names.compactMap { name in
      let last = recentSessions.last { session in
        session.content.name.map { directory.identifier(for: $0.text) == name } ?? false
      }
      return last.map { "\(name): session on \($0.day)" }
    }
  }

  /// A recent session whose kind goes by one of the names, but that does not say what was given.
  private func unnamedSessions(_ names: [String]) -> [String] {
    let last = recentSessions.last {
      $0.content.name == nil && names.contains($0.content.kind.rawValue)
    }
    return last.map {
      ["what was given in the session of kind \($0.content.kind.rawValue) on \($0.day)"]
    } ?? []
  }

  private func isTaken(_ name: String) -> Recorded<Bool> {
    let agent = TreatmentTrial.Agent(named: name, in: knowledge)
    let directory = MedicineDirectory(knowledge)
    let isMeant = { (other: String) in
      TreatmentTrial.Agent(named: other, in: knowledge) == agent
        || directory.identifier(for: other) == name
    }
    let steps = chart.doses.filter { isMeant($0.substance.text) }
      .flatMap(\.steps).filter { $0.day <= today }.sorted { $0.instant < $1.instant }
    let courses = chart.courses.filter {
      isMeant($0.course.name.text) && $0.course.status != .planned && $0.firstDay <= today
    }
    if let last = steps.last, last.content.dosePerDay.value > 0 { return .recorded(true) }
    if courses.contains(where: { $0.course.status == .active && $0.contains(today) }) {
      return .recorded(true)
    }
    return steps.isEmpty && courses.isEmpty ? .notRecorded : .recorded(false)
  }
}

extension TreatmentTrial {
  /// Whether it is recorded that it was not tolerated.
  fileprivate var wasNotTolerated: Bool {
    response.value == .intolerant || ending.value == .sideEffects
  }

  /// Whether nobody recorded how it ended or what came of it.
  fileprivate var mayHaveNotBeenTolerated: Bool {
    response.value == nil && (ending.value == nil)
  }
}
