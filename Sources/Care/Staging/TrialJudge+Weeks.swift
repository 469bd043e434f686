import Knowledge

extension TrialJudge {
  /// The failures that the flag of treatment resistance counts.
  ///
  /// - Parameter trials: the trials.
  /// - Returns: every trial with whether it counts and why.
  func resistanceFailures(_ trials: [TreatmentTrial]) -> FailureCount {
    failures(among: trials, weeks: definitions.resistance.weeks)
  }

  /// Tells whether a trial is one of a medicine that counts as an antidepressant of its own.
  ///
  /// - Parameter trial: the trial.
  /// - Returns: false for augmentations and for what has no record.
  func isAntidepressant(_ trial: TreatmentTrial) -> Bool {
    guard case .medicine(let id) = trial.agent, trial.role.value != .augmentation else {
      return false
    }
    return knowledge.medicines.medicines[id]?.flags[definitions.counting.flag] != nil
  }

  /// The weeks of a trial at or above the smallest effective dose.
  ///
  /// - Parameter trial: the trial.
  /// - Returns: from the weeks that every published form accepts to those that some form does; nil
  ///   where no dose is settled.
  func weeksAtEffectiveDose(_ trial: TreatmentTrial) -> ClosedRange<Double>? {
    guard
      let thresholds = TrialThresholds.of(
        trial, weeks: definitions.trialRating.weeks, in: knowledge),
      case .atLeast(let dose, let unit) = thresholds.dose
    else { return nil }
    let strict = DoseWeeks(trial, atLeast: dose.upperBound, in: unit).least
    let lenient = DoseWeeks(trial, atLeast: dose.lowerBound, in: unit).most
    return strict...max(strict, lenient)
  }
}
