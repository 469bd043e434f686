/// What a static check of the rules found.
public struct RuleFinding: Hashable, Sendable {
  /// What was found.
  public enum Problem: Hashable, Sendable {
    /// No rule asks for the fact of the catalogue.
    case unusedFact(FactID)
    /// The rule has no test cases.
    case withoutCases
    /// The facts that must make the rule fire do not.
    case doesNotFire
    /// The facts that must keep the rule silent do not.
    case isNotSilent
    /// The facts that must leave the rule unknown do not.
    case isNotUnknown
    /// Another rule of the same weight says the contrary on facts on which both fire.
    case contradicts(String)
    /// A weightier rule says the contrary on facts on which both fire, and so prevails.
    case yieldsTo(String)
  }

  /// The rule; nil for what concerns the catalogue.
  public let rule: String?
  /// What was found.
  public let problem: Problem

  /// Whether the rules may not ship like this; the rest is for a reviewer to know.
  public var isError: Bool {
    if case .yieldsTo = problem { false } else { true }
  }
}

extension RuleFinding: CustomStringConvertible {
  /// One line that names the place, the problem and the cure.
  public var description: String {
    let place = rule.map { "\($0): " } ?? ""
    return switch problem {
    case .unusedFact(let id): "facts: no rule asks for '\(id)'; remove it from the catalogue"
    case .withoutCases: "\(place)it has no test cases; add one that fires, one silent, one unknown"
    case .doesNotFire: "\(place)its case 'fires' does not make it fire; correct rule or case"
    case .isNotSilent: "\(place)its case 'silent' does not keep it silent; correct rule or case"
    case .isNotUnknown: "\(place)its case 'unknown' does not leave it unknown; correct rule or case"
    case .contradicts(let other):
      "\(place)on the same facts \(other) says the contrary with the same weight; decide for one"
    case .yieldsTo(let other):
      "\(place)on the same facts \(other) says the contrary with more weight and prevails"
    }
  }
}
