/// Counts transitions by bins of distance.
private struct DistanceTally: ListTally {
  let bins: [DistanceBin]
  private var table: DistanceTable
  private let edges: BinEdges
  let once: Bool
  private var walk: TransitionWalk
  private var seen: [Bool]

  init(
    bins: [DistanceBin], edges: [Double], _ table: DistanceTable, _ rule: ResolvedRule, once: Bool
  ) {
    self.bins = bins
    self.edges = BinEdges(edges)
    self.table = table
    self.once = once
    walk = TransitionWalk(rule)
    seen = [Bool](repeating: false, count: bins.count)
  }

  mutating func add(_ list: ScoredList, to sums: inout RatioSums) {
    var seen = seen
    table.open(list)
    let (table, edges, once) = (table, edges, once)
    sums.possible.withUnsafeMutableBufferPointer { possible in
      sums.actual.withUnsafeMutableBufferPointer { actual in
        walk.forEach(in: list) { _, from, to, pool in
          if once { for index in seen.indices { seen[index] = false } }
          for position in pool {
            let bin = edges.bin(of: table.distance(from, position))
            guard bin >= 0, bin < possible.count else { continue }
            if position == to { actual[bin] += 1 }
            guard once else {
              possible[bin] += 1
              continue
            }
            if !seen[bin] { possible[bin] += 1 }
            seen[bin] = true
          }
        }
      }
    }
  }
}

/// The edges of bins, four to a vector: branches that depend on a distance would be guessed wrongly.
private struct BinEdges: Sendable {
  private let vectors: [SIMD4<Double>]

  init(_ edges: [Double]) {
    vectors = stride(from: 0, to: edges.count, by: 4).map { start in
      var vector = SIMD4<Double>(repeating: .infinity)
      for lane in 0..<min(4, edges.count - start) { vector[lane] = edges[start + lane] }
      return vector
    }
  }

  /// The bin whose lower edge lies below and whose upper edge does not; outside the bins a number
  /// that is none of theirs.
  @inline(__always)
  func bin(of distance: Double) -> Int {
    let wanted = SIMD4<Double>(repeating: distance)
    var below = SIMD4<Int64>()
    for vector in vectors {
      below &-= unsafeBitCast(vector .< wanted, to: SIMD4<Int64>.self)
    }
    return Int(below.wrappedSum()) &- 1
  }
}

/// Sums the ranks of distances.
private struct DistanceRankTally: ListTally {
  let bins = [WholeBin.all]
  private var table: DistanceTable
  private var walk: TransitionWalk

  init(_ table: DistanceTable, _ rule: ResolvedRule) {
    self.table = table
    walk = TransitionWalk(rule)
  }

  mutating func add(_ list: ScoredList, to sums: inout RatioSums) {
    table.open(list)
    let table = table
    walk.forEach(in: list) { _, from, to, pool in
      let chosen = table.distance(from, to)
      if let rank = percentileRank(of: chosen, in: pool, { table.distance(from, $0) }) {
        sums.add(0, actual: rank)
      }
    }
  }
}

/// Sums the ranks of distances from the last few recalls.
private struct ShiftedRankTally: ListTally {
  let bins: [Int]
  private var table: DistanceTable
  private var walk: TransitionWalk

  init(shifts: Int, _ table: DistanceTable, _ rule: ResolvedRule) {
    bins = (1...shifts).map { -$0 }
    self.table = table
    walk = TransitionWalk(rule)
  }

  mutating func add(_ list: ScoredList, to sums: inout RatioSums) {
    table.open(list)
    let (table, shifts, sequence) = (table, bins.count, list.sequence)
    walk.forEach(in: list) { place, _, to, pool in
      guard place + 1 >= shifts,
        sequence[(place + 1 - shifts)...place].allSatisfy({ $0 > 0 })
      else { return }
      for shift in 0..<shifts {
        let earlier = sequence[place - shift]
        let chosen = table.distance(earlier, to)
        if let rank = percentileRank(of: chosen, in: pool, { table.distance(earlier, $0) }) {
          sums.add(shift, actual: rank)
        }
      }
    }
  }
}

