/// Rules on one topic, which are reviewed and switched off together.
public struct RuleFamily: Hashable, Sendable {
  /// The identifier, such as `dosing`.
  public let id: String
  /// The title.
  public let title: String
  /// Whether it is about crises, so that it cannot be switched off.
  public let isCrisis: Bool
  /// Where it comes from and whether a reviewer signed it.
  public let provenance: Provenance
}
