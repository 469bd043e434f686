public import Knowledge
public import Time

/// What the rules of care say about a chart, for clinicians: options and reminders with their whole
/// basis, never orders.
public struct RulesPart: Sendable {
  /// A rule that applies.
  public struct Fired: Sendable {
    /// The rule with its inputs and logic.
    public let evaluation: RuleEvaluation
    /// What the care team decided about it, and why that does not silence it.
    public let decision: (made: RuleDecision, standing: RuleDecision.Standing)?
  }

  /// A rule that applies and was set aside.
  public struct SetAside: Sendable {
    /// The rule with its inputs and logic.
    public let evaluation: RuleEvaluation
    /// The decision that silences it, with its reason.
    public let decision: RuleDecision
    /// The last day on which it does.
    public let until: Day
  }

  /// A fact that is not known, and how much it would decide.
  public struct Missing: Hashable, Sendable {
    /// The fact.
    public let reference: FactReference
    /// What it is, in one sentence.
    public let about: String
    /// Rules that only wait for this fact.
    public let alone: Int
    /// Rules that wait for this fact and perhaps for others.
    public let rules: Int
  }

  /// Where the site is; nil when it is not known, and then only rules that hold everywhere are used.
  public let country: String?
  /// The rules that apply, the weightiest first.
  public let fired: [Fired]
  /// The rules that apply and were set aside by the care team, the weightiest first.
  public let setAside: [SetAside]
  /// The rules that cannot be decided, with what is missing, in the order of the book.
  public let undecided: [(rule: Rule, missing: [MissingFact])]
  /// The missing facts, those that would decide most first.
  public let missing: [Missing]
  /// How many rules do not apply.
  public let notFired: Int
  /// Medicines of the record that the catalogue does not have: no rule knows anything about them.
  public let unlistedMedicines: [String]
  /// The families that the site switched off.
  public let switchedOff: [String]
}