extension RecallData {
  /// The distance CRP: the probability of a transition by the distance between its words, given
  /// that the distance was possible (Howard & Kahana 2002).
  ///
  /// Each possible word counts in its bin, so that a bin with more words is not favoured by it.
  /// Distances outside all bins are not counted.
  ///
  /// - Parameters:
  ///   - distances: between words.
  ///   - edges: two or more rising edges; a bin holds its upper edge and not its lower one.
  ///   - centres: where the bins are drawn, one less than the edges; the middles if not said.
  ///   - countsBinsOnce: whether a bin is possible once in a transition, however many words it holds.
  ///   - rule: which transitions to count.
  /// - Returns: a probability for each bin.
  /// - Throws: ``MemoryScienceError`` for edges that do not rise and words without distances.
  public func distanceCRP(
    _ distances: ItemDistances, edges: [Double], centres: [Double]? = nil,
    countsBinsOnce: Bool = false, _ rule: TransitionRule = .all
  ) throws(MemoryScienceError) -> RecallAnalysis<DistanceBin> {
    guard 2...1000 ~= edges.count, edges.allSatisfy(\.isFinite),
      zip(edges, edges.dropFirst()).allSatisfy({ $0 < $1 })
    else { throw .option("the edges of distance bins must be 2 to 1,000 rising numbers") }
    let middles = zip(edges, edges.dropFirst()).map { ($0 + $1) / 2 }
    let centres = centres ?? middles
    guard centres.count == middles.count else {
      throw .option("\(edges.count) edges and \(centres.count) centres; give one centre per bin")
    }
    let bins = centres.indices.map {
      DistanceBin(lower: edges[$0], upper: edges[$0 + 1], centre: centres[$0])
    }
    return try analysis(
      "distance CRP",
      DistanceTally(
        bins: bins, edges: edges, try DistanceTable(distances, data: self),
        try rule.resolved(in: self), once: countsBinsOnce))
  }

  /// The distance rank: the mean percentile rank of the distance of each transition among those that
  /// were possible (Polyn, Norman & Kahana 2009).
  ///
  /// 1 when always the nearest word follows, 0.5 by chance; ties count half.
  ///
  /// - Parameters:
  ///   - distances: between words.
  ///   - rule: which transitions to count.
  /// - Returns: one mean rank.
  /// - Throws: ``MemoryScienceError`` for words without distances.
  public func distanceRank(
    _ distances: ItemDistances, _ rule: TransitionRule = .all
  ) throws(MemoryScienceError) -> RecallAnalysis<WholeBin> {
    try analysis(
      "distance rank",
      DistanceRankTally(
        try DistanceTable(distances, data: self), try rule.resolved(in: self)))
  }

  /// The shifted distance rank: how near a recall is to the last, the last but one and earlier
  /// recalls.
  ///
  /// A transition counts when all of those recalls are correct, for all shifts alike.
  ///
  /// - Parameters:
  ///   - distances: between words.
  ///   - shifts: how many recalls to look back, 1 to 100.
  ///   - rule: which transitions to count.
  /// - Returns: a mean rank for each shift: -1 for the recall just before, -2 for the one before it.
  /// - Throws: ``MemoryScienceError`` for words without distances and shifts outside their range.
  public func shiftedDistanceRank(
    _ distances: ItemDistances, shifts: Int, _ rule: TransitionRule = .all
  ) throws(MemoryScienceError) -> RecallAnalysis<Int> {
    guard 1...100 ~= shifts else { throw .option("\(shifts) shifts; write 1 to 100") }
    return try analysis(
      "shifted distance rank",
      ShiftedRankTally(
        shifts: shifts, try DistanceTable(distances, data: self), try rule.resolved(in: self)))
  }
}
