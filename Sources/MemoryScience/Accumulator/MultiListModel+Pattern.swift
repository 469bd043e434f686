extension MultiListModel {
  /// Simulates people and describes how they recall.
  ///
  /// - Parameters:
  ///   - people: the sessions that each of them has.
  ///   - seed: of all noise; the same seed gives models with other parameters the same numbers.
  /// - Returns: the mean over people.
  /// - Throws: ``MemoryScienceError/option(_:)`` when a parameter is out of range.
  public func pattern(
    of people: [[MultiListStudy]], seed: UInt64
  ) throws(MemoryScienceError) -> RecallPattern {
    var patterns: [RecallPattern] = []
    var session = 0
    for studies in people {
      var lists: [ValencedRecall] = []
      for study in studies {
        lists += ValencedRecall.lists(study, try simulate(study, seed: seed, session: session))
        session += 1
      }
      patterns.append(RecallPattern(lists))
    }
    return RecallPattern(meanOf: patterns)
  }
}
