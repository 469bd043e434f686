import ArgumentParser
import Interchange

/// What all analyses of a CSV file are told.
struct TableOptions: ParsableArguments {
  @Argument(help: "The CSV file, its first line naming the columns; - reads the standard input.")
  var file: InputFile

  @Option(help: ArgumentHelp("The column to analyse.", valueName: "column"))
  var outcome: String

  @Option(
    help: ArgumentHelp(
      "The column of times, numbers or dates (default: the number of the row).",
      valueName: "column"))
  var time: String?

  @Option(help: "The character between fields.")
  var separator = Separator.comma

  @Option(help: "How to write the result.")
  var format = OutputFormat.text

  /// The file and column, for messages.
  var place: String { "\(file.name), column \(outcome)" }

  /// Reads the chosen columns.
  ///
  /// - Parameters:
  ///   - regressors: further columns of numbers.
  ///   - group: a column whose equal values belong together.
  /// - Returns: the rows in the order of the file.
  /// - Throws: ``BadInput`` with file, line and column.
  func rows(regressors: [String] = [], group: String? = nil) throws -> [TableRow] {
    try Columns(
      file: file, separator: separator, outcome: outcome, time: time, regressors: regressors,
      group: group
    ).rows()
  }
}
