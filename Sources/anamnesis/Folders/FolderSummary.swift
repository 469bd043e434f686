import Care

/// How much of a review was answered.
struct ReviewTally: Sendable {
  /// Whether a question has an answer.
  let hasFindings: Bool
  /// Whether a question has none yet.
  let hasRefusals: Bool

  init(_ review: Review) {
    let refusals = review.parts.map(\.refusals.count).reduce(0, +)
    let questions = review.parts.map(\.questionCount).reduce(0, +)
    hasFindings = questions > refusals
    hasRefusals = refusals > 0
  }
}

/// What became of the records of a folder.
struct FolderSummary {
  /// How many files are no records.
  let others: Int
  /// How many files were there before and are replaced.
  let replaced: Int
  /// How long it took.
  var elapsed = Duration.zero
  /// How many records could not be reviewed.
  private(set) var failed = 0
  private var reviewed = 0
  private var withFindings = 0
  private var withRefusals = 0

  init(others: Int, replaced: Int) {
    self.others = others
    self.replaced = replaced
  }

  /// Counts a record.
  mutating func add(_ outcome: RecordOutcome) {
    switch outcome.end {
    case .failed: failed += 1
    case .written(let tally), .line(_, let tally):
      reviewed += 1
      if tally.hasFindings { withFindings += 1 }
      if tally.hasRefusals { withRefusals += 1 }
    }
  }

  /// The summary in sentences.
  var lines: [String] {
    let seconds = Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) / 1e18
    var lines = [
      "\(counted(reviewed, "person", "people")) reviewed in \(seconds.digits(1)) s: "
        + "\(withFindings) with findings, \(withRefusals) with a question that has no answer yet"
    ]
    if replaced > 0 { lines.append("\(counted(replaced, "report")) replaced") }
    if failed > 0 { lines.append("\(counted(failed, "record")) not reviewed, listed above") }
    if others > 0 {
      lines.append(
        "\(counted(others, "other file")) passed over, since the name does not end in "
          + RecordFolder.ending)
    }
    return lines
  }
}
