import ArgumentParser
import Inference

/// `anamnesis changepoints`
struct ChangePointsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "changepoints",
    abstract: "Find where the mean of a column changed.",
    discussion: """
      Least squares over all segmentations, the number of changes by the BIC (Bai and Perron 2003). \
      A change lies between two observations and is reported as such. Missing values are left out. A \
      series that drifts or repeats itself from day to day shows more changes than it has.

      EXAMPLES:
        anamnesis changepoints scores.csv --time date --outcome total
        anamnesis changepoints beeps.csv --outcome weekly --once-per day
        anamnesis changepoints scores.csv --outcome total --maximum 5 --format json
      """)

  @OptionGroup var table: TableOptions

  @Option(
    help: ArgumentHelp("The fewest values between two changes.", valueName: "count"))
  var minimumSegment = 4

  @Option(help: ArgumentHelp("The most changes to look for.", valueName: "count"))
  var maximum = 3

  @Option(
    help: ArgumentHelp(
      "Take one value for each value of this column, for a rating that is repeated on many rows.",
      valueName: "column"))
  var oncePer: String?

  func validate() throws {
    guard (1...10_000).contains(minimumSegment) else {
      throw ValidationError("--minimum-segment: write a number from 1 to 10000.")
    }
    guard (0...100).contains(maximum) else {
      throw ValidationError("--maximum: write a number from 0 to 100.")
    }
  }

  func run() throws {
    let rows = try values().inTime
    do {
      let changes = try ChangePoints(
        rows.compactMap(\.value), minimumSegment: minimumSegment, maximumBreaks: maximum)
      try ChangePointsResult(
        outcome: table.outcome, moments: rows.map(\.moment), minimumSegment: minimumSegment,
        changes: changes
      ).print(as: table.format)
    } catch let error as InferenceError {
      throw BadInput(table.place, error)
    }
  }

  /// The rows with a value, one for each group where rows are grouped.
  private func values() throws -> [TableRow] {
    let rows = try table.rows(group: oncePer).filter { $0.value != nil }
    guard let oncePer else { return rows }
    return try rows.grouped.compactMap { group in
      for row in group where row.value != group[0].value {
        throw BadInput(
          "\(table.file.name): line \(row.line), column \(table.outcome)",
          "the value differs from that of line \(group[0].line), and both say "
            + "\(row.group ?? "") in column \(oncePer)",
          cure: "correct one of them, or leave --once-per out")
      }
      return group.first
    }
  }
}
