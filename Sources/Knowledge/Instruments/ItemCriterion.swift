/// A rule on single answers beside the total, such as "two items of 2 or more".
public struct ItemCriterion: Hashable, Sendable {
  /// Items and the answer from which each counts.
  public struct Group: Hashable, Sendable {
    /// The items.
    public let items: [ItemID]
    /// The answer from which an item counts, in points.
    public let atLeast: Int
  }

  /// A number of items that must count.
  public struct Clause: Hashable, Sendable {
    /// How many items must count.
    public let count: Int
    /// The items, in groups with the same lowest answer.
    public let among: [Group]
  }

  /// Whether a criterion holds.
  public enum Result: Hashable, Sendable {
    /// It holds, whatever the skipped answers would have been.
    case met
    /// It does not hold, whatever the skipped answers would have been.
    case notMet
    /// The skipped answers decide.
    case unknown(missing: [ItemID])
  }

  /// What the criterion says, for clinicians.
  public let label: String
  /// The ways in which it can hold; each asks for all of its clauses.
  public let anyOf: [[Clause]]

  /// Looks whether the criterion holds.
  ///
  /// - Parameter answers: the points by item; an absent item was skipped.
  /// - Returns: whether it holds, or the skipped items that decide.
  public func result(of answers: [ItemID: Int]) -> Result {
    var missing: Set<ItemID> = []
    for way in anyOf {
      let results = way.map { $0.result(of: answers) }
      if results.allSatisfy({ $0 == .met }) { return .met }
      guard !results.contains(.notMet) else { continue }
      for case .unknown(let items) in results { missing.formUnion(items) }
    }
    return missing.isEmpty ? .notMet : .unknown(missing: missing.sorted())
  }
}

extension ItemCriterion.Clause {
  fileprivate func result(of answers: [ItemID: Int]) -> ItemCriterion.Result {
    let hits = among.reduce(0) { hits, group in
      hits + group.items.count { (answers[$0] ?? .min) >= group.atLeast }
    }
    let open = among.flatMap(\.items).filter { answers[$0] == nil }
    if hits >= count { return .met }
    return hits + open.count < count ? .notMet : .unknown(missing: open)
  }
}
