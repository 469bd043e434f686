/// How answers become a total.
///
/// The total is the sum of the answers. When items were skipped and the instrument prorates, it is
/// the mean of the answered items times the number of items, rounded to a whole number with halves
/// upwards (so 4.5 becomes 5): the rounding errs towards the worse score and never hides one.
public struct Scoring: Hashable, Sendable {
  /// The most items that may be skipped before the total cannot be given.
  public let maximumMissing: Int
  /// Whether a total is prorated from the answered items when some were skipped.
  public let prorates: Bool
  /// The items whose answer is never filled in from others, whatever happens to the total.
  public let neverImpute: [ItemID]
}
