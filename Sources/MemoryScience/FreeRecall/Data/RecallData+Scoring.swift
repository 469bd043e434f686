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
    guard !lists.isEmpty else {
      throw .tooFew(observed: 0, needed: 1, what: "an analysis of recall lists")
    }
    var scoring = RecallScoring(lists, spelling: spelling)
    var scored: [ScoredList] = []
    scored.reserveCapacity(lists.count)
    for order in try RecallScoring.order(of: lists) {
      scored.append(try scoring.scored(lists[order]))
    }
    self.init(lists: scored, attributes: scoring.attributes, items: scoring.words)
  }
}
