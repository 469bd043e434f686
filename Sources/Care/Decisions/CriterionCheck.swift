import Knowledge
import PatientRecord
import Time

/// Holds criteria of a policy against a record.
struct CriterionCheck {
  typealias Finding = PriorAuthorisationPacket.Finding

  let chart: Chart
  let today: Day
  let scores: [ScoresPart]
  let trials: [TreatmentTrial]
  /// Whether somebody listed the trials; a record alone may not hold those before it began.
  let areTrialsListed: Bool
  let failures: FailureCount
  let knowledge: Knowledge

  /// What is known of a criterion; a statement counts only where the record says nothing.
  func result(
    of criterion: PolicyCriterion, stated: Bool?
  ) -> PriorAuthorisationPacket.Criterion {
    let recorded = finding(criterion.check)
    guard case .notDocumented = recorded, let stated else {
      return PriorAuthorisationPacket.Criterion(
        criterion: criterion, finding: recorded, isStated: false)
    }
    let words = ["stated by the clinician"]
    return PriorAuthorisationPacket.Criterion(
      criterion: criterion, finding: stated ? .met(words) : .notMet(words), isStated: true)
  }

  private func finding(_ check: PolicyCriterion.Check) -> Finding {
    switch check {
    case .stated: .notDocumented(["a statement; no record holds it"])
    case .score(let thresholds): score(thresholds)
    case .baselineScore: baseline()
    case .failedTrials(let needed, let differentClasses, let orIntolerance):
      failedTrials(needed, differentClasses: differentClasses, orIntolerance: orIntolerance)
    case .diagnosis(let names, let codes): diagnosis(names, codes)
    case .noDiagnosis(let names): noDiagnosis(names)
    case .notTaken(let names): notTaken(names)
    case .psychotherapy: psychotherapy()
    case .measurement(let names): measurement(names)
    }
  }

  private func score(_ thresholds: [SignalTrigger.ScoreThreshold]) -> Finding {
    var below: [String] = []
    for threshold in thresholds {
      guard let part = scores.first(where: { $0.instrument.id == threshold.instrument }),
        let latest = part.scores.last(where: { $0.total != nil }), let total = latest.total
      else { continue }
      let words = "\(part.instrument.abbreviation) \(total.words) on \(latest.day)"
      if threshold.includes(total) { return .met([words]) }
      below.append(words)
    }
    guard below.isEmpty else { return .notMet(below) }
    return .notDocumented(
      thresholds.map {
        "a total of \(knowledge.instruments[$0.instrument]?.abbreviation ?? $0.instrument.rawValue)"
      })
  }

  private func baseline() -> Finding {
    let found = scores.filter {
      $0.instrument.remission != nil && $0.instrument.response != nil
    }.compactMap { part in
      part.baseline.flatMap { score in
        score.total.map { "\(part.instrument.abbreviation) \($0.words) on \(score.day)" }
      }
    }
    return found.isEmpty ? .notDocumented(["a total of a depression scale"]) : .met(found)
  }

  private func diagnosis(_ names: Set<String>, _ codes: [String]) -> Finding {
    let fitting = diagnoses.filter { diagnosis in
      names.contains(hyphenated(diagnosis.name.text))
        || codes.contains { diagnosis.coding?.code.text.hasPrefix($0) == true }
    }
    let words = { (status: Diagnosis.Status) in
      fitting.filter { $0.status == status }.map { "\($0.name), \(status.rawValue)" }
    }
    if !words(.confirmed).isEmpty { return .met(words(.confirmed)) }
    let gone = words(.refuted) + words(.resolved)
    if !gone.isEmpty, words(.provisional).isEmpty { return .notMet(gone) }
    return .notDocumented(words(.provisional) + ["a confirmed diagnosis"])
  }

  /// A record's list of diagnoses is never complete: only one that was refuted is known not to be.
  private func noDiagnosis(_ names: Set<String>) -> Finding {
    let fitting = diagnoses.filter { names.contains(hyphenated($0.name.text)) }
    let there = fitting.filter { $0.status == .confirmed }.map(\.name.text)
    if !there.isEmpty { return .notMet(there) }
    let open = fitting.filter { $0.status == .provisional || $0.status == .resolved }
      .map { "\($0.name): \($0.status.rawValue)" }
    let refuted = fitting.filter { $0.status == .refuted }.map { "\($0.name): refuted" }
    if open.isEmpty, !refuted.isEmpty { return .met(refuted) }
    return .notDocumented(open + ["that it was looked for and not found"])
  }

  private func psychotherapy() -> Finding {
    let found = therapies.filter { $0.course.status != .planned }
      .map { "\($0.course.name) from \($0.firstDay)" }
    return found.isEmpty ? .notDocumented(["a course of psychotherapy"]) : .met(found)
  }

  private func measurement(_ names: Set<String>) -> Finding {
    let found = chart.measurements.filter { measured in
      measured.day <= today
        && ([measured.content.name] + measured.content.values.map(\.name)).contains {
          names.contains(hyphenated($0.text))
        }
    }
    guard let last = found.last else { return .notDocumented(["a measurement"]) }
    return .met(["\(last.content.name) on \(last.day)"])
  }

  /// Courses of psychotherapy that have begun.
  var therapies: [DatedCourse] {
    chart.courses.filter {
      $0.course.kind == .psychotherapy && $0.course.status != .planned && $0.firstDay <= today
    }
  }

  /// How each diagnosis stands last, by its name.
  var diagnoses: [Diagnosis] {
    var latest: [String: Diagnosis] = [:]
    for entry in chart.entries {
      guard case .diagnosis(let diagnosis) = entry.fact, entry.day <= today else { continue }
      latest[hyphenated(diagnosis.name.text)] = diagnosis
    }
    return latest.sorted { $0.key < $1.key }.map(\.value)
  }
}

extension Double {
  /// Whole points without a decimal point.
  var words: String { Int(exactly: self).map(String.init) ?? "\(self)" }
}
