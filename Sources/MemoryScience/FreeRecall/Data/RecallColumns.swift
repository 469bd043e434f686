/// What recalls are, one list after the other.
final class RecallColumns: Sendable {
  /// The studied words.
  let items: [Int]
  /// What each recall is.
  let recalls: [Recall]
  /// The serial positions of correct recalls; 0 for others.
  let sequence: [Int]
  /// The serial positions of correct recalls without those zeros.
  let positions: [Int]
  /// For prior-list intrusions, one row for each list that held the word.
  let priors: [PriorList]
  /// The values of the studied words in each attribute; -1 where not known.
  let labels: [[Int]]

  /// Where a list lies.
  struct Place: Hashable {
    let items: Range<Int>
    let recalls: Range<Int>
    let positions: Range<Int>
    let priors: Range<Int>
  }

  init(
    items: [Int], recalls: [Recall], sequence: [Int], positions: [Int], priors: [PriorList],
    labels: [[Int]]
  ) {
    self.items = items
    self.recalls = recalls
    self.sequence = sequence
    self.positions = positions
    self.priors = priors
    self.labels = labels
  }

  /// The lists.
  func lists(_ places: [Place], _ rows: RecallRows) -> [ScoredList] {
    var first = 0
    return rows.lists.indices.map { index in
      let list = rows.lists[index]
      if list.person != rows.lists[first].person { first = index }
      return ScoredList(
        columns: self, place: places[index], person: list.person,
        subject: rows.subjects[list.person], number: list.number,
        listsBefore: list.number.subtractingReportingOverflow(rows.lists[first].number).partialValue
      )
    }
  }
}

/// A list that held the word of a prior-list intrusion.
struct PriorList: Hashable, Sendable {
  /// How many lists back it lies.
  let lag: Int
  /// Whether it was the last of them; the earlier ones follow.
  let isLast: Bool
}
