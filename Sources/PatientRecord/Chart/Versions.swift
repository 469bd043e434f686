/// Tells which entries count, by the rules of ``Chart``.
struct Versions {
  /// Why an entry does not count, for those that do not.
  private(set) var states: [EntryID: HistoricEntry.State] = [:]
  private(set) var problems: [ChartProblem] = []

  init(_ set: EntrySet) {
    settleCorrections(in: set)
    settleWithdrawals(in: set)
  }

  private mutating func settleCorrections(in set: EntrySet) {
    var families = Families()
    var correctors: [EntryID: EntryID] = [:]
    for entry in set.entries {
      guard let target = entry.supersedes else { continue }
      families.join(entry.id, target)
      correctors[target] = max(correctors[target] ?? entry.id, entry.id)
      if !set.contains(target) { report(entry.id, .supersedesMissing(target)) }
    }
    for family in families.members(among: set) {
      settle(family, correctors: correctors, in: set)
    }
  }

  private mutating func settle(
    _ family: [EntryID], correctors: [EntryID: EntryID], in set: EntrySet
  ) {
    let latest = family.filter { correctors[$0] == nil }
    guard let winner = latest.max() ?? family.max() else { return }
    if latest.isEmpty { report(winner, .supersessionCycle(counts: winner)) }
    for id in family where id != winner {
      states[id] = .superseded(by: correctors[id] ?? winner)
      guard correctors[id] == nil, let target = supersedes(id, in: set) else { continue }
      report(id, .competingCorrection(of: target, counts: winner))
    }
  }

  private func supersedes(_ id: EntryID, in set: EntrySet) -> EntryID? {
    set.positions[id].flatMap { set.entries[$0].supersedes }
  }

  private mutating func settleWithdrawals(in set: EntrySet) {
    var withdrawals = Withdrawals()
    for entry in set.entries {
      guard case .void(let void) = entry.fact, states[entry.id] == nil else { continue }
      withdrawals.add(entry.id, void)
      if !set.contains(void.entry) { report(entry.id, .voidsMissing(void.entry)) }
    }
    let (effective, circular) = withdrawals.settled()
    for id in circular { report(id, .voidCycle) }
    for id in effective.sorted() {
      guard let void = withdrawals.voids[id] else { continue }
      if case .superseded = states[void.entry] { continue }
      states[void.entry] = .voided(by: id, reason: void.reason)
    }
  }

  private mutating func report(_ id: EntryID, _ kind: ChartProblem.Kind) {
    problems.append(ChartProblem(entry: id, kind: kind))
  }
}
