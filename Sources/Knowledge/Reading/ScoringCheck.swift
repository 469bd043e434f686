/// Checks that the rule of an instrument fits its items.
struct ScoringCheck {
  let scoring: Scoring
  let instrument: Instrument
  let place: Field

  /// Runs every check.
  ///
  /// - Throws: an error that says what contradicts what.
  func run() throws(KnowledgeError) {
    try checkScales()
    try checkNames()
    try checkRule()
    try checkMissing()
    try checkRange()
  }

  private var items: [ItemID] { scoring.scales.map(\.item) }

  private func checkScales() throws(KnowledgeError) {
    try require(!items.isEmpty, "items and two options are needed")
    try require(Set(items).count == items.count, "an item identifier is used twice")
    for scale in scoring.scales {
      try require(scale.values.count > 1, "items and two options are needed")
      try require(
        zip(scale.values, scale.values.dropFirst()).allSatisfy { $0 < $1 },
        "the options do not rise from the lowest value to the highest")
    }
  }

  private func checkNames() throws(KnowledgeError) {
    let known = Set(items)
    var named = scoring.neverImpute + scoring.reversed.sorted() + scoring.eitherOr.flatMap { $0 }
    if case .triage(let triage) = scoring.rule {
      named += triage.levels.flatMap(\.items)
      named += triage.skips.flatMap { [$0.item] + $0.items }
    }
    for item in named where !known.contains(item) { throw place.failure(.unknownItem(item)) }
    try require(
      scoring.eitherOr.allSatisfy { Set($0).count == 2 && $0.count == 2 },
      "either-or holds between two items")
  }

  private func checkRule() throws(KnowledgeError) {
    switch scoring.rule {
    case .sum: break
    case .domainMaximum(let domains): try checkDomains(domains)
    case .tScore(let table):
      let sums = table.rows.map(\.sum)
      let ends = scoring.scales.map(\.ends)
      let lowest = ends.reduce(0) { $0 + $1.lowerBound }
      let highest = ends.reduce(0) { $0 + $1.upperBound }
      try require(
        sums == Array(lowest...highest), "the table does not hold every sum of the items")
    case .itemLevel(let readings):
      try require(readings.map(\.item) == items, "each item is read once, in the items' order")
    case .triage:
      try require(
        scoring.scales.allSatisfy { $0.values == [0, 1] }, "the answers are 0 for no and 1 for yes")
    }
  }

  private func checkDomains(_ domains: [[ItemID]]) throws(KnowledgeError) {
    let named = domains.flatMap { $0 }
    try require(
      named.count == items.count && Set(named) == Set(items) && !domains.contains([]),
      "each item belongs to one domain")
    try require(
      scoring.eitherOr.allSatisfy { pair in domains.contains { Set($0).isSuperset(of: pair) } },
      "both items of a pair belong to the same domain")
  }

  private func checkMissing() throws(KnowledgeError) {
    guard case .sum = scoring.rule else { return }
    try require(scoring.eitherOr.isEmpty, "pairs belong to a rule with domains")
    let allowed = scoring.maximumMissing
    try require(
      allowed < items.count && (scoring.prorates || allowed == 0),
      "more items may be skipped than the rule can make up for")
    // Halves are rounded upwards, which must be the worse side.
    try require(
      !scoring.prorates || instrument.direction == .higherIsWorse,
      "a score that is better when higher is not prorated")
  }

  private func checkRange() throws(KnowledgeError) {
    guard scoring.givesTotal else {
      let range = instrument.range
      return try require(
        scoring.scales.allSatisfy {
          range.contains(Double($0.ends.lowerBound)) && range.contains(Double($0.ends.upperBound))
        }, "the answers are outside the range")
    }
    try require(
      scoring.possibleTotals == instrument.range,
      "the range is not what the items can add up to")
  }

  private func require(_ condition: Bool, _ reason: String) throws(KnowledgeError) {
    guard condition else { throw place.failure(.inconsistent(reason)) }
  }
}
