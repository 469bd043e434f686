/// What counts as relapse on one instrument.
public struct RelapseDefinition: Hashable, Sendable {
  /// The score that must be reached, in points.
  public let atLeast: Double
  /// How far above the person's own level in remission the score must be, in points.
  public let aboveRemissionLevelBy: Double?
  /// How many ratings in a row must meet both.
  public let consecutiveRatings: Int
  /// Whether the definition is this project's own convention and not a published one.
  public let isHouseRule: Bool
  /// Where it comes from.
  public let evidence: Evidence
}
