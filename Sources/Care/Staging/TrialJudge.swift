public import Knowledge

/// Rates trials by the catalogue.
public struct TrialJudge: Sendable {
  let knowledge: Knowledge
  let definitions: StagingDefinitions

  /// Prepares to rate trials.
  ///
  /// - Parameter knowledge: the catalogue with the methods of staging.
  /// - Throws: ``StagingError/noDefinitions`` when it holds no methods.
  public init(_ knowledge: Knowledge) throws(StagingError) {
    guard let definitions = knowledge.staging else { throw .noDefinitions }
    self.knowledge = knowledge
    self.definitions = definitions
  }

  /// Rates a trial by itself.
  ///
  /// - Parameters:
  ///   - trial: the trial.
  ///   - weeks: the weeks that a method asks for, a range where its forms differ.
  ///   - needsAdherence: whether a trial whose adherence is not known cannot be rated.
  /// - Returns: the rating. More weeks, a higher dose or more sessions never make it worse.
  public func adequacy(
    of trial: TreatmentTrial, weeks: ClosedRange<Double>, needsAdherence: Bool
  ) -> TrialAdequacy {
    guard let thresholds = TrialThresholds.of(trial, weeks: weeks, in: knowledge) else {
      return .cannotTell(missing: ["a record of what was given"])
    }
    return duration(of: trial, by: thresholds)
      .and(sessions(of: trial, by: thresholds))
      .and(adherence(of: trial, isNeeded: needsAdherence && isTakenAtHome(trial, thresholds)))
  }

  /// Whether doses are taken by the person, so that adherence is a question beside dose and weeks:
  /// sessions are counted as given.
  private func isTakenAtHome(_ trial: TreatmentTrial, _ thresholds: TrialThresholds) -> Bool {
    guard case .medicine = trial.agent else { return false }
    return thresholds.sessions == nil
  }

  private func adherence(of trial: TreatmentTrial, isNeeded: Bool) -> TrialAdequacy {
    guard let taken = trial.adherence.value else {
      return isNeeded ? .cannotTell(missing: ["adherence"]) : .adequate
    }
    return taken >= definitions.counting.adherence
      ? .adequate : .inadequate(["taken \(taken.share) of the time"])
  }

  private func sessions(
    of trial: TreatmentTrial, by thresholds: TrialThresholds
  ) -> TrialAdequacy {
    guard let needed = thresholds.sessions else { return .adequate }
    guard let given = trial.sessions.value else { return .cannotTell(missing: ["sessions"]) }
    if given >= needed.upperBound { return .adequate }
    let shortfall = "\(given.plain) sessions; \(needed.plain) are asked for"
    return given >= needed.lowerBound ? .bySomeForms([shortfall]) : .inadequate([shortfall])
  }

  private func duration(
    of trial: TreatmentTrial, by thresholds: TrialThresholds
  ) -> TrialAdequacy {
    guard let needed = thresholds.weeks else {
      guard case .unsettled(let what) = thresholds.dose else { return .adequate }
      return .cannotTell(missing: [what])
    }
    switch thresholds.dose {
    case .notCounted: return DoseWeeks(trial, atLeast: 0, in: nil).rated(by: needed)
    case .unsettled(let what):
      let rating = DoseWeeks(trial, atLeast: 0, in: nil).rated(by: needed)
      guard case .inadequate = rating else { return .cannotTell(missing: [what]) }
      return rating
    case .atLeast(let dose, let unit):
      return DoseWeeks(trial, atLeast: dose.lowerBound, in: unit).rated(
        by: needed, orAt: DoseWeeks(trial, atLeast: dose.upperBound, in: unit))
    }
  }
}
