/// The days that must lie between the last dose of one medicine and the first of another.
public struct Washout: Hashable, Sendable {
  /// The identifier of the rule in the source material, such as `MAO-03`.
  public let id: String
  /// What was stopped.
  public let stopped: Substances
  /// What is to be started.
  public let starting: Substances
  /// The days; a range where sources differ.
  public let days: ClosedRange<Double>
  /// Where it applies: ISO 3166 codes of countries, or `world`.
  public let jurisdiction: [String]
  /// How well it is known and where it comes from.
  public let evidence: Evidence
}
