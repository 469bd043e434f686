public import Time

/// What became of a rule, with everything a clinician needs to check it.
public struct RuleEvaluation: Hashable, Sendable {
  /// What became of a rule.
  public enum Outcome: Hashable, Sendable {
    /// It applies.
    case fired
    /// It does not apply.
    case notFired
    /// Too little is known; what is missing.
    case unknown(missing: [MissingFact])
  }

  /// A fact that the rule asked for and that is known.
  public struct Input: Hashable, Sendable {
    /// The fact.
    public let reference: FactReference
    /// Its value.
    public let value: FactValue
    /// Its unit; nil where it has none.
    public let unit: String?
    /// The day it was observed; nil when it was stated without one.
    public let day: Day?
  }

  /// The rule with its version, sources, options and reasons to override.
  public let rule: Rule
  /// What became of it.
  public let outcome: Outcome
  /// The known facts it asked for, each once.
  public let inputs: [Input]
  /// When the rule applies, in words.
  public let logic: String
  /// The day on which it was evaluated.
  public let day: Day

  /// What must be said beside it wherever it is shown.
  public var cautions: [String] {
    rule.cautions + (day > rule.reviewBy ? ["review was due by \(rule.reviewBy)"] : [])
  }
}
