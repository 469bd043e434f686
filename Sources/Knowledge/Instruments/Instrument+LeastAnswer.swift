extension Instrument {
  /// The least answer to an item with which a total can be reached at all: what is left of the total
  /// when every other item has its highest answer. Arithmetic alone, with no estimate.
  ///
  /// - Parameters:
  ///   - item: the item.
  ///   - total: the total in points.
  /// - Returns: the least value of the item's options; the lowest option when the others alone can
  ///   reach the total, and nil when totals are not plain sums, the item counts in reverse, or the
  ///   instrument cannot have this total.
  public func leastAnswer(to item: ItemID, givenTotal total: Double) -> Int? {
    guard let scoring, scoring.transform == .identity, accepts(total: total),
      let scale = scoring.scales.first(where: { $0.item == item }),
      !scoring.reversed.contains(item), let others = scoring.highestPoints(without: item)
    else { return nil }
    return scale.values.first { Double($0 + others) >= total }
  }
}

extension Scoring {
  /// The most points that all items but one can give; nil where points are not simply added up, or
  /// another item can stand in for the one.
  fileprivate func highestPoints(without item: ItemID) -> Int? {
    let highest = Dictionary(scales.map { ($0.item, $0.ends.upperBound) }) { first, _ in first }
    switch rule {
    case .sum: return scales.filter { $0.item != item }.reduce(0) { $0 + $1.ends.upperBound }
    case .domainMaximum(let domains):
      guard domains.contains([item]) else { return nil }
      return domains.filter { $0 != [item] }
        .reduce(0) { $0 + ($1.compactMap { highest[$0] }.max() ?? 0) }
    case .tScore, .itemLevel, .triage: return nil
    }
  }
}
