/// Sums the ranks of distances from the neighbours, in the study list, of the recall before.
private struct WindowRankTally: ListTally {
  let bins: [Int]
  private var table: DistanceTable
  let isolated: Bool
  private var walk: TransitionWalk
  private var pool: [Int] = []

  init(lags: [Int], _ table: DistanceTable, _ rule: ResolvedRule, isolated: Bool) {
    bins = lags
    self.table = table
    self.isolated = isolated
    walk = TransitionWalk(rule)
  }

  mutating func add(_ list: ScoredList, to sums: inout RatioSums) {
    var outside = pool
    table.open(list)
    let (table, lags, isolated, rule) = (table, bins, isolated, walk.rule)
    walk.forEach(in: list) { place, from, to, pool in
      let isWhole = lags.allSatisfy {
        1...list.length ~= from + $0 && ($0 == 0 || rule.admits(list, from: from, to: from + $0))
      }
      guard isWhole, !lags.contains(to - from) else { return }
      if isolated, let before = list.position(at: place - 1), lags.contains(before - from) {
        return
      }
      outside.removeAll(keepingCapacity: true)
      for position in pool where !lags.contains(position - from) { outside.append(position) }
      for (index, lag) in lags.enumerated() {
        let reference = from + lag
        let chosen = table.distance(reference, to)
        let rank = percentileRank(of: chosen, in: outside) { table.distance(reference, $0) }
        if let rank { sums.add(index, actual: rank) }
      }
    }
    pool = outside
  }
}

/// Sums how much nearer a recall is to the word studied after the recall before than to the word
/// studied before it.
private struct AsymmetryTally: ListTally {
  let bins = [WholeBin.all]
  private var ranks: WindowRankTally

  init(_ ranks: WindowRankTally) { self.ranks = ranks }

  mutating func add(_ list: ScoredList, to sums: inout RatioSums) {
    var both = RatioSums(bins: 2)
    ranks.add(list, to: &both)
    sums.add(0, actual: both.actual[1] - both.actual[0], possible: both.possible[0])
  }
}

extension RecallData {
  /// The windowed distance rank: whether a recall is near in meaning to the words that were studied
  /// around the recall before it, though it is none of them.
  ///
  /// For each lag the reference is the word studied so many positions after the previous recall;
  /// the new recall is ranked by its distance from the reference among the words left outside the
  /// window. Transitions into the window do not count, nor those from words whose window leaves the
  /// list or holds a word to which the rule admits no transition.
  ///
  /// - Parameters:
  ///   - distances: between words.
  ///   - lags: the window, each lag once, such as -1 and 1.
  ///   - excludesArrivalsFromWindow: whether transitions do not count when the recall before the
  ///     previous one, a repeat included, lies in the window.
  ///   - rule: which transitions to count.
  /// - Returns: a mean rank for each lag: 1 is nearest, 0.5 chance.
  /// - Throws: ``MemoryScienceError`` for words without distances and for no, too many or equal lags.
  public func windowedDistanceRank(
    _ distances: ItemDistances, lags: [Int], excludesArrivalsFromWindow: Bool = false,
    _ rule: TransitionRule = .all
  ) throws(MemoryScienceError) -> RecallAnalysis<Int> {
    guard 1...100 ~= lags.count, Set(lags).count == lags.count,
      lags.allSatisfy({ -Self.longestPermitted...Self.longestPermitted ~= $0 })
    else { throw .option("a window is 1 to 100 different lags shorter than a list") }
    return try analysis(
      "windowed distance rank",
      WindowRankTally(
        lags: lags, try DistanceTable(distances, data: self), try rule.resolved(in: self),
        isolated: excludesArrivalsFromWindow))
  }

  /// The asymmetry of the windowed distance rank: the rank with respect to the word studied just
  /// after the previous recall less the rank with respect to the word studied just before it.
  ///
  /// Above 0 when recall goes on in meaning from what came next at study. As in
  /// ``windowedDistanceRank(_:lags:excludesArrivalsFromWindow:_:)`` with the lags -1 and 1.
  ///
  /// - Parameters:
  ///   - distances: between words.
  ///   - excludesArrivalsFromWindow: whether transitions do not count when the recall before the
  ///     previous one, a repeat included, lies in the window.
  ///   - rule: which transitions to count.
  /// - Returns: one mean difference, -1 to 1.
  /// - Throws: ``MemoryScienceError`` for words without distances.
  public func distanceRankAsymmetry(
    _ distances: ItemDistances, excludesArrivalsFromWindow: Bool = false,
    _ rule: TransitionRule = .all
  ) throws(MemoryScienceError) -> RecallAnalysis<WholeBin> {
    try analysis(
      "asymmetry of the distance rank",
      AsymmetryTally(
        WindowRankTally(
          lags: [-1, 1], try DistanceTable(distances, data: self), try rule.resolved(in: self),
          isolated: excludesArrivalsFromWindow)))
  }
}
