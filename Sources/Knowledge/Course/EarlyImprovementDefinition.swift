/// What counts as early improvement, whose absence makes later response unlikely.
public struct EarlyImprovementDefinition: Hashable, Sendable {
  /// The fall from the score before treatment, as a fraction, at least.
  public let drop: Double
  /// The week of treatment by which it must be seen.
  public let byWeek: Int
  /// The share of later responders who improve early, 0 to 1.
  public let sensitivity: Double
  /// The share of later non-responders who do not improve early, 0 to 1.
  public let specificity: Double
  /// Where it comes from.
  public let evidence: Evidence
}
