import Knowledge

extension TrialJudge {
  /// Rates every trial and stages the case by every method.
  ///
  /// - Parameter person: the trials and the episode.
  /// - Returns: everything that staging says. For clinicians only.
  public func assessment(of person: StagingCase) -> StagingAssessment {
    let rating = definitions.trialRating
    let rated = person.trials.map { trial in
      StagingAssessment.RatedTrial(
        trial: trial,
        adequacy: adequacy(
          of: trial, weeks: rating.weeks, needsAdherence: rating.needsAdherence))
    }
    return StagingAssessment(
      trials: rated, checklist: checklist(person), resistance: resistance(person.trials),
      results: [
        thaseRush(person.trials), maudsley(person), massachusetts(person.trials),
      ],
      ratingEvidence: rating.evidence, countingEvidence: definitions.counting.evidence)
  }

  private func resistance(_ trials: [TreatmentTrial]) -> StagingAssessment.Resistance {
    let definition = definitions.resistance
    let count = resistanceFailures(trials)
    let verdict: StagingAssessment.Resistance.Verdict =
      count.least.count >= definition.failures
      ? .met : count.most.count < definition.failures ? .notMet : .cannotTell
    return StagingAssessment.Resistance(
      verdict: verdict, needed: definition.failures, failures: count,
      evidence: definition.evidence)
  }

  private func checklist(_ person: StagingCase) -> [StagingAssessment.CheckResult] {
    definitions.checklist.map { check in
      StagingAssessment.CheckResult(check: check, finding: finding(check, person))
    }
  }

  private func finding(
    _ check: StagingDefinitions.Check, _ person: StagingCase
  ) -> StagingAssessment.CheckResult.Finding {
    switch check.source {
    case .asked: asked(person.checks[check.id])
    case .adherence: adherence(person.trials)
    case .dose: reached(person.trials) { requiredDose($0) }
    case .duration: reached(person.trials) { requiredWeeks($0) }
    }
  }

  private func asked(_ answer: Bool?) -> StagingAssessment.CheckResult.Finding {
    switch answer {
    case true: .found([])
    case false: .notFound
    case nil: .open(["not asked"])
    }
  }

  private func adherence(_ trials: [TreatmentTrial]) -> StagingAssessment.CheckResult.Finding {
    let low = trials.filter { ($0.adherence.value ?? 1) < definitions.counting.adherence }
    if !low.isEmpty { return .found(low.map(\.label)) }
    let open = trials.filter { $0.adherence.value == nil }
    return open.isEmpty && !trials.isEmpty
      ? .notFound : .open(open.map { "\($0.label): adherence" })
  }

  /// The trials that miss one requirement, whatever the others.
  private func reached(
    _ trials: [TreatmentTrial], _ rating: (TreatmentTrial) -> TrialAdequacy
  ) -> StagingAssessment.CheckResult.Finding {
    var found: [String] = []
    var open: [String] = []
    for trial in trials {
      switch rating(trial) {
      case .adequate: continue
      case .inadequate(let reasons):
        found.append("\(trial.label): \(reasons.joined(separator: "; "))")
      case .bySomeForms(let ways): open.append("\(trial.label): \(ways.joined(separator: "; "))")
      case .cannotTell(let missing):
        open.append("\(trial.label): \(missing.joined(separator: ", "))")
      }
    }
    if !found.isEmpty { return .found(found) }
    return open.isEmpty && !trials.isEmpty ? .notFound : .open(open)
  }

  /// Whether a trial reached a dose that counts for any time at all.
  private func requiredDose(_ trial: TreatmentTrial) -> TrialAdequacy {
    guard
      let thresholds = TrialThresholds.of(
        trial, weeks: definitions.trialRating.weeks, in: knowledge)
    else { return .cannotTell(missing: ["a record of what was given"]) }
    switch thresholds.dose {
    case .notCounted: return .adequate
    case .unsettled(let what): return .cannotTell(missing: [what])
    case .atLeast(let dose, let unit):
      let lenient = DoseWeeks(trial.heldForAWeek, atLeast: dose.lowerBound, in: unit)
      let strict = DoseWeeks(trial.heldForAWeek, atLeast: dose.upperBound, in: unit)
      if strict.least > 0 { return .adequate }
      if lenient.most == 0 { return .inadequate(lenient.reasons) }
      return lenient.least > 0
        ? .bySomeForms(strict.reasons) : .cannotTell(missing: lenient.missing)
    }
  }

  /// Whether a trial lasted long enough at any dose.
  private func requiredWeeks(_ trial: TreatmentTrial) -> TrialAdequacy {
    guard
      let thresholds = TrialThresholds.of(
        trial, weeks: definitions.trialRating.weeks, in: knowledge),
      let weeks = thresholds.weeks
    else { return .adequate }
    return DoseWeeks(trial, atLeast: 0, in: nil).rated(by: weeks)
  }
}

extension TreatmentTrial {
  /// The same doses, each held for one week: what remains is the question of the dose.
  fileprivate var heldForAWeek: TreatmentTrial {
    TreatmentTrial(
      label: label, agent: agent,
      exposures: exposures.map { Exposure(dose: $0.dose, weeks: .recorded(1)) })
  }
}
