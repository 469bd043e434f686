import Care
import JSON
import Knowledge

/// What `anamnesis stage` prints.
struct StageResult: AnalysisResult {
  let assessment: StagingAssessment
  let knowledge: Knowledge

  /// Whom it is for.
  static let audience = """
    For clinicians, to be reviewed; not for patients. Staging describes past treatment and recommends \
    none.
    """

  var lines: [String] {
    [Self.audience, ""] + trialLines + [""] + resistanceLines
      + assessment.results.flatMap { [""] + resultLines($0) } + [""] + checklistLines + [""]
      + evidenceLines
  }

  private var trialLines: [String] {
    let rated = assessment.trials
    let head = "\(counted(rated.count, "trial")), each rated by itself (ATHF-SF)"
    return [head]
      + rated.map { "  \($0.trial.label): \($0.adequacy.words)\(Self.accounts($0.trial))" }
  }

  /// What was recorded about the account itself.
  private static func accounts(_ trial: TreatmentTrial) -> String {
    guard let origin = trial.origin.value else { return "; source not recorded" }
    return "; source: \(origin.rawValue)"
  }

  private var resistanceLines: [String] {
    let resistance = assessment.resistance
    let verdict =
      switch resistance.verdict {
      case .met: "yes"
      case .notMet: "no"
      case .cannotTell: "cannot tell"
      }
    return [
      "Treatment resistance (\(resistance.needed) or more failed trials in this episode): \(verdict)"
    ] + countLines(resistance.failures)
  }

  private func resultLines(_ result: StagingResult) -> [String] {
    var lines = ["\(result.method.name): \(result.words)"]
    lines += result.parts.map { "  \($0.name): \($0.points.span)" }
    lines += countLines(result.failures)
    // What a trial misses stands beside the trial already.
    let rest = result.missing.filter { !result.failures.missing.contains($0) }
    return rest.isEmpty ? lines : lines + ["  missing:"] + rest.map { "    \($0)" }
  }

  private func countLines(_ count: FailureCount) -> [String] {
    count.trials.map { "  \($0.trial): \($0.status.words)" }
  }

  private var checklistLines: [String] {
    ["To be ruled out before a stage is believed"]
      + assessment.checklist.map { "  \($0.check.text) \($0.finding.words)" }
  }

  private var evidenceLines: [String] {
    ["Where this comes from"] + evidence.map { "  \($0.name): \($0.evidence.words)" }
  }

  /// The evidence of everything shown, by name.
  var evidence: [(name: String, evidence: Evidence)] {
    [("rating of trials", assessment.ratingEvidence), ("counting", assessment.countingEvidence)]
      + [("treatment resistance", assessment.resistance.evidence)]
      + assessment.results.map { ($0.method.name, $0.evidence) }
      + doses
  }

  /// The evidence of the doses by which the trials were rated, each medicine once.
  private var doses: [(name: String, evidence: Evidence)] {
    let medicines = assessment.trials.compactMap { rated -> Medicine? in
      guard case .medicine(let id) = rated.trial.agent else { return nil }
      return knowledge.medicines.medicines[id]
    }
    return Dictionary(medicines.map { ($0.id, $0) }) { first, _ in first }.values
      .sorted { $0.id < $1.id }
      .flatMap { medicine in
        medicine.doses.map { ("dose of \(medicine.name)", $0.evidence) }
      }
  }
}
