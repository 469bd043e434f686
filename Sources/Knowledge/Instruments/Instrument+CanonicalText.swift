extension Instrument {
  /// What a person is asked and how it is scored, one fact a line, the same every time.
  ///
  /// Its checksum shows whether a word, the order, an option or a number has changed. Facts that a
  /// site may set, and everything about evidence, are left out.
  public var canonicalText: String {
    let head = ["instrument \(id)", "rater \(rater.rawValue)"]
    let totals = [
      "range \(plain(range.lowerBound)) \(plain(range.upperBound))",
      "direction \(direction.rawValue)",
    ]
    return (head + wordingLines + totals + scoringLines + readingLines + safetyLines)
      .joined(separator: "\n") + "\n"
  }

  private var wordingLines: [String] {
    guard let language else { return [] }
    return ["language \(language)", "stem \(stem ?? "")"]
      + items.flatMap { ["item \($0.id) \($0.text)"] + lines($0.options) } + lines(options)
      + (followUp.map { ["follow-up \($0.item.id) \($0.item.text)"] + lines($0.options) } ?? [])
  }

  private func lines(_ options: [AnswerOption]) -> [String] {
    options.map { "option \($0.value) \($0.label)" }
  }

  private var scoringLines: [String] {
    guard let scoring else { return ["totals only"] }
    let transform = scoring.transform
    return scoring.scales.map { "scale \($0.item) \(words($0.values.map(String.init)))" }
      + scoring.reversed.sorted().map { "reversed \($0)" }
      + scoring.eitherOr.map { "either \(words($0))" }
      + [
        "transform \(plain(transform.subtract)) \(plain(transform.multiply)) "
          + plain(transform.divide),
        "missing \(scoring.maximumMissing) \(scoring.prorates)",
      ] + scoring.neverImpute.map { "never \($0)" } + ruleLines(scoring.rule)
  }

  private func ruleLines(_ rule: Scoring.Rule) -> [String] {
    switch rule {
    case .sum: return ["rule sum"]
    case .domainMaximum(let domains):
      return ["rule domainMaximum"] + domains.map { "domain \(words($0))" }
    case .tScore(let table):
      return ["rule tScore"]
        + table.rows.map { row in
          "row \(row.sum) \(plain(row.score))" + (row.standardError.map { " \(plain($0))" } ?? "")
        }
    case .itemLevel(let readings):
      return ["rule itemLevel"]
        + readings.flatMap { ["reading \($0.item) \($0.label)"] + lines($0.bands) }
    case .triage(let triage):
      return ["rule triage"] + triage.levels.map { "level \($0.id) \(words($0.items)) \($0.label)" }
        + ["otherwise \(triage.otherwise.id) \(triage.otherwise.label)"]
        + triage.skips.map { "skip \($0.item) \($0.answer) \(words($0.items))" }
    }
  }

  private var readingLines: [String] {
    lines(bands) + lines("remission", remission) + lines("case", caseThreshold)
      + groupThresholds.flatMap { lines("case of \($0.group)", $0.threshold) }
  }

  private func lines(_ bands: [Band]) -> [String] {
    bands.map {
      "band \(plain($0.range.lowerBound)) \(plain($0.range.upperBound)) \($0.label)"
    }
  }

  private func lines(_ name: String, _ threshold: Threshold?) -> [String] {
    threshold.map { ["\(name) \($0.comparison.rawValue) \(plain($0.score))"] } ?? []
  }

  private var safetyLines: [String] { safetyItems.map { "safety \($0.item) \($0.atLeast)" } }

  private func words(_ items: [ItemID]) -> String { words(items.map(\.rawValue)) }

  private func words(_ texts: [String]) -> String { texts.joined(separator: " ") }

  private func plain(_ number: Double) -> String {
    Int(exactly: number).map(String.init) ?? String(number)
  }
}
