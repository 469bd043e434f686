/// Tells which voids have an effect when some of them void others.
struct Withdrawals {
  private(set) var voids: [EntryID: Withdrawal] = [:]

  mutating func add(_ id: EntryID, _ void: Withdrawal) { voids[id] = void }

  /// Settles the voids from the outside in.
  ///
  /// A void that none withdraws has an effect; what it withdraws has none, which may free another.
  /// What is left then are circles.
  func settled() -> (effective: Set<EntryID>, circular: [EntryID]) {
    var open: [EntryID: Int] = voids.mapValues { _ in 0 }
    for void in voids.values where open[void.entry] != nil { open[void.entry, default: 0] += 1 }
    var effective: Set<EntryID> = []
    var free = open.filter { $0.value == 0 }.map(\.key)
    while let id = free.popLast() {
      guard open.removeValue(forKey: id) != nil else { continue }
      effective.insert(id)
      guard let target = voids[id]?.entry, open.removeValue(forKey: target) != nil,
        let next = voids[target]?.entry, let count = open[next]
      else { continue }
      open[next] = count - 1
      if count == 1 { free.append(next) }
    }
    return (effective, open.keys.sorted())
  }
}
