/// Counts transitions by lag.
private struct LagTally: ListTally {
  let reach: Int
  private var walk: TransitionWalk

  init(reach: Int, _ rule: ResolvedRule) {
    self.reach = reach
    walk = TransitionWalk(rule)
  }

  var bins: [Int] { Array(-reach...reach) }

  mutating func add(_ list: ScoredList, to sums: inout RatioSums) {
    let reach = reach
    walk.forEach(in: list) { _, from, to, pool in
      let zero = reach - from
      for position in pool { sums.possible[position + zero] += 1 }
      sums.actual[to + zero] += 1
    }
  }
}

/// Counts transitions by their lag and the lag before.
private struct CompoundLagTally: ListTally {
  let reach: Int
  private var walk: TransitionWalk

  init(reach: Int, _ rule: ResolvedRule) {
    self.reach = reach
    walk = TransitionWalk(rule)
  }

  var bins: [LagPair] {
    (-reach...reach).flatMap { previous in
      (-reach...reach).map { LagPair(previous: previous, current: $0) }
    }
  }

  mutating func add(_ list: ScoredList, to sums: inout RatioSums) {
    let (reach, rule) = (reach, walk.rule)
    walk.forEach(in: list) { place, from, to, pool in
      let before = place > 0 ? list.sequence[place - 1] : 0
      guard before > 0, rule.admits(list, from: before, to: from) else { return }
      let row = (from - before + reach) * (2 * reach + 1)
      let zero = row + reach - from
      for position in pool { sums.possible[position + zero] += 1 }
      sums.actual[to + zero] += 1
    }
  }
}

/// Counts transitions by both serial positions.
private struct InputTally: ListTally {
  let length: Int
  private var walk: TransitionWalk

  init(length: Int, _ rule: ResolvedRule) {
    self.length = length
    walk = TransitionWalk(rule)
  }

  var bins: [PositionPair] {
    (1...length).flatMap { previous in
      (1...length).map { PositionPair(previous: previous, current: $0) }
    }
  }

  mutating func add(_ list: ScoredList, to sums: inout RatioSums) {
    let length = length
    walk.forEach(in: list) { _, from, to, pool in
      let row = (from - 1) * length - 1
      for position in pool { sums.possible[row + position] += 1 }
      sums.actual[row + to] += 1
    }
  }
}

/// Sums the ranks of absolute lags.
private struct LagRankTally: ListTally {
  let bins = [WholeBin.all]
  private var walk: TransitionWalk

  init(_ rule: ResolvedRule) { walk = TransitionWalk(rule) }

  mutating func add(_ list: ScoredList, to sums: inout RatioSums) {
    walk.forEach(in: list) { _, from, to, pool in
      let chosen = Double(abs(to - from))
      guard let rank = percentileRank(of: chosen, in: pool, { Double(abs($0 - from)) }) else {
        return
      }
      sums.add(0, actual: rank)
    }
  }
}

extension RecallData {
  /// The lag-CRP: the probability of a transition by its lag, given that the lag was possible
  /// (Kahana 1996).
  ///
  /// The lag is the difference of the serial positions of two successive recalls. Repeats and
  /// intrusions take part in no transition, and words recalled already are no possible ones.
  ///
  /// - Parameter rule: which transitions to count, such as those within a category.
  /// - Returns: a probability for each lag; lag 0 is never possible.
  /// - Throws: ``MemoryScienceError`` for an attribute that the words have not.
  public func lagCRP(
    _ rule: TransitionRule = .all
  ) throws(MemoryScienceError) -> RecallAnalysis<Int> {
    try analysis("lag-CRP", LagTally(reach: longestList - 1, try rule.resolved(in: self)))
  }

  /// The compound lag-CRP: the probability of a transition by its lag and the lag of the transition
  /// before it (Lohnas & Kahana 2014).
  ///
  /// Three successive correct recalls are needed, and the rule must admit both transitions.
  ///
  /// - Parameter rule: which transitions to count.
  /// - Returns: a probability for each pair of lags.
  /// - Throws: ``MemoryScienceError`` for an attribute that the words have not and for lists too long.
  public func compoundLagCRP(
    _ rule: TransitionRule = .all
  ) throws(MemoryScienceError) -> RecallAnalysis<LagPair> {
    try checkSquare("compound lag-CRP", 1)
    return try analysis(
      "compound lag-CRP", CompoundLagTally(reach: longestList - 1, try rule.resolved(in: self)))
  }

  /// The input CRP: the probability of a transition by the serial positions of both words.
  ///
  /// - Parameter rule: which transitions to count.
  /// - Returns: a probability for each pair of positions.
  /// - Throws: ``MemoryScienceError`` for an attribute that the words have not and for lists too long.
  public func inputCRP(
    _ rule: TransitionRule = .all
  ) throws(MemoryScienceError) -> RecallAnalysis<PositionPair> {
    try checkSquare("input CRP", 1)
    return try analysis("input CRP", InputTally(length: longestList, try rule.resolved(in: self)))
  }

  /// The lag rank, or temporal clustering score: the mean percentile rank of the absolute lag of each
  /// transition among those that were possible (Polyn, Norman & Kahana 2009).
  ///
  /// 1 when always the nearest word follows, 0.5 by chance; ties count half, and a transition
  /// without an alternative does not count.
  ///
  /// - Parameter rule: which transitions to count.
  /// - Returns: one mean rank.
  /// - Throws: ``MemoryScienceError`` for an attribute that the words have not.
  public func lagRank(
    _ rule: TransitionRule = .all
  ) throws(MemoryScienceError) -> RecallAnalysis<WholeBin> {
    try analysis("lag rank", LagRankTally(try rule.resolved(in: self)))
  }
}
