private import Knowledge
private import Time

/// How often something was done in the present episode: certainly, and at most.
struct UseCount {
  var certain = 0
  var possible = 0
  var missing: [String] = []

  /// Adds one that was done in an episode which may not be recorded.
  mutating func add(_ trial: TreatmentTrial) {
    guard trial.episode.value != .past else { return }
    possible += 1
    if trial.episode.value == .current {
      certain += 1
    } else {
      missing.append("\(trial.label): episode")
    }
  }
}

extension TrialJudge {
  /// Counts augmentations and combinations in the present episode.
  ///
  /// - Parameters:
  ///   - trials: the trials.
  ///   - weeks: the weeks that the method asks for.
  /// - Returns: those recorded as such, or of medicines that are nothing else; possible are those
  ///   whose days overlap with another antidepressant's for a whole trial without a recorded role.
  func augmentations(among trials: [TreatmentTrial], weeks: ClosedRange<Double>) -> UseCount {
    var count = UseCount()
    for trial in trials {
      switch trial.role.value {
      case .augmentation, .combination: count.add(trial)
      case .primary: continue
      case nil:
        if isOnlyAugmentation(trial) {
          count.add(trial)
        } else if let other = trials.first(where: { overlaps($0, before: trial, for: weeks) }),
          trial.episode.value != .past
        {
          count.possible += 1
          count.missing.append("\(trial.label): whether it was combined with \(other.label)")
        }
      }
    }
    return count
  }

  /// Counts courses of electroconvulsive therapy in the present episode.
  ///
  /// - Parameter trials: the trials.
  /// - Returns: the courses.
  func ectCourses(among trials: [TreatmentTrial]) -> UseCount {
    trials.reduce(into: UseCount()) { count, trial in
      if isECT(trial) { count.add(trial) }
    }
  }

  /// Tells whether a trial was one of electroconvulsive therapy.
  ///
  /// - Parameter trial: the trial.
  /// - Returns: true when its treatment is of that kind.
  func isECT(_ trial: TreatmentTrial) -> Bool {
    guard case .treatment(let id) = trial.agent else { return false }
    return knowledge.treatments[id]?.kind == .ect
  }

  private func isOnlyAugmentation(_ trial: TreatmentTrial) -> Bool {
    guard case .medicine(let id) = trial.agent, let medicine = knowledge.medicines.medicines[id]
    else { return false }
    return !medicine.doses.isEmpty && medicine.doses.allSatisfy { $0.use == .augmentation }
  }

  /// Whether an antidepressant begun earlier was taken beside another for a whole trial.
  private func overlaps(
    _ earlier: TreatmentTrial, before trial: TreatmentTrial, for weeks: ClosedRange<Double>
  ) -> Bool {
    guard case .medicine(let one) = earlier.agent, case .medicine(let two) = trial.agent,
      one != two, let begin = trial.firstDay.value, let other = earlier.firstDay.value,
      other < begin || (other == begin && earlier.label < trial.label),
      let end = trial.lastDay.value, let otherEnd = earlier.lastDay.value,
      [one, two].allSatisfy({
        knowledge.medicines.medicines[$0]?.flags[definitions.counting.flag] != nil
      })
    else { return false }
    return Double(min(end, otherEnd).days(since: begin) + 1) >= weeks.lowerBound * 7
  }
}
