/// Ordinal summaries made by this project, each a range where the summary is not sharp.
///
/// They order medicines roughly and measure nothing.
public struct EditorialScores: Hashable, Sendable {
  /// How serotonergic it is, 0 to 3.
  public let serotonergic: ClosedRange<Double>?
  /// How much it disturbs sexual function, 0 to 3.
  public let sexual: ClosedRange<Double>?
  /// How much weight people gain, -1 (loss) to 3.
  public let weight: ClosedRange<Double>?
  /// How often and how badly stopping is felt, 0 to 3.
  public let withdrawal: ClosedRange<Double>?
  /// How well they are known and where they come from.
  public let evidence: Evidence
}
