public import JSON
public import Time

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

  /// One of the options that were looked at.
  public struct Option: Hashable, Sendable, Codable {
    /// The option.
    public let name: Name
    /// What was said for and against it, and where that comes from.
    public let basis: FreeText?

    /// Creates an option.
    ///
    /// - Parameters:
    ///   - name: the option.
    ///   - basis: what was said for and against it, and where that comes from.
    public init(name: Name, basis: FreeText? = nil) {
      self.name = name
      self.basis = basis
    }
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
  /// The options that were looked at, in the order shown; empty when not recorded.
  public let options: [Option]
  /// The name of the option that was chosen.
  public let choice: Name?
  /// Who took part, by role or name; empty when not recorded.
  public let participants: [Name]
  /// Who saw it differently, and how.
  public let disagreement: FreeText?
  /// The day on which it is looked at again.
  public let reviewOn: Day?

  /// Creates the fact.
  ///
  /// - Parameters:
  ///   - about: what was to be decided.
  ///   - outcome: what was decided.
  ///   - rule: the rule whose suggestion it answers.
  ///   - ruleVersion: the version of that rule.
  ///   - reason: why.
  ///   - isShared: whether patient and team decided together.
  ///   - options: the options that were looked at, each once.
  ///   - choice: the name of the option that was chosen; one of `options` where there are any.
  ///   - participants: who took part.
  ///   - disagreement: who saw it differently, and how.
  ///   - reviewOn: the day on which it is looked at again.
  /// - Throws: an error when an option stands twice or the choice is none of the options.
  public init(
    about: Name, outcome: Outcome, rule: Name? = nil, ruleVersion: Name? = nil,
    reason: FreeText? = nil, isShared: Bool? = nil, options: [Option] = [], choice: Name? = nil,
    participants: [Name] = [], disagreement: FreeText? = nil, reviewOn: Day? = nil
  ) throws(FieldError) {
    for (index, option) in options.enumerated()
    where options[..<index].contains(where: { $0.name == option.name }) {
      throw FieldError("options[\(index)].name", "\"\(option.name)\" stands twice")
    }
    if let choice, !options.isEmpty, !options.contains(where: { $0.name == choice }) {
      throw FieldError("choice", "\"\(choice)\" is none of the options; add it to them")
    }
    self.about = about
    self.outcome = outcome
    self.rule = rule
    self.ruleVersion = ruleVersion
    self.reason = reason
    self.isShared = isShared
    self.options = options
    self.choice = choice
    self.participants = participants
    self.disagreement = disagreement
    self.reviewOn = reviewOn
  }
}
