/// Where answers lead in a table of decisions.
public enum TriageResult: Hashable, Sendable {
  /// The level; no missing answer could change it.
  case level(Triage.Level)
  /// At least this level; the missing answers could raise it.
  case atLeast(Triage.Level, missing: [ItemID])

  /// The level that is certain.
  public var level: Triage.Level {
    switch self {
    case .level(let level), .atLeast(let level, _): level
    }
  }
}

extension Triage {
  /// Finds the level of a person's answers.
  ///
  /// A yes always counts, even to an item that should not have been asked.
  ///
  /// - Parameter answers: 1 for yes and 0 for no by item; an absent item was not answered.
  /// - Returns: the level, or the lowest it can be and what is missing.
  public func result(of answers: [ItemID: Int]) -> TriageResult {
    var missing: [ItemID] = []
    let excused = unasked(after: answers)
    for level in levels {
      if level.items.contains(where: { (answers[$0] ?? 0) > 0 }) {
        return missing.isEmpty ? .level(level) : .atLeast(level, missing: missing)
      }
      missing += level.items.filter { answers[$0] == nil && !excused.contains($0) }
    }
    return missing.isEmpty ? .level(otherwise) : .atLeast(otherwise, missing: missing)
  }

  /// The items that are not asked after some answers.
  ///
  /// - Parameter answers: 1 for yes and 0 for no by item.
  /// - Returns: the items whose absence says nothing.
  public func unasked(after answers: [ItemID: Int]) -> Set<ItemID> {
    Set(skips.filter { answers[$0.item] == $0.answer }.flatMap(\.items))
  }
}
