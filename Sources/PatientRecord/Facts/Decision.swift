/// What was decided, by whom the author says, and why.
public struct Decision: Hashable, Sendable, Codable {
  /// What was decided.
  public enum Outcome: String, Choice {
    /// To do it.
    case accepted
    /// Not to do it.
    case declined
    /// To decide later.
    case deferred
  }

  /// What was to be decided.
  public let about: Name
  /// What was decided.
  public let outcome: Outcome
  /// The rule whose suggestion it answers.
  public let rule: Name?
  /// The version of that rule.
  public let ruleVersion: Name?
  /// Why.
  public let reason: FreeText?
  /// Whether patient and team decided together.
  public let isShared: Bool?

  /// Creates the fact.
  ///
  /// - Parameters:
  ///   - about: what was to be decided.
  ///   - outcome: what was decided.
  ///   - rule: the rule whose suggestion it answers.
  ///   - ruleVersion: the version of that rule.
  ///   - reason: why.
  ///   - isShared: whether patient and team decided together.
  public init(
    about: Name, outcome: Outcome, rule: Name? = nil, ruleVersion: Name? = nil,
    reason: FreeText? = nil, isShared: Bool? = nil
  ) {
    self.about = about
    self.outcome = outcome
    self.rule = rule
    self.ruleVersion = ruleVersion
    self.reason = reason
    self.isShared = isShared
  }
}
