import Care
import Knowledge
import PatientRecord
import Time

/// What `anamnesis packet` prints.
struct PacketResult: AnalysisResult {
  let packet: PriorAuthorisationPacket
  let knowledge: Knowledge
  let notice: String

  var lines: [String] {
    [notice, ""] + head + [""] + criteria + [""] + trials + [""] + scores + [""] + rest
  }

  private var head: [String] {
    let policy = packet.policy
    let overdue =
      policy.isReviewOverdue(on: packet.today)
      ? ["  this summary was to be reviewed by \(policy.provenance.reviewBy): look the policy up"]
      : []
    return [
      "\(packet.patient), \(packet.today): \(policy.title) (\(policy.payer))",
      "  \(packet.standing.words)",
    ] + overdue + [
      "  \(policy.evidence.words)",
      "  \(packet.met.count) met, \(packet.notMet.count) not met, "
        + "\(packet.notDocumented.count) not documented",
    ]
  }

  private var criteria: [String] {
    ["Criteria"]
      + packet.criteria.flatMap { result in
        [
          "  \(result.criterion.id): \(result.finding.name)",
          "    \(result.criterion.text). \(result.criterion.evidence.words)",
        ] + result.finding.details.map { "    \(result.finding.mark)\($0)" }
      }
  }

  private var trials: [String] {
    guard !packet.trials.isEmpty else { return ["Trials: none recorded"] }
    return ["Trials, by dose, duration and adherence"]
      + zip(packet.trials, packet.failures.trials).flatMap { rated, count in
        [
          "  \(rated.trial.label): \(rated.adequacy.words)",
          "    as a failed trial: \(count.status.words)",
        ]
      } + ["  counted by: \(packet.failureEvidence.words)"]
  }

  private var scores: [String] {
    guard !packet.scores.isEmpty else { return ["Scores: none recorded"] }
    return ["Scores"] + packet.scores.map { "  \($0.words)" }
  }

  private var rest: [String] {
    let therapies = packet.therapies.map { therapy in
      "\(therapy.name) \(therapy.first) to \(therapy.last.map(\.description) ?? "now or unknown")"
    }
    let codes = packet.policy.billingCodes.map { code in
      "  \(code.code): \(code.meaning). \(code.evidence.words)"
    }
    return [
      "Psychotherapy: \(listed(therapies))", "Diagnoses, confirmed: \(listed(packet.diagnoses))",
      "Safety plan: \(packet.hasSafetyPlan ? "recorded" : "not recorded")",
      "To be added: \(packet.policy.attachments.joined(separator: "; "))", "Codes",
    ] + codes
  }

  private func listed(_ words: [String]) -> String {
    words.isEmpty ? "none recorded" : words.joined(separator: "; ")
  }
}

extension PayerPolicy.Standing {
  /// Whether the policy holds, in words.
  var words: String {
    switch self {
    case .inForce: "in force on this day"
    case .notYetInForce(let day): "NOT YET IN FORCE: from \(day)"
    case .outOfDate(let day): "OUT OF DATE since \(day)"
    case .datesNotRecorded:
      "whether it is in force is not recorded: look up the payer's own dated policy"
    }
  }

  /// The standing in one word for programs.
  var name: String {
    switch self {
    case .inForce: "inForce"
    case .notYetInForce: "notYetInForce"
    case .outOfDate: "outOfDate"
    case .datesNotRecorded: "datesNotRecorded"
    }
  }
}

extension PriorAuthorisationPacket.Finding {
  /// The finding in words.
  var name: String {
    switch self {
    case .met: "met"
    case .notMet: "not met"
    case .notDocumented: "not documented"
    }
  }

  /// What it rests on, or what is missing.
  var details: [String] {
    switch self {
    case .met(let details), .notMet(let details), .notDocumented(let details): details
    }
  }

  /// What stands in front of a detail.
  var mark: String {
    if case .notDocumented = self { "missing: " } else { "by: " }
  }
}

extension PriorAuthorisationPacket.ScoreTrend {
  /// Baseline, latest, change and course in one line.
  var words: String {
    let course = scores.suffix(8).map { "\($0.day) \($0.total?.short ?? "no total")" }
    let from = baseline.flatMap { score in score.total.map { "\($0.short) on \(score.day)" } }
    let to = latest.flatMap { score in score.total.map { "\($0.short) on \(score.day)" } }
    let change = change.map { ", change \($0.points.short)" } ?? ""
    return "\(instrument.abbreviation): baseline \(from ?? "none") (\(baselineReason)), latest "
      + "\(to ?? "none")\(change); \(course.joined(separator: ", "))"
  }
}
