/// Groups entries that are versions of one fact (disjoint sets with path halving).
struct Families {
  private var parents: [EntryID: EntryID] = [:]

  mutating func join(_ one: EntryID, _ other: EntryID) {
    let (first, second) = (root(of: one), root(of: other))
    // The lower identifier leads, so that the order of joining leaves no trace.
    if first != second { parents[max(first, second)] = min(first, second) }
  }

  /// The groups, each in the order of identifiers, of entries that are present.
  mutating func members(among set: EntrySet) -> [[EntryID]] {
    var groups: [EntryID: [EntryID]] = [:]
    for id in parents.keys.sorted() where set.contains(id) {
      groups[root(of: id), default: []].append(id)
    }
    return groups.sorted { $0.key < $1.key }.map(\.value)
  }

  private mutating func root(of id: EntryID) -> EntryID {
    var id = id
    guard var parent = parents[id] else {
      parents[id] = id
      return id
    }
    while parent != id {
      let grandparent = parents[parent] ?? parent
      parents[id] = grandparent
      (id, parent) = (grandparent, parents[grandparent] ?? grandparent)
    }
    return id
  }
}
