public import Knowledge
public import PatientRecord
public import Time

/// What the care team decided about a rule, as the record has it.
public struct RuleDecision: Hashable, Sendable {
  /// How a decision stands on a day.
  public enum Standing: Hashable, Sendable {
    /// It silences the rule up to a day.
    case silences(until: Day)
    /// The advice was accepted, which silences nothing.
    case accepted
    /// It says no day until which it holds.
    case withoutEnd
    /// Its day has passed.
    case ended
    /// The rule has changed since.
    case otherVersion
    /// Rules on crises are never silenced.
    case crisis
    /// A rule of this weight needs a written reason.
    case withoutReason
    /// What the rule asked has been observed anew since.
    case newerFacts
  }

  /// The rule.
  public let rule: String
  /// The version it was made about; nil when it was not recorded.
  public let version: String?
  /// What was decided.
  public let outcome: Decision.Outcome
  /// Why.
  public let reason: String?
  /// The day it was made.
  public let day: Day
  /// The last day for which it was made; nil when none was recorded.
  public let until: Day?

  /// Tells how the decision stands.
  ///
  /// To decline or to put off silences a rule, for as long as was written down and while the rule is
  /// the same. The weightiest rules come back as soon as a fact is newer than the decision.
  ///
  /// - Parameters:
  ///   - evaluation: the rule that applies.
  ///   - isCrisis: whether its family is about crises.
  ///   - today: the day on which is asked.
  /// - Returns: whether it silences the rule, or why not.
  public func standing(
    against evaluation: RuleEvaluation, isCrisis: Bool, on today: Day
  ) -> Standing {
    let rule = evaluation.rule
    if isCrisis { return .crisis }
    if outcome == .accepted { return .accepted }
    if let version, version != rule.version { return .otherVersion }
    guard let until else { return .withoutEnd }
    if until < today { return .ended }
    guard rule.level == .stop || rule.level == .urgent else { return .silences(until: until) }
    if reason == nil { return .withoutReason }
    let isNewer = evaluation.inputs.contains { ($0.day ?? day) > day }
    return isNewer ? .newerFacts : .silences(until: until)
  }

  /// The latest decision about each rule that the care team made up to a day.
  ///
  /// - Parameters:
  ///   - chart: the record.
  ///   - today: the day.
  /// - Returns: the decisions by rule. What patients decide silences nothing.
  static func latest(in chart: Chart, upTo today: Day) -> [String: RuleDecision] {
    var decisions: [String: RuleDecision] = [:]
    for entry in chart.entries {
      guard case .decision(let decision) = entry.fact, let rule = decision.rule?.text,
        entry.author != .patient
      else { continue }
      let zone = entry.occurred.zone
      let day = zone.day(at: entry.occurred.start)
      guard day <= today else { continue }
      decisions[rule] = RuleDecision(
        rule: rule, version: decision.ruleVersion?.text, outcome: decision.outcome,
        reason: decision.reason?.text, day: day, until: end(of: entry.occurred))
    }
    return decisions
  }

  /// The last day of a decision that was made for a stretch of time.
  private static func end(of occurrence: Occurrence) -> Day? {
    guard case .interval(let span, let zone) = occurrence, let end = span.endInstant else {
      return nil
    }
    return zone.day(at: Instant(milliseconds: max(end.milliseconds - 1, span.start.milliseconds)))
  }
}
