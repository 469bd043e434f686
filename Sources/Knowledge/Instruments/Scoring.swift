/// How answers become a total.
///
/// A total that may be prorated is the mean of the answered items times the number of items, rounded
/// to a whole number with halves upwards (so 4.5 becomes 5): the rounding errs towards the worse
/// score and never hides one.
public struct Scoring: Hashable, Sendable {
  /// What is done with the points of the items.
  public enum Rule: Hashable, Sendable {
    /// They are added up.
    case sum
    /// The highest of each domain is added up. A domain counts when one of its items is answered.
    case domainMaximum([[ItemID]])
    /// They are added up and the sum is looked up.
    case tScore(ScoreTable)
    /// Each is read by itself; there is no total.
    case itemLevel([ItemReading])
    /// They lead to a level; there is no total.
    case triage(Triage)
  }

  /// What is done with the points of the items.
  public let rule: Rule
  /// The items with the answers they can have, in their order.
  public let scales: [ItemScale]
  /// The items whose highest answer counts least.
  public let reversed: Set<ItemID>
  /// Pairs of items of which one is to be answered; the other is then not missing.
  public let eitherOr: [[ItemID]]
  /// What is done with the sum.
  public let transform: ScoreTransform
  /// The most items that may be skipped before the total cannot be given.
  public let maximumMissing: Int
  /// Whether a total is prorated from the answered items when some were skipped.
  public let prorates: Bool
  /// The items whose answer is never filled in from others, whatever happens to the total.
  public let neverImpute: [ItemID]

  /// Whether answers lead to a total at all.
  public var givesTotal: Bool {
    switch rule {
    case .sum, .domainMaximum, .tScore: true
    case .itemLevel, .triage: false
    }
  }
}
