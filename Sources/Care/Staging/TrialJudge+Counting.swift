import Knowledge

extension TrialJudge {
  /// Counts the failed trials of antidepressants in the present episode.
  ///
  /// - Parameters:
  ///   - trials: the trials.
  ///   - weeks: the weeks that the method asks for.
  /// - Returns: every trial with whether it counts and why.
  public func failures(
    among trials: [TreatmentTrial], weeks: ClosedRange<Double>
  ) -> FailureCount {
    let statuses = trials.map { trial in
      notAFailure(trial) ?? failure(trial, weeks: weeks)
    }
    return FailureCount(
      trials: zip(trials, once(trials, statuses)).map { trial, status in
        TrialCount(trial: trial.label, agent: trial.agent, status: status)
      })
  }

  /// Why a trial is none that this method counts, whatever its dose and duration.
  private func notAFailure(_ trial: TreatmentTrial) -> TrialCount.Status? {
    let counting = definitions.counting
    if trial.role.value == .augmentation { return .notCounted(["augmentation"]) }
    switch trial.agent {
    case .treatment: return .notCounted(["no antidepressant medicine"])
    case .unknown: break
    case .medicine(let id):
      guard let medicine = knowledge.medicines.medicines[id] else { break }
      if medicine.flags[counting.flag] == nil { return .notCounted(["no antidepressant"]) }
      if counting.excludedClasses.contains(medicine.medicineClass) {
        return .notCounted(["its class is not one of the method's"])
      }
    }
    if trial.episode.value == .past { return .notCounted(["before the present episode"]) }
    if let response = trial.response.value, !counting.failures.contains(response) {
      return .notCounted([response.words])
    }
    return nil
  }

  /// Whether a trial that may be a failure is one by its adequacy.
  private func failure(
    _ trial: TreatmentTrial, weeks: ClosedRange<Double>
  ) -> TrialCount.Status {
    var open: [String] = []
    if trial.response.value == nil { open.append("response") }
    if trial.episode.value == nil { open.append("episode") }
    switch adequacy(of: trial, weeks: weeks, needsAdherence: false) {
    case .inadequate(let reasons): return .notCounted(reasons)
    case .adequate: return open.isEmpty ? .counted : .perhaps(open)
    case .bySomeForms(let ways):
      return .perhaps(open + ["adequate by some forms: \(ways.joined(separator: ", "))"])
    case .cannotTell(let missing): return .perhaps(open + missing)
    }
  }

  /// Counts what was given once, though it was tried more often: by its strongest trial.
  private func once(
    _ trials: [TreatmentTrial], _ statuses: [TrialCount.Status]
  ) -> [TrialCount.Status] {
    var strongest: [TreatmentTrial.Agent: Int] = [:]
    for index in trials.indices where statuses[index].weight > 0 {
      let agent = trials[index].agent
      if let best = strongest[agent], statuses[best].weight >= statuses[index].weight { continue }
      strongest[agent] = index
    }
    return trials.indices.map { index in
      guard statuses[index].weight > 0, let best = strongest[trials[index].agent], best != index
      else { return statuses[index] }
      return .notCounted(["the same as \(trials[best].label), counted once"])
    }
  }
}

extension TrialCount.Status {
  /// How much a status counts: 0 not, 1 perhaps, 2 certainly.
  fileprivate var weight: Int {
    switch self {
    case .notCounted: 0
    case .perhaps: 1
    case .counted: 2
    }
  }
}

extension StagingDefinitions.Response {
  /// The response in words.
  var words: String {
    switch self {
    case .none: "no response"
    case .partial: "partial response"
    case .response: "response"
    case .remission: "remission"
    case .intolerant: "not tolerated"
    }
  }
}
