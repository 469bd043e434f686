private import Foundation

/// Clustering by label over what nearness in meaning alone would give.
public struct ControlledClustering: Sendable {
  /// Actual over expected transitions for each pair of labels, the expectation being that of the
  /// person's own ``SemanticPull``. People whose pull cannot be estimated have no values.
  public let ratios: RecallAnalysis<LabelPair>
  /// The pull of each person, in the order of the data.
  public let pulls: [SemanticPull]
}

/// What one list adds to controlled clustering.
private struct ControlledSums {
  var ratio: RatioSums
  /// The derivative of the expected transitions by the pull.
  var slope: [Double]
  var score: Double
  var information: Double
}

private struct ControlledTally {
  let likelihood: PullLikelihood
  let order: [Int]

  func sums(_ list: ScoredList, pull: Double) -> ControlledSums {
    let derivatives = likelihood.derivatives(list, pull: pull)
    let size = order.count
    var sums = ControlledSums(
      ratio: RatioSums(bins: size * size), slope: [Double](repeating: 0, count: size * size),
      score: derivatives.score, information: derivatives.information)
    let labels = list.labels(likelihood.walk.column)
    var (walk, table) = (likelihood.walk, likelihood.table)
    table.open(list)
    var weights = [Double](repeating: 0, count: list.length)
    walk.forEach(in: list) { from, to, left in
      let row = order[labels[from - 1]] * size
      sums.ratio.actual[row + order[labels[to - 1]]] += 1
      let chosen = table.distance(from, to)
      var (total, mean) = (0.0, 0.0)
      for position in left {
        let further = likelihood.scale * (table.distance(from, position) - chosen)
        let weight = exp(min(-pull * further, 300))
        weights[position - 1] = weight
        total += weight
        mean += weight * further
      }
      mean /= total
      for position in left {
        let further = likelihood.scale * (table.distance(from, position) - chosen)
        let share = weights[position - 1] / total
        let cell = row + order[labels[position - 1]]
        sums.ratio.possible[cell] += share
        sums.slope[cell] += share * (mean - further)
      }
    }
    return sums
  }
}

extension RecallData {
  /// Clustering by label with semantic control, such as emotional clustering that is not merely
  /// clustering by meaning.
  ///
  /// Words of one valence are alike in meaning, and recall follows meaning, so that plain clustering
  /// by valence may show nothing but meaning (Talmi & Moscovitch 2004). Here the expectation of each
  /// transition is not that of chance but of the person's pull towards near words
  /// (``SemanticPull``), estimated without use of the labels' own effect:
  /// p(k) is in proportion to exp(-pull x distance) among all labelled words left, and the expected
  /// transitions to a label are the sum of p over its words. A ratio of 1 means that meaning
  /// accounts for the transitions. With a pull of 0 the ratios are those of ``clustering(by:)``.
  ///
  /// What is assumed: log odds fall in a straight line with distance, alike for all labels. Distances
  /// that leave out part of what makes words of one valence alike leave that part in the ratio.
  ///
  /// A bootstrap draws lists and moves the pull along by one Newton step with each draw.
  ///
  /// - Parameters:
  ///   - attribute: the attribute that holds labels.
  ///   - distances: between words, in meaning.
  /// - Returns: the ratios and the pulls.
  /// - Throws: ``MemoryScienceError`` for an attribute that the words have not, or with fewer than 2
  ///   or more than 100 values; for words without distances and for distances all the same.
  public func controlledClustering(
    by attribute: String, distances: ItemDistances
  ) throws(MemoryScienceError) -> ControlledClustering {
    let (column, names, order) = try orderedLabels(attribute)
    guard let deviation = distances.deviation, deviation > 0 else {
      throw .unusable("the distances between words are all the same; they control for nothing")
    }
    let likelihood = PullLikelihood(
      walk: LabelWalk(column: column), table: try DistanceTable(distances, data: self),
      scale: 1 / deviation)
    let tally = ControlledTally(likelihood: likelihood, order: order)
    let pulls = ranges.indices.map {
      likelihood.fitted(lists[ranges[$0]], subject: subjects[$0])
    }
    let bins = names.flatMap { from in names.map { LabelPair(from: from, to: $0) } }
    return ControlledClustering(ratios: ratios(attribute, bins, tally, pulls), pulls: pulls)
  }

  private func ratios(
    _ attribute: String, _ bins: [LabelPair], _ tally: ControlledTally, _ pulls: [SemanticPull]
  ) -> RecallAnalysis<LabelPair> {
    let listSums: @Sendable (Int) -> [ControlledSums] = { person in
      guard let pull = pulls[person].value else { return [] }
      return lists[ranges[person]].map { tally.sums($0, pull: pull) }
    }
    let people = ranges.indices.map { person in
      var sums = RatioSums(bins: bins.count)
      for list in listSums(person) {
        for bin in bins.indices {
          sums.add(bin, actual: list.ratio.actual[bin], possible: list.ratio.possible[bin])
        }
      }
      return RecallAnalysis<LabelPair>.Person(
        subject: subjects[person], lists: ranges[person].count,
        cells: zip(sums.actual, sums.possible).map { .init(actual: $0, possible: $1) })
    }
    var analysis = RecallAnalysis<LabelPair>(
      name: "controlled clustering by \(attribute)", bins: bins, people: people, isBinomial: false,
      listSums: { listSums($0).map(\.ratio) })
    analysis.statistic = { person in
      let lists = listSums(person)
      let pull = pulls[person].value ?? 0
      return { weights in moved(lists, weights: weights, pull: pull) }
    }
    return analysis
  }
}

/// The ratios when lists count as often as said, the pull being one Newton step further.
private func moved(_ lists: [ControlledSums], weights: [Double], pull: Double) -> [Double] {
  let prior = 1 / (SemanticPull.priorDeviation * SemanticPull.priorDeviation)
  let bins = lists.first?.slope.count ?? 0
  var (score, information) = (-prior * pull, prior)
  for (list, weight) in zip(lists, weights) {
    score += weight * list.score
    information += weight * list.information
  }
  let step = min(max(score / information, -1), 1)
  return (0..<bins).map { bin in
    var (actual, expected) = (0.0, 0.0)
    for (list, weight) in zip(lists, weights) {
      actual += weight * list.ratio.actual[bin]
      expected += weight * (list.ratio.possible[bin] + step * list.slope[bin])
    }
    return expected > 0 ? actual / expected : .nan
  }
}
