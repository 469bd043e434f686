/// Counts prior-list intrusions by list lag.
private struct IntrusionTally: ListTally {
  let bins: [Int]
  let isPerList: Bool
  let isFromEvery: Bool

  mutating func add(_ list: ScoredList, to sums: inout RatioSums) {
    guard list.listsBefore >= bins.count else { return }
    var intrusions = 0
    for recall in list.recalls where recall.isIntrusion { intrusions += 1 }
    for source in list.priors where isFromEvery || source.isLast {
      if 1...bins.count ~= source.lag { sums.actual[source.lag - 1] += 1 }
    }
    let chances = isPerList ? 1 : Double(intrusions)
    for bin in bins.indices { sums.possible[bin] += chances }
  }
}

extension RecallData {
  /// What prior-list intrusions are counted against.
  public enum IntrusionBase: Hashable, Sendable {
    /// Lists: how many intrusions of the lag a list has.
    case lists
    /// Intrusions: which share of all, those from outside included, is of the lag.
    case intrusions
  }

  /// Where an intruding word of several earlier lists comes from.
  public enum IntrusionSource: Hashable, Sendable {
    /// The most recent of the lists that held the word.
    case mostRecentList
    /// Each of them, so that one intrusion counts at several list lags.
    case everyPriorList
  }

  /// Prior-list intrusions by list lag: from how many lists back they come (Zaromb et al. 2006).
  ///
  /// Only lists with so many lists before them count, as the numbers of the lists tell, so that each
  /// lag was possible in each list counted. An intrusion made twice counts twice.
  ///
  /// - Parameters:
  ///   - maximumLag: the greatest list lag, 1 to 1,000.
  ///   - base: what to count against.
  ///   - source: where a word of several earlier lists comes from.
  /// - Returns: a ratio for each list lag, from 1.
  /// - Throws: ``MemoryScienceError`` for a lag outside its range.
  public func priorListIntrusions(
    maximumLag: Int = 3, per base: IntrusionBase = .lists,
    from source: IntrusionSource = .mostRecentList
  ) throws(MemoryScienceError) -> RecallAnalysis<Int> {
    guard 1...1000 ~= maximumLag else {
      throw .option("a greatest list lag of \(maximumLag); write 1 to 1,000")
    }
    return try analysis(
      "prior-list intrusions",
      IntrusionTally(
        bins: Array(1...maximumLag), isPerList: base == .lists,
        isFromEvery: source == .everyPriorList))
  }
}
