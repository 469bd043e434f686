/// Test cases of one rule: facts on which it must fire, must not, and cannot know.
public struct RuleCase: Hashable, Sendable {
  /// The identifier of the rule.
  public let rule: String
  /// Facts on which it fires.
  public let fires: KnownFacts
  /// Facts on which it does not fire.
  public let silent: KnownFacts
  /// Facts on which it cannot know.
  public let unknown: KnownFacts
}
