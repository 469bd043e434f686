/// All that is known at a moment. What is not in it is unknown, never false.
public struct KnownFacts: Hashable, Sendable {
  /// The facts by what they are about.
  public private(set) var facts: [FactReference: KnownFact]

  /// Gathers facts.
  ///
  /// - Parameter facts: the facts by what they are about.
  public init(_ facts: [FactReference: KnownFact] = [:]) { self.facts = facts }

  /// A fact; nil while it is unknown.
  public subscript(reference: FactReference) -> KnownFact? {
    get { facts[reference] }
    set { facts[reference] = newValue }
  }

  /// These facts with others.
  ///
  /// - Parameter other: the others; they win where both know a fact.
  /// - Returns: all of them.
  public func merged(with other: KnownFacts) -> KnownFacts {
    KnownFacts(facts.merging(other.facts) { $1 })
  }
}
