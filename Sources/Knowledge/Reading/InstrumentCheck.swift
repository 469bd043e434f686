/// Checks that the facts of one instrument do not contradict each other.
struct InstrumentCheck {
  let instrument: Instrument
  let record: Object

  /// Runs every check.
  ///
  /// - Throws: an error that names the group of facts and says what contradicts what.
  func run() throws(KnowledgeError) {
    try checkItems()
    try checkRange()
    try checkBands()
    try checkThresholds()
    try checkReliableChange()
  }

  private func checkItems() throws(KnowledgeError) {
    guard instrument.kind == .items else {
      return try require(instrument.safetyItems.isEmpty, .safety, "there are no items to watch")
    }
    let items = instrument.items.map(\.id)
    let values = instrument.options.map(\.value)
    try require(!items.isEmpty && values.count > 1, .wording, "items and two options are needed")
    try require(Set(items).count == items.count, .wording, "an item identifier is used twice")
    try require(
      zip(values, values.dropFirst()).allSatisfy { $0 < $1 }, .wording,
      "the options do not rise from the lowest value to the highest")
    let named = instrument.safetyItems.map(\.item) + (instrument.scoring?.neverImpute ?? [])
    for item in named where !items.contains(item) { throw failure(.unknownItem(item), .scoring) }
  }

  private func checkRange() throws(KnowledgeError) {
    guard let lowest = instrument.options.first, let highest = instrument.options.last else {
      return
    }
    let count = Double(instrument.items.count)
    let possible = count * Double(lowest.value)...count * Double(highest.value)
    try require(
      possible == instrument.range, .scoring, "the range is not what the sum of the items can be")
    let allowed = instrument.scoring?.maximumMissing ?? 0
    try require(
      allowed < instrument.items.count && (instrument.scoring?.prorates == true || allowed == 0),
      .scoring, "more items may be skipped than the rule can make up for")
  }

  private func checkBands() throws(KnowledgeError) {
    let ranges = instrument.bands.map(\.range)
    guard let first = ranges.first, let last = ranges.last else { return }
    try require(
      first.lowerBound == instrument.range.lowerBound
        && last.upperBound == instrument.range.upperBound,
      .bands, "the bands do not begin and end with the range of the instrument")
    try require(
      zip(ranges, ranges.dropFirst()).allSatisfy { $0.upperBound + 1 == $1.lowerBound }, .bands,
      "the bands leave a gap or overlap; each begins one point after the one before ends")
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
    (record.optional(group.rawValue) ?? record.place).failure(problem)
  }
}
