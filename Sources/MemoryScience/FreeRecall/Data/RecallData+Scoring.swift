extension RecallData {
  /// Scores recalls.
  ///
  /// - Parameters:
  ///   - lists: study lists with their recalls, in any order.
  ///   - spelling: how recalled words are compared with studied ones; exact if not said.
  /// - Throws: ``MemoryScienceError`` without lists; for a list without words, with more than
  ///   ``longestPermitted``, with a word twice, or with an attribute that has not one value per
  ///   word; and for two lists of one person with the same number.
  public init(
    _ lists: [StudyList], spelling: Spelling = .exact
  ) throws(MemoryScienceError) {
    try Self.requireSome(lists.count)
    let order = try RecallRows.order(of: lists)
    var labels = WordLabels(lists)
    for place in order { try labels.add(lists[place]) }
    var scoring = try RecallScoring(RecallRows(lists, in: order), spelling: spelling)
    self = try scoring.data(labels: labels.labels, attributes: labels.attributes)
  }

  /// Scores recalls.
  ///
  /// - Parameters:
  ///   - events: study and recall events, in any order. Study rows of a list are numbered from 1 on
  ///     without gaps; its recalls come in the order of their positions.
  ///   - spelling: how recalled words are compared with studied ones; exact if not said.
  /// - Throws: ``MemoryScienceError`` without rows; for a list without words, with more than
  ///   ``longestPermitted`` or with a word twice; and for positions that leave gaps or come twice.
  public init(
    _ events: RecallEvents, spelling: Spelling = .exact
  ) throws(MemoryScienceError) {
    try Self.requireSome(events.count)
    var scoring = try RecallScoring(RecallRows(events), spelling: spelling)
    self = try scoring.data()
  }

  private static func requireSome(_ count: Int) throws(MemoryScienceError) {
    guard count > 0 else {
      throw .tooFew(observed: 0, needed: 1, what: "an analysis of recall lists")
    }
  }
}
