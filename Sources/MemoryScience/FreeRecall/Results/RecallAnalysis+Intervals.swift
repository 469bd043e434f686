private import Statistics

extension RecallAnalysis {
  /// How an interval of this analysis is found if nothing is said: exact where it can be.
  public var usualMethod: RecallInterval.Method { isBinomial ? .exact : .bca }

  /// The intervals of one person.
  ///
  /// Lists are the units that are drawn, since recalls of one list depend on each other. A bin that
  /// is the same in all lists has no bootstrap interval: that nothing was seen to vary does not mean
  /// that nothing does.
  ///
  /// - Parameters:
  ///   - subject: the person.
  ///   - method: how; ``usualMethod`` if not said.
  ///   - level: the probability, above 0 and below 1.
  ///   - replicates: draws of a bootstrap, within ``RecallInterval/replicates``.
  ///   - seed: the seed of the draws; each person has a stream of their own.
  /// - Returns: one interval per bin, or why there is none.
  /// - Throws: ``MemoryScienceError`` for somebody who is not in the data, options outside their
  ///   range, and a bootstrap of fewer than ``RecallInterval/fewestLists`` lists.
  public func intervals(
    for subject: String, method: RecallInterval.Method? = nil, level: Double = 0.95,
    replicates: Int = 2000, seed: UInt64
  ) throws(MemoryScienceError) -> [RecallInterval] {
    guard let place = people.firstIndex(where: { $0.subject == subject }) else {
      throw .option("there is no subject \(subject)")
    }
    try RecallInterval.check(level: level)
    try RecallInterval.check(replicates: replicates)
    switch method ?? usualMethod {
    case .exact:
      guard isBinomial else {
        throw .option("\(name) has no exact interval; use a bootstrap")
      }
      return people[place].cells.map { binomialInterval($0, level: level) }
    case .bca:
      return try drawn(place, true, level: level, replicates: replicates, seed: seed)
    case .percentile:
      return try drawn(place, false, level: level, replicates: replicates, seed: seed)
    }
  }

  private func binomialInterval(_ cell: Cell, level: Double) -> RecallInterval {
    guard cell.possible > 0 else { return .unknown("it never could have happened") }
    return .known(
      clopperPearson(successes: cell.actual, trials: cell.possible, level: level))
  }

  /// The intervals of a bootstrap, from the same draws whatever fits into memory.
  ///
  /// - Parameters:
  ///   - place: which person.
  ///   - corrected: whether percentiles are bias-corrected and accelerated.
  ///   - level: the probability.
  ///   - replicates: how many draws.
  ///   - seed: the seed of the draws.
  ///   - kept: how many statistics are kept at once; bins beyond that wait for their turn.
  /// - Returns: one interval per bin, or why there is none.
  /// - Throws: ``MemoryScienceError/tooFew(observed:needed:what:)`` for too few lists.
  func drawn(
    _ place: Int, _ corrected: Bool, level: Double, replicates: Int, seed: UInt64,
    keeping kept: Int = Bootstrap.mostKept
  ) throws(MemoryScienceError) -> [RecallInterval] {
    let count = people[place].lists
    guard count >= RecallInterval.fewestLists else {
      throw .tooFew(
        observed: count, needed: RecallInterval.fewestLists,
        what: "an interval of the \(name), in lists")
    }
    let used = people[place].cells.indices.filter { people[place].cells[$0].possible > 0 }
    var intervals = people[place].cells.map { _ in
      RecallInterval.unknown("it never could have happened")
    }
    for turn in Bootstrap.turns(used, replicates: replicates, keeping: kept) {
      let bootstrap = Bootstrap(
        lists: count, bins: turn.count, replicates: replicates,
        stream: RandomStream(seed: seed, stream: UInt64(place)),
        statistic: values(place, Array(turn)))
      for (index, bin) in turn.enumerated() {
        guard let estimate = people[place].cells[bin].value else { continue }
        intervals[bin] = bootstrap.interval(
          index, estimate: estimate, level: level, corrected: corrected, total: replicates)
      }
    }
    return intervals
  }

  /// The values of some bins when lists count as often as said.
  private func values(_ place: Int, _ used: [Int]) -> ([Double]) -> [Double] {
    if let statistic {
      let all = statistic(place)
      return { weights in
        let values = all(weights)
        return used.map { values[$0] }
      }
    }
    let lists = listSums(place)
    let actual = lists.map { sums in used.map { sums.actual[$0] } }
    let possible = lists.map { sums in used.map { sums.possible[$0] } }
    return { ratios(weights: $0, actual, possible) }
  }
}

private func ratios(
  weights: [Double], _ actual: [[Double]], _ possible: [[Double]]
) -> [Double] {
  let bins = actual.first?.count ?? 0
  var top = [Double](repeating: 0, count: bins)
  var bottom = top
  for (list, weight) in weights.enumerated() where weight > 0 {
    for bin in 0..<bins {
      top[bin] += weight * actual[list][bin]
      bottom[bin] += weight * possible[list][bin]
    }
  }
  return (0..<bins).map { bottom[$0] > 0 ? top[$0] / bottom[$0] : .nan }
}
