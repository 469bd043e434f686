/// A table from the totals of one instrument to those of another.
///
/// A crosswalk compares groups. For one person it is a guess, and the answer is often a range.
public struct Crosswalk: Hashable, Sendable {
  /// The instrument whose totals are known.
  public let from: InstrumentID
  /// The instrument whose totals are looked for.
  public let to: InstrumentID
  /// The totals of the second instrument for each whole total of the first.
  public let totals: [Int: ClosedRange<Int>]
  /// Where the record comes from.
  public let provenance: Provenance
  /// The evidence of the table.
  public let evidence: Evidence

  /// Looks a total up.
  ///
  /// - Parameter total: a total of the first instrument.
  /// - Returns: the totals of the second, or nil when the total is not a whole one of the table.
  public func totals(for total: Double) -> ClosedRange<Int>? {
    Int(exactly: total).flatMap { totals[$0] }
  }
}
