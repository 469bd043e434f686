/// How one person, or the mean of several, recalls lists of emotional and neutral items.
public struct RecallPattern: Hashable, Sendable {
  private let values: [RecallStatistic: Double]

  /// The value of a statistic; not a number where there was nothing to count.
  public subscript(statistic: RecallStatistic) -> Double { values[statistic] ?? .nan }

  /// Counts the lists of one person.
  ///
  /// - Parameter lists: the lists, in any order.
  public init(_ lists: [ValencedRecall]) {
    var tally = PatternTally()
    for list in lists { tally.add(list) }
    values = tally.values
  }

  /// The mean over people, each with the same weight.
  ///
  /// - Parameter people: their patterns.
  public init(meanOf people: [RecallPattern]) {
    let pairs = RecallStatistic.allCases.map { statistic in
      (statistic, people.reduce(0) { $0 + $1[statistic] } / Double(people.count))
    }
    values = Dictionary(pairs) { first, _ in first }
  }
}

/// The counts behind a ``RecallPattern``.
private struct PatternTally {
  private var lists = 0.0
  private var actual = [Double](repeating: 0, count: 9)
  private var expected = [Double](repeating: 0, count: 9)
  private var recalled = [0.0, 0, 0]
  private var studied = [0.0, 0, 0]
  /// Recalled and studied in the first eighth, the middle half and the last eighth.
  private var parts = Array(repeating: (recalled: 0.0, studied: 0.0), count: 3)
  private var starts = [0.0, 0]
  /// Made and possible transitions to the next and the previous item.
  private var steps = Array(repeating: (made: 0.0, possible: 0.0), count: 2)
  private var intrusions = 0.0

  mutating func add(_ list: ValencedRecall) {
    lists += 1
    intrusions += Double(list.intrusionCount)
    let count = list.valences.count
    for valence in list.valences { studied[valence.rawValue + 1] += 1 }
    for place in list.places { recalled[list.valences[place].rawValue + 1] += 1 }
    let edge = (count + 7) / 8
    let middle = count / 4..<count - count / 4
    for (part, range) in [0..<edge, middle, count - edge..<count].enumerated() {
      parts[part].studied += Double(range.count)
      parts[part].recalled += Double(list.places.filter(range.contains).count)
    }
    if let first = list.places.first {
      starts[0] += first == 0 ? 1 : 0
      starts[1] += first >= count - (count + 5) / 6 ? 1 : 0
    }
    addTransitions(list)
  }

  private mutating func addTransitions(_ list: ValencedRecall) {
    var left = Set(list.valences.indices)
    var counts = [0.0, 0, 0]
    for valence in list.valences { counts[valence.rawValue + 1] += 1 }
    for (from, to) in zip(list.places, list.places.dropFirst()) {
      left.remove(from)
      let row = list.valences[from].rawValue + 1
      counts[row] -= 1
      actual[3 * row + list.valences[to].rawValue + 1] += 1
      for column in 0..<3 { expected[3 * row + column] += counts[column] / Double(left.count) }
      for (index, lag) in [1, -1].enumerated() where left.contains(from + lag) {
        steps[index].possible += 1
        steps[index].made += to == from + lag ? 1 : 0
      }
    }
  }

  var values: [RecallStatistic: Double] {
    var values: [RecallStatistic: Double] = [:]
    for (index, statistic) in RecallStatistic.transitions.enumerated() {
      values[statistic] = actual[index] / expected[index]
    }
    let shares = zip(recalled, studied).map { $0 / $1 }
    values[.neutralRecall] = shares[1]
    values[.negativeAdvantage] = shares[0] - shares[1]
    values[.positiveAdvantage] = shares[2] - shares[1]
    let share = recalled.reduce(0, +) / studied.reduce(0, +)
    for (part, statistic) in [RecallStatistic.primacy, .middle, .recency].enumerated() {
      values[statistic] = parts[part].recalled / parts[part].studied - share
    }
    values[.startsFirst] = starts[0] / lists
    values[.startsLast] = starts[1] / lists
    values[.forward] = steps[0].made / steps[0].possible
    values[.backward] = steps[1].made / steps[1].possible
    values[.intrusions] = intrusions / lists
    return values
  }
}
