/// What is known of a set: who belongs to it, who does not, and whether that is all.
public struct KnownSet: Hashable, Sendable {
  /// What belongs to the set.
  public let has: Set<String>
  /// What does not belong to it; needed only where the list is not complete.
  public let hasNot: Set<String>
  /// Whether nothing else belongs to it.
  public let isComplete: Bool

  /// Creates a set.
  ///
  /// - Parameters:
  ///   - has: what belongs to it.
  ///   - hasNot: what does not; what is in both belongs.
  ///   - isComplete: whether nothing else belongs to it.
  public init(has: Set<String>, hasNot: Set<String> = [], isComplete: Bool) {
    self.has = has
    self.hasNot = hasNot.subtracting(has)
    self.isComplete = isComplete
  }

  /// Creates a set of which everything is known.
  ///
  /// - Parameter members: all that belongs to it.
  public init(all members: Set<String>) { self.init(has: members, isComplete: true) }

  /// Tells whether something belongs.
  ///
  /// - Parameter member: what is asked about.
  /// - Returns: unknown when it is named neither way and the list is not complete.
  public func contains(_ member: String) -> Truth {
    if has.contains(member) { return .yes }
    return isComplete || hasNot.contains(member) ? .no : .unknown
  }

  /// Counts how many of some belong.
  ///
  /// - Parameter members: those counted; empty for all.
  /// - Returns: the fewest and the most there can be.
  public func count(of members: [String]) -> ClosedRange<Int> {
    if members.isEmpty { return has.count...(isComplete ? has.count : Int.max) }
    let truths = members.map(contains)
    return truths.count { $0 == .yes }...truths.count { $0 != .no }
  }

  /// The set of what belongs to this one or another.
  ///
  /// - Parameter other: the other set; nil when nothing is known of it.
  /// - Returns: what is known of the union.
  public func union(_ other: KnownSet?) -> KnownSet {
    guard let other else { return KnownSet(has: has, isComplete: false) }
    let named = hasNot.union(other.hasNot).filter {
      contains($0) == .no && other.contains($0) == .no
    }
    return KnownSet(
      has: has.union(other.has), hasNot: named, isComplete: isComplete && other.isComplete)
  }

  /// The same set with what another source says about it.
  ///
  /// - Parameter other: the other source.
  /// - Returns: what either knows; where they contradict each other the thing belongs.
  public func merged(with other: KnownSet) -> KnownSet {
    KnownSet(
      has: has.union(other.has), hasNot: hasNot.union(other.hasNot),
      isComplete: isComplete || other.isComplete)
  }
}
