/// Counts transitions within a category.
private struct CategoryTally: ListTally {
  let bins = [WholeBin.all]
  let column: Int
  private var walk: TransitionWalk

  init(column: Int, _ rule: ResolvedRule) {
    self.column = column
    walk = TransitionWalk(rule)
  }

  mutating func add(_ list: ScoredList, to sums: inout RatioSums) {
    let labels = list.labels(column)
    walk.forEach(in: list) { _, from, to, pool in
      let label = labels[from - 1]
      guard label >= 0, pool.contains(where: { labels[$0 - 1] == label }) else { return }
      sums.add(0, actual: labels[to - 1] == label ? 1 : 0)
    }
  }
}

/// Sums an index of clustering over lists.
private struct ClusteringTally: ListTally {
  let bins = [WholeBin.all]
  let column: Int
  let values: Int
  let index: @Sendable (CategoryCounts) -> Double?
  private var recalled: [Int]
  private var studied: [Int]

  init(column: Int, values: Int, index: @escaping @Sendable (CategoryCounts) -> Double?) {
    self.column = column
    self.values = values
    self.index = index
    recalled = [Int](repeating: 0, count: values)
    studied = recalled
  }

  mutating func add(_ list: ScoredList, to sums: inout RatioSums) {
    let labels = list.labels(column)
    guard !labels.contains(-1) else { return }
    for value in 0..<values { (recalled[value], studied[value]) = (0, 0) }
    for label in labels { studied[label] += 1 }
    var repetitions = 0
    var previous = -1
    for position in list.sequence where position > 0 {
      let label = labels[position - 1]
      recalled[label] += 1
      if label == previous { repetitions += 1 }
      previous = label
    }
    let counts = CategoryCounts(repetitions: repetitions, recalled: recalled, studied: studied)
    if let value = index(counts) { sums.add(0, actual: value) }
  }
}

/// What an index of clustering is made of, for one list.
private struct CategoryCounts {
  /// Successive recalls of one category.
  let repetitions: Int
  /// Recalls by category.
  let recalled: [Int]
  /// Studied words by category.
  let studied: [Int]

  /// Observed less expected repetitions, the expectation that of a random order of words drawn from
  /// the list.
  var listBased: Double? {
    let recalls = recalled.reduce(0, +)
    let length = studied.reduce(0, +)
    guard recalls > 0, length > 1 else { return nil }
    let pairs = studied.reduce(0) { $0 + Double($1) * Double($1 - 1) }
    let chance = pairs / (Double(length) * Double(length - 1))
    return Double(repetitions) - Double(recalls - 1) * chance
  }

  /// Observed less expected repetitions over the greatest less the expected.
  var adjustedRatio: Double? {
    let recalls = Double(recalled.reduce(0, +))
    let categories = recalled.count { $0 > 0 }
    guard categories > 1 else { return nil }
    let expected = recalled.reduce(0) { $0 + Double($1) * Double($1) } / recalls - 1
    let greatest = recalls - Double(categories)
    guard greatest > expected else { return nil }
    return (Double(repetitions) - expected) / (greatest - expected)
  }
}

extension RecallData {
  /// The category CRP: the probability that a recall is of the category of the one before, given
  /// that a word of it was left.
  ///
  /// - Parameters:
  ///   - attribute: the attribute that holds categories.
  ///   - rule: which transitions to count.
  /// - Returns: one probability. Words without a category start no transition.
  /// - Throws: ``MemoryScienceError`` for an attribute that the words have not.
  public func categoryCRP(
    _ attribute: String, _ rule: TransitionRule = .all
  ) throws(MemoryScienceError) -> RecallAnalysis<WholeBin> {
    let column = try index(of: attribute)
    return try analysis(
      "category CRP", CategoryTally(column: column, try rule.resolved(in: self)))
  }

  /// List-based clustering: how many more successive recalls share a category than in a random order
  /// of words drawn from the list (Stricker, Brown, Wixted, Baldo & Delis 2002).
  ///
  /// With categories of equal size the expectation is that of the source, (r - 1)(m - 1)/(N - 1);
  /// with unequal sizes m_k it is (r - 1) times the sum of m_k(m_k - 1)/(N(N - 1)). Repeats and
  /// intrusions are taken out first. Lists without a correct recall, and lists in which a word has
  /// no category, do not count.
  ///
  /// - Parameter attribute: the attribute that holds categories.
  /// - Returns: the mean over lists.
  /// - Throws: ``MemoryScienceError`` for an attribute that the words have not.
  public func listBasedClustering(
    _ attribute: String
  ) throws(MemoryScienceError) -> RecallAnalysis<WholeBin> {
    try clustering("list-based clustering", attribute) { $0.listBased }
  }

  /// The adjusted ratio of clustering: repetitions of a category above chance over the most that were
  /// possible above chance (Roenker, Thompson & Brown 1971).
  ///
  /// 1 for perfect clustering, 0 for chance. Repeats and intrusions are taken out first. Lists in
  /// which fewer than two categories, or no two words of one, were recalled have no ratio and do not
  /// count.
  ///
  /// - Parameter attribute: the attribute that holds categories.
  /// - Returns: the mean over lists.
  /// - Throws: ``MemoryScienceError`` for an attribute that the words have not.
  public func adjustedRatioOfClustering(
    _ attribute: String
  ) throws(MemoryScienceError) -> RecallAnalysis<WholeBin> {
    try clustering("adjusted ratio of clustering", attribute) { $0.adjustedRatio }
  }

  private func clustering(
    _ name: String, _ attribute: String,
    _ value: @escaping @Sendable (CategoryCounts) -> Double?
  ) throws(MemoryScienceError) -> RecallAnalysis<WholeBin> {
    let column = try index(of: attribute)
    return try analysis(
      name,
      ClusteringTally(column: column, values: attributes[column].values.count, index: value))
  }
}
