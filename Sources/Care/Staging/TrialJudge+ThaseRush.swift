import Knowledge

extension TrialJudge {
  /// The stage by Thase and Rush.
  ///
  /// - Parameter trials: the trials.
  /// - Returns: the stage that the certain failures reach, and that which the possible ones would.
  func thaseRush(_ trials: [TreatmentTrial]) -> StagingResult {
    let definition = definitions.thaseRush
    let count = failures(among: trials, weeks: definition.weeks)
    let treatments = failedTreatments(among: trials, weeks: definition.weeks)
    let low = stage(of: count.least.map(\.agent), and: treatments.certain)
    let high = stage(of: count.most.map(\.agent), and: treatments.possible)
    return StagingResult(
      method: .thaseRush, outcome: .spanning(low, high), parts: [], failures: count,
      missing: count.missing, evidence: definition.evidence)
  }

  /// The highest stage of which every one below is reached too.
  private func stage(
    of failed: [TreatmentTrial.Agent], and treatments: Set<TreatmentID>
  ) -> StagingResult.Score {
    let definition = definitions.thaseRush
    let classes = failed.compactMap { agent -> MedicineClassID? in
      guard case .medicine(let id) = agent else { return nil }
      return knowledge.medicines.medicines[id]?.medicineClass
    }
    // Something without a record may be of any class, but is counted as one that is like no other
    // only where it is possible, never where it is certain.
    let unknown = failed.count { if case .unknown = $0 { true } else { false } }
    let reached = definition.stages.prefix { stage in
      failed.count >= stage.failures && Set(classes).count + unknown >= stage.classes
        && (stage.medicineClass.map { classes.contains($0) || unknown > 0 } ?? true)
        && (stage.treatment.map(treatments.contains) ?? true)
    }
    return StagingResult.Score(
      points: Double(reached.count), label: reached.last?.label ?? definition.none)
  }

  /// The treatments other than medicines that failed in the present episode.
  ///
  /// - Parameters:
  ///   - trials: the trials.
  ///   - weeks: the weeks that the method asks for.
  /// - Returns: those whose failure is certain, and those whose failure is possible as well.
  func failedTreatments(
    among trials: [TreatmentTrial], weeks: ClosedRange<Double>
  ) -> (certain: Set<TreatmentID>, possible: Set<TreatmentID>) {
    var certain: Set<TreatmentID> = []
    var possible: Set<TreatmentID> = []
    for trial in trials {
      guard case .treatment(let id) = trial.agent, trial.episode.value != .past else { continue }
      let response = trial.response.value
      if let response, !definitions.counting.failures.contains(response) { continue }
      switch adequacy(of: trial, weeks: weeks, needsAdherence: false) {
      case .inadequate: continue
      case .adequate where response != nil && trial.episode.value != nil: certain.insert(id)
      default: break
      }
      possible.insert(id)
    }
    return (certain, possible)
  }
}
