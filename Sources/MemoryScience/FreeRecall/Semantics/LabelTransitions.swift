/// The transitions between labelled words, with what was left at each.
///
/// Repeats, intrusions and words without a label are taken out of the recalls first; each pair of
/// neighbours that remains is a transition.
struct LabelWalk: Sendable {
  let column: Int
  private var left: [Int] = []

  init(column: Int) { self.column = column }

  /// Calls for each transition with the two serial positions and the labelled positions left, the
  /// second among them.
  @inline(__always)
  mutating func forEach(
    in list: ScoredList, _ body: (_ from: Int, _ to: Int, _ left: [Int]) -> Void
  ) {
    let labels = list.labels(column)
    left.removeAll(keepingCapacity: true)
    for position in 1...list.length where labels[position - 1] >= 0 { left.append(position) }
    var from = 0
    for to in list.sequence where to > 0 && labels[to - 1] >= 0 {
      if from > 0 { body(from, to, left) }
      if let index = left.firstIndex(of: to) { left.remove(at: index) }
      from = to
    }
  }
}

/// Counts actual and expected transitions between labels.
private struct LabelTally: ListTally {
  let bins: [LabelPair]
  let column: Int
  /// The bin row of each value of the attribute.
  let order: [Int]
  private var walk: LabelWalk
  private var counts: [Double]

  init(bins: [LabelPair], column: Int, order: [Int]) {
    self.bins = bins
    self.column = column
    self.order = order
    walk = LabelWalk(column: column)
    counts = [Double](repeating: 0, count: order.count)
  }

  mutating func add(_ list: ScoredList, to sums: inout RatioSums) {
    var counts = counts
    let (order, labels) = (order, list.labels(column))
    walk.forEach(in: list) { from, to, left in
      for index in counts.indices { counts[index] = 0 }
      for position in left { counts[order[labels[position - 1]]] += 1 }
      let row = order[labels[from - 1]] * order.count
      sums.actual[row + order[labels[to - 1]]] += 1
      for index in counts.indices {
        sums.possible[row + index] += counts[index] / Double(left.count)
      }
    }
  }
}

/// Counts recall by label.
private struct LabelRecallTally: ListTally {
  let bins: [String]
  let column: Int
  let order: [Int]

  mutating func add(_ list: ScoredList, to sums: inout RatioSums) {
    let labels = list.labels(column)
    for label in labels where label >= 0 { sums.possible[order[label]] += 1 }
    for position in list.sequence where position > 0 && labels[position - 1] >= 0 {
      sums.actual[order[labels[position - 1]]] += 1
    }
  }
}

extension RecallData {
  /// The most labels that an analysis of transitions between labels may have.
  static let mostLabels = 100

  /// The labels of an attribute in their order, numbers by size, with the place of each value.
  func orderedLabels(
    _ attribute: String
  ) throws(MemoryScienceError) -> (column: Int, names: [String], order: [Int]) {
    let column = try index(of: attribute)
    let values = attributes[column].values
    guard 2...Self.mostLabels ~= values.count else {
      throw .option(
        "\(attribute) has \(values.count) different values; transitions between labels need "
          + "2 to \(Self.mostLabels)")
    }
    let names = values.sorted { left, right in
      guard let first = Double(left), let second = Double(right), first != second else {
        return left < right
      }
      return first < second
    }
    return (column, names, values.map { names.firstIndex(of: $0) ?? 0 })
  }

  /// The probability of recall by label, such as by valence.
  ///
  /// - Parameter attribute: the attribute that holds labels.
  /// - Returns: the share of the words of each label that was recalled.
  /// - Throws: ``MemoryScienceError`` for an attribute that the words have not, or with fewer than 2
  ///   or more than 100 values.
  public func recallProbability(
    by attribute: String
  ) throws(MemoryScienceError) -> RecallAnalysis<String> {
    let (column, names, order) = try orderedLabels(attribute)
    return try analysis(
      "recall probability by \(attribute)",
      LabelRecallTally(bins: names, column: column, order: order))
  }

  /// Clustering by label, such as emotional clustering by valence: how often a word of one label
  /// followed a word of another, over how often it would have by chance.
  ///
  /// At each transition chance gives every word that is left the same probability. Above 1 on the
  /// diagonal, recall is organised by the label (Long, Danoff & Kahana 2015). Words of one valence
  /// are also alike in meaning: ``controlledClustering(by:distances:)`` takes that out.
  ///
  /// - Parameter attribute: the attribute that holds labels. Words without one are left out.
  /// - Returns: actual over expected transitions for each pair of labels, row by row.
  /// - Throws: ``MemoryScienceError`` for an attribute that the words have not, or with fewer than 2
  ///   or more than 100 values.
  public func clustering(
    by attribute: String
  ) throws(MemoryScienceError) -> RecallAnalysis<LabelPair> {
    let (column, names, order) = try orderedLabels(attribute)
    let bins = names.flatMap { from in names.map { LabelPair(from: from, to: $0) } }
    return try analysis(
      "clustering by \(attribute)", LabelTally(bins: bins, column: column, order: order))
  }
}
