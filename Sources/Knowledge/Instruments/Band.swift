/// A range of totals with a name.
public struct Band: Hashable, Sendable {
  /// The name of the band.
  public let label: String
  /// The totals in the band, both ends included; instruments count in whole points.
  public let range: ClosedRange<Double>
  /// The place in the order of severity, 0 for the mildest.
  public let severityRank: Int
}
