import Care
import Charts
import Knowledge

/// What staging makes of the trials of treatment, for clinicians.
extension Wording {
  var stagingIntroduction: [String] {
    [
      "Staging describes past treatment and recommends none. It is for clinicians, who check first "
        + "whether a trial was one: the list of what must be ruled out stands below."
    ]
  }

  func stagingSummary(_ part: StagingPart) -> [String] {
    let resistance = part.assessment.resistance
    let verdict =
      switch resistance.verdict {
      case .met: "yes"
      // A record may not hold the trials before it began, so it never shows that there were none.
      case .notMet: part.origin == .record ? "not shown by this record" : "no"
      case .cannotTell: "cannot be told"
      }
    let origin =
      part.origin == .record
      ? "Trials of this record alone; earlier ones that it does not hold are not counted."
      : "Trials as they were listed for this review."
    return [
      "Treatment resistance (\(resistance.needed) or more failed trials in this episode): \(verdict).",
      origin,
    ]
  }

  func stagingFacts(_ part: StagingPart) -> [Section.Fact] {
    part.assessment.results.map { result in
      // What a trial misses stands beside the trial already.
      let rest = result.missing.filter { !result.failures.missing.contains($0) }
      return Section.Fact(
        name: result.method.name, value: outcome(of: result, part.origin),
        note: rest.isEmpty ? nil : "Missing: \(rest.joined(separator: "; ")).")
    }
  }

  private func outcome(of result: StagingResult, _ origin: StagingPart.Origin) -> String {
    let orMore = origin == .record ? ", or more with trials that this record does not hold" : ""
    return switch result.outcome {
    case .exactly(let score): words(score, result.method) + orMore
    case .between(let low, let high):
      "between \(words(low, result.method)) and \(words(high, result.method))" + orMore
    case .outside(let reason): "not stageable: \(reason)"
    case .undetermined(let reason): "cannot tell: \(reason)"
    }
  }

  private func words(_ score: StagingResult.Score, _ method: StagingResult.Method) -> String {
    let points = NumberText.short(score.points)
    guard let label = score.label else { return points }
    return method == .thaseRush ? "stage \(label)" : "\(points) (\(label))"
  }

  var trialHeadings: [String] { ["Trial", "By itself", "Counts as a failure"] }

  func trialRows(_ part: StagingPart) -> [[String]] {
    zip(part.assessment.trials, part.assessment.resistance.failures.trials).map { rated, count in
      [rated.trial.label, adequacy(rated.adequacy), status(count.status)]
    }
  }

  private func adequacy(_ adequacy: TrialAdequacy) -> String {
    switch adequacy {
    case .adequate: "adequate"
    case .bySomeForms(let ways): "adequate by some forms (\(ways.joined(separator: "; ")))"
    case .inadequate(let reasons): "inadequate (\(reasons.joined(separator: "; ")))"
    case .cannotTell(let missing): "cannot tell: missing \(missing.joined(separator: ", "))"
    }
  }

  private func status(_ status: TrialCount.Status) -> String {
    switch status {
    case .counted: "yes"
    case .perhaps(let reasons): "perhaps: \(reasons.joined(separator: "; "))"
    case .notCounted(let reasons): "no: \(reasons.joined(separator: "; "))"
    }
  }

  /// The points of the checklist that were found or looked for, then those that nobody asked.
  func stagingChecks(_ part: StagingPart) -> [String] {
    let checks = part.assessment.checklist
    let unasked = checks.filter { $0.finding == .open(["not asked"]) }
    let told = checks.filter { $0.finding != .open(["not asked"]) }.map { check in
      "\(check.check.text) \(words(check.finding))"
    }
    guard !unasked.isEmpty else { return told }
    return told + ["Not asked: \(unasked.map(\.check.text).joined(separator: " "))"]
  }

  private func words(_ finding: StagingAssessment.CheckResult.Finding) -> String {
    switch finding {
    case .found(let places): places.isEmpty ? "Yes." : "Yes: \(places.joined(separator: "; "))."
    case .notFound: "No."
    case .open(let missing):
      missing.isEmpty ? "Open." : "Open: \(missing.joined(separator: "; "))."
    }
  }

  func stagingSureness(_ part: StagingPart) -> [String] {
    let assessment = part.assessment
    let all =
      [
        ("how a trial is rated", assessment.ratingEvidence),
        ("how failures are counted", assessment.countingEvidence),
        ("treatment resistance", assessment.resistance.evidence),
      ] + assessment.results.map { ($0.method.name, $0.evidence) }
    let unread = all.filter { $0.1.certainty == .established }.map(\.0)
    return [
      "Where published forms differ or something is missing the result is a range."
        + (unread.isEmpty
          ? "" : " On general knowledge, not yet second-read: \(CountText.list(unread)).")
    ]
  }

  func stagingUsed(_ part: StagingPart) -> String {
    let assessment = part.assessment
    let sources =
      ([assessment.ratingEvidence, assessment.resistance.evidence]
      + assessment.results.map(\.evidence)).flatMap(\.sources).map(\.citation)
    var seen: Set<String> = []
    let each = sources.filter { seen.insert($0).inserted }
    return "\(CountText.of(assessment.trials.count, "trial")). \(each.joined(separator: " "))"
  }
}
