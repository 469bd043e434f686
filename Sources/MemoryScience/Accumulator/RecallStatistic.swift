/// A number that describes how somebody recalls lists of emotional and neutral items.
public enum RecallStatistic: Hashable, Sendable, CaseIterable {
  /// Transitions from items of one valence to items of another over those expected if every item that is
  /// left had the same chance (Long, Danoff & Kahana 2015).
  case transition(from: Valence, to: Valence)
  /// The share of neutral items recalled.
  case neutralRecall
  /// By how much the share of negative items recalled is greater than that of neutral ones.
  case negativeAdvantage
  /// By how much the share of positive items recalled is greater than that of neutral ones.
  case positiveAdvantage
  /// By how much the first eighth of a list is recalled better than the whole list.
  case primacy
  /// By how much the middle half of a list is recalled better than the whole list; below 0.
  case middle
  /// By how much the last eighth of a list is recalled better than the whole list.
  case recency
  /// The share of lists in which the first item studied is the first recalled.
  case startsFirst
  /// The share of lists in which one of the last sixth of items is the first recalled.
  case startsLast
  /// The lag-CRP at +1: transitions to the next item over those in which it was left.
  case forward
  /// The lag-CRP at -1.
  case backward
  /// Items of earlier lists recalled, per list.
  case intrusions

  /// All statistics, the nine transitions first, row by row.
  public static let allCases: [RecallStatistic] =
    transitions + [
      .neutralRecall, .negativeAdvantage, .positiveAdvantage, .primacy, .middle, .recency,
      .startsFirst, .startsLast, .forward, .backward, .intrusions,
    ]

  /// The nine transitions, row by row: from and to negative, neutral, positive.
  public static let transitions: [RecallStatistic] = Valence.allCases.flatMap { from in
    Valence.allCases.map { .transition(from: from, to: $0) }
  }
}
