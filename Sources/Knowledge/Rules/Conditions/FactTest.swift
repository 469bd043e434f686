/// A question to one fact.
public struct FactTest: Hashable, Sendable {
  /// What is asked.
  public enum Question: Hashable, Sendable {
    /// How a number compares with a threshold, in the unit of the catalogue.
    case number(Comparison, Double)
    /// Whether a flag has a value.
    case flag(Bool)
    /// Whether a choice is one of several words.
    case choice([String])
    /// Whether a set has at least one of several.
    case containsAny([String])
    /// Whether a set has all of several.
    case containsAll([String])
    /// How many of several a set has; of all when none is named.
    case count([String], Comparison, Int)
    /// How many days have passed since a date.
    case daysSince(Comparison, Int)
  }

  /// The fact.
  public let reference: FactReference
  /// What is asked.
  public let question: Question
  /// The place of the fact among all facts that the rules ask for.
  let slot: Int
}
