/// What must be thought of when two things are taken together.
public struct Interaction: Hashable, Sendable {
  /// How much an interaction weighs.
  public enum Weight: String, Hashable, Sendable, CaseIterable {
    /// Not to be combined.
    case contraindicated
    /// To be avoided.
    case avoid
    /// To be combined with care or with another dose.
    case caution
    /// To be watched.
    case monitor
  }

  /// The identifier of the rule in the source material, such as `SER-02`.
  public let id: String
  /// One side.
  public let first: Substances
  /// The other side.
  public let second: Substances
  /// How much it weighs.
  public let weight: Weight
  /// What happens or what to do, in words.
  public let statement: String
  /// Where it applies: ISO 3166 codes of countries, or `world`.
  public let jurisdiction: [String]
  /// How well it is known and where it comes from.
  public let evidence: Evidence
}
