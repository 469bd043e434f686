import Knowledge

/// What a trial must reach to be adequate, with a range wherever published forms differ.
struct TrialThresholds {
  /// The dose, the level or nothing.
  enum Dose {
    /// No dose is asked for; sessions are counted.
    case notCounted
    /// At least this much, in this unit.
    case atLeast(ClosedRange<Double>, unit: String)
    /// Published forms conflict or are not known; the reason in words.
    case unsettled(String)
  }

  let dose: Dose
  let weeks: ClosedRange<Double>?
  let sessions: ClosedRange<Double>?
}

extension TrialThresholds {
  /// Finds what a trial must reach.
  ///
  /// - Parameters:
  ///   - trial: the trial.
  ///   - weeks: the weeks that the method asks for.
  ///   - knowledge: the catalogue.
  /// - Returns: the thresholds; nil when there is no record of what was given.
  static func of(
    _ trial: TreatmentTrial, weeks: ClosedRange<Double>, in knowledge: Knowledge
  ) -> TrialThresholds? {
    switch trial.agent {
    case .medicine(let id):
      guard let medicine = knowledge.medicines.medicines[id] else { return nil }
      return of(medicine, trial, weeks: weeks)
    case .treatment(let id):
      guard let treatment = knowledge.treatments[id] else { return nil }
      guard let adequate = treatment.adequate else {
        return TrialThresholds(
          dose: .unsettled("a settled number of sessions for \(treatment.name)"), weeks: nil,
          sessions: nil)
      }
      return TrialThresholds(
        dose: .notCounted, weeks: adequate.weeks, sessions: adequate.sessions)
    case .unknown: return nil
    }
  }

  private static func of(
    _ medicine: Medicine, _ trial: TreatmentTrial, weeks: ClosedRange<Double>
  ) -> TrialThresholds {
    let guides = medicine.guides(for: trial)
    let weeks = guides.compactMap(\.weeks).first ?? weeks
    let unsettled = TrialThresholds(
      dose: .unsettled("a settled smallest effective dose of \(medicine.name)"), weeks: weeks,
      sessions: nil)
    guard let unit = guides.first?.unit, guides.allSatisfy({ $0.unit == unit }) else {
      return unsettled
    }
    let minima = guides.compactMap(\.minimumEffective)
    guard minima.count == guides.count, let least = minima.map(\.lowerBound).min(),
      let most = minima.map(\.upperBound).max()
    else { return unsettled }
    return TrialThresholds(
      dose: .atLeast(least...most, unit: unit), weeks: weeks,
      sessions: guides.compactMap(\.sessions).first)
  }
}

extension Medicine {
  /// The dose guides that a trial may be judged by: those of its use and its form.
  ///
  /// Without a form on record, those of every form, so that the thresholds become a range.
  ///
  /// - Parameter trial: the trial.
  /// - Returns: the guides; empty when none is known.
  fileprivate func guides(for trial: TreatmentTrial) -> [DoseGuide] {
    let use: DoseGuide.Use =
      trial.role.value == .augmentation ? .augmentation : .antidepressant
    let fitting = doses.contains { $0.use == use } ? doses.filter { $0.use == use } : doses
    guard let form = trial.form.value else {
      let settled = fitting.filter { $0.minimumEffective != nil }
      return settled.isEmpty ? fitting : settled
    }
    return fitting.filter { $0.form == nil || $0.form == form }
  }
}
