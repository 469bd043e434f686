/// A dose a day that went with the same effect as the reference dose in trials of flexible doses.
public struct EquivalentDose: Hashable, Sendable {
  /// The dose a day, in mg.
  public let milligramsPerDay: Double
  /// How well it is known and where it comes from.
  public let evidence: Evidence
}
