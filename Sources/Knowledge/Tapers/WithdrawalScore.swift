/// The points by which withdrawal is told from relapse.
public struct WithdrawalScore: Hashable, Sendable {
  /// Something that looks one way in withdrawal and another in relapse.
  public struct Feature: Hashable, Sendable {
    /// The identifier.
    public let id: String
    /// What it looks like in withdrawal.
    public let withdrawal: String
    /// What it looks like in relapse.
    public let relapse: String
    /// The points when it looks like withdrawal; 0 or more.
    public let points: Int
    /// The points when it looks like relapse; 0 or less.
    public let pointsAgainst: Int
    /// How well it is known and where it comes from.
    public let evidence: Evidence
  }

  /// The features, in the order in which they are asked.
  public let features: [Feature]
  /// The score from which on withdrawal is probable.
  public let probableWithdrawal: Int
  /// The score down from which relapse is probable.
  public let probableRelapse: Int
  /// The rule that suicidal thoughts during a taper lead to, whatever the score.
  public let safetyRule: String
  /// How well the points are known and where they come from.
  public let evidence: Evidence
}

/// How a checklist of withdrawal symptoms is read.
public struct WithdrawalChecklist: Hashable, Sendable {
  /// The number of its items.
  public let items: Int
  /// The new or worsened symptoms from which on it counts as an event.
  public let event: Int
  /// How well it is known and where it comes from.
  public let evidence: Evidence
}
