public import Time

/// Where a record comes from, how well it is known and until when it may be trusted.
public struct Provenance: Hashable, Sendable {
  /// How well the record is known as a whole.
  public let certainty: Certainty
  /// Where the record comes from; never empty.
  public let sources: [Source]
  /// The day on which the sources were last consulted.
  public let retrieved: Day
  /// The day by which somebody must look at the record again.
  public let reviewBy: Day
  /// Where the record applies: ISO 3166 codes of countries, or `world`.
  public let jurisdiction: [String]
  /// The version of the record's own layout.
  public let schemaVersion: Int
  /// Whether a named clinician has checked the record against the primary sources.
  public let reviewed: Bool
  /// The evidence of each group of facts in the record.
  public let evidence: [FactGroup: Evidence]
}
