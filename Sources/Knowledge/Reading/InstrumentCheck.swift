/// Checks that the facts of one instrument do not contradict each other.
struct InstrumentCheck {
  let instrument: Instrument
  let record: Object

  /// Runs every check.
  ///
  /// - Throws: an error that names the group of facts and says what contradicts what.
  func run() throws(KnowledgeError) {
    try checkLicence()
    try checkItems()
    try checkBands()
    try checkThresholds()
    try checkReliableChange()
  }

  private func checkLicence() throws(KnowledgeError) {
    try require(
      instrument.kind == .scoreOnly || instrument.licence.allowsShipping, .wording,
      "the licence does not let the wording ship; leave it to a site's own pack")
  }

  private func checkItems() throws(KnowledgeError) {
    guard let scoring = instrument.scoring else {
      try require(instrument.criterion == nil, .criterion, "there are no items to look at")
      return try require(instrument.safetyItems.isEmpty, .safety, "there are no items to watch")
    }
    try ScoringCheck(scoring: scoring, instrument: instrument, place: place(.scoring)).run()
    let known = Set(scoring.scales.map(\.item))
    for item in instrument.safetyItems.map(\.item) where !known.contains(item) {
      throw failure(.unknownItem(item), .safety)
    }
    let clauses = instrument.criterion?.anyOf.flatMap { $0 } ?? []
    for item in clauses.flatMap(\.among).flatMap(\.items) where !known.contains(item) {
      throw failure(.unknownItem(item), .criterion)
    }
  }

  private func checkBands() throws(KnowledgeError) {
    let ranges = instrument.bands.map(\.range)
    guard let first = ranges.first, let last = ranges.last else { return }
    try require(instrument.givesTotal, .bands, "there are no totals to place in bands")
    try require(
      first.lowerBound == instrument.range.lowerBound
        && last.upperBound == instrument.range.upperBound,
      .bands, "the bands do not begin and end with the range of the instrument")
    try require(
      zip(ranges, ranges.dropFirst()).allSatisfy { meet($0, $1) }, .bands,
      "the bands leave a gap or overlap; each begins one step after the one before ends")
  }

  private func meet(_ lower: ClosedRange<Double>, _ upper: ClosedRange<Double>) -> Bool {
    abs(lower.upperBound + instrument.step - upper.lowerBound) < 1e-9
  }

  private func checkThresholds() throws(KnowledgeError) {
    let thresholds = [
      FactGroup.remission: instrument.remission, .caseThreshold: instrument.caseThreshold,
    ]
    for (group, threshold) in thresholds {
      guard let threshold else { continue }
      try require(
        instrument.range.contains(threshold.score), group, "the score is outside the range")
    }
    for group in instrument.groupThresholds {
      try require(
        instrument.range.contains(group.threshold.score), .caseThreshold,
        "the score of \(group.group) is outside the range")
    }
    guard let full = instrument.response, let partial = instrument.partialResponse else { return }
    try require(partial < full, .response, "partial response asks for no less than response")
  }

  private func checkReliableChange() throws(KnowledgeError) {
    guard let change = instrument.reliableChange else { return }
    try require(
      change.standardDeviation > 0 && change.points > 0
        && instrument.range.contains(instrument.range.lowerBound + change.points),
      .reliableChange, "points and standard deviation must be above 0 and fit the range")
    // A total moves in whole points, so the first whole point that reaches the threshold counts.
    try require(
      change.origin != .derived || change.points == change.exact95.rounded(.up), .reliableChange,
      "the points are not the derived threshold, rounded up to a whole point")
  }

  private func require(
    _ condition: Bool, _ group: FactGroup, _ reason: String
  ) throws(KnowledgeError) {
    guard condition else { throw failure(.inconsistent(reason), group) }
  }

  private func failure(_ problem: KnowledgeError.Problem, _ group: FactGroup) -> KnowledgeError {
    place(group).failure(problem)
  }

  private func place(_ group: FactGroup) -> Field {
    record.optional(group.rawValue) ?? record.place
  }
}
