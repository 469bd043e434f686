import Care
import Charts
import Inference
import Knowledge

/// Single findings in words.
extension EvidenceWording {
  /// A finding in one line, with its row and source.
  func line(_ row: TreatmentEffect) -> String {
    let effect = numbers(row.effect.estimate, row.effect.interval, row.effect.pValue, row.reported)
    let who = [
      row.studies.map { CountText.of($0, "study", "studies") },
      row.participants.map { CountText.of($0, "person", "people") },
    ].compactMap(\.self)
    let parts = ["\(row.effect.outcome)\(effect)", row.comparison, row.timepoint].compactMap(\.self)
    return [
      "\(EvidenceWording.capitalised(row.treatment)): \((parts + who).joined(separator: ", ")).",
      sentence(row.evidence.note), doubt(row.evidence, row.check),
      "\(row.id), \(source(row.evidence)).",
    ].compactMap(\.self).joined(separator: " ")
  }

  /// A difference in one line.
  func line(_ row: MemoryDeficit) -> String {
    let effect = numbers(row.estimate, row.interval, nil, row.reported)
    let who = [
      row.studies.map { CountText.of($0, "study", "studies") },
      row.participants.map { CountText.of($0, "person", "people") },
    ].compactMap(\.self)
    let parts = ["\(row.construct)\(effect)", row.task, row.comparison] + who
    return [
      "\(EvidenceWording.capitalised(parts.joined(separator: ", "))).", sentence(row.evidence.note),
      doubt(row.evidence, row.check), "\(row.id), \(source(row.evidence)).",
    ].compactMap(\.self).joined(separator: " ")
  }

  /// What else a reader of the plot must know.
  func remark(on effect: PoolableEffect) -> String {
    let who = [
      effect.reported.outcome,
      effect.row.studies.map { CountText.of($0, "study", "studies") },
      effect.row.participants.map { CountText.of($0, "person", "people") },
      effect.reported.interval == nil ? "error from its p value" : nil,
      effect.row.evidence.certainty == .established ? "general knowledge" : nil,
      effect.row.id.rawValue,
    ]
    return who.compactMap(\.self).joined(separator: ", ")
  }

  // MARK: What was left out

  var leftOutSummary: [String] {
    let count = CountText.of(synthesis.leftOut.count, "effect")
    return ["\(count) could not be pooled. They count above, where findings are listed one by one."]
  }

  /// One line for each reason, with the effects that it kept out.
  var leftOutLines: [String] {
    var reasons: [String] = []
    var effects: [String: [String]] = [:]
    for left in synthesis.leftOut {
      let reason = reason(left.obstacle)
      if effects[reason] == nil { reasons.append(reason) }
      let effect = "\(left.row.id) (\(left.row.trials): \(left.reported.outcome))"
      effects[reason, default: []].append(effect)
    }
    return reasons.map { reason in
      "\(EvidenceWording.capitalised(reason)): \((effects[reason] ?? []).joined(separator: "; "))."
    }
  }

  func reason(_ obstacle: EvidenceObstacle) -> String {
    switch obstacle {
    case .otherOutcome: "it measures neither memory nor mood"
    case .otherUnit(let unit): reason(unit)
    case .noEstimate: "its abstract gives no number"
    case .noError: "its abstract gives neither an interval nor an exact p value"
    case .design(.unclear): "its abstract does not say whether there was a control"
    case .design(.activeComparison): "it is compared with another active treatment alone"
    case .design: "there is no control: practice and time are not told apart"
    case .otherPeople: "it was not measured in people with depression"
    case .generalKnowledge: "its number is general knowledge"
    case .unconfirmedCitation: "its citation could not be confirmed"
    case .sharedTrials(let id): "it may share trials with \(id), which stands for them"
    }
  }

  private func reason(_ unit: EffectMetric) -> String {
    switch unit {
    case .standardised: "it cannot be compared"
    case .points: "it is in points of one scale"
    case .coefficient: "it is a coefficient of a regression model"
    case .correlation: "it is a correlation"
    case .proportion: "it is a proportion"
    case .range: "several numbers are given, none for all"
    case .words: "it is given in words, without a number"
    }
  }

  // MARK: Sources

  /// Each reference once, with what was found when it was looked up.
  var references: [String] {
    let checked =
      synthesis.rows.map { ($0.evidence, $0.check) }
      + synthesis.deficits.map { ($0.evidence, $0.check) }
    var seen: Set<SourceID> = []
    var lines: [String] = []
    for (evidence, check) in checked {
      for source in evidence.sources where seen.insert(source.id).inserted {
        let found =
          check.citation == .confirmed
          ? "Found again by its \(check.by)." : "Not found: \(check.by)."
        let address = source.url.map { " \($0)." } ?? ""
        lines.append(
          "\(EvidenceWording.short(source.id)): \(source.citation)\(address) \(found)")
      }
    }
    return lines.sorted()
  }

  // MARK: Parts of lines

  private func numbers(
    _ estimate: Double?, _ interval: ClosedRange<Double>?, _ pValue: Double?, _ reported: String?
  ) -> String {
    if let reported { return " \(reported)" }
    guard let estimate else { return "" }
    if let interval { return " \(number(estimate)) (\(range(interval)))" }
    return " \(number(estimate))"
      + (pValue.map { " (p = \(NumberText.fixed($0, places: 3)))" } ?? "")
  }

  private func sentence(_ note: String?) -> String? {
    note.map { "\(EvidenceWording.capitalised($0))\($0.hasSuffix(".") ? "" : ".")" }
  }

  private func doubt(_ evidence: Evidence, _ check: CitationCheck) -> String? {
    let doubts = [
      evidence.certainty == .established ? "General knowledge, its number was not read." : nil,
      check.citation == .notConfirmed ? "Its citation could not be confirmed." : nil,
    ].compactMap(\.self)
    return doubts.isEmpty ? nil : doubts.joined(separator: " ")
  }

  private func source(_ evidence: Evidence) -> String {
    CountText.list(evidence.sources.map { EvidenceWording.short($0.id) })
  }

  /// `ahmadi-forooshani-2020` as "Ahmadi Forooshani 2020".
  static func short(_ id: SourceID) -> String {
    id.rawValue.split(separator: "-").map { capitalised(String($0)) }.joined(separator: " ")
  }
}
