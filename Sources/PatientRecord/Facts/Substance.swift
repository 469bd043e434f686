/// Something taken that is no treatment.
public struct Substance: Hashable, Sendable, Codable {
  /// The kind of substance.
  public enum Kind: String, Choice {
    /// Alcohol.
    case alcohol
    /// Caffeine.
    case caffeine
    /// Nicotine.
    case nicotine
    /// Cannabis.
    case cannabis
    /// Anything else.
    case other
  }

  /// The kind of substance.
  public let kind: Kind
  /// What it was.
  public let name: Name?
  /// How much.
  public let amount: Quantity?

  /// Creates the fact.
  ///
  /// - Parameters:
  ///   - kind: the kind of substance.
  ///   - name: what it was.
  ///   - amount: how much.
  public init(
    kind: Kind, name: Name? = nil, amount: Quantity? = nil
  ) {
    self.kind = kind
    self.name = name
    self.amount = amount
  }
}
