import Interchange

/// The columns of a CSV file that an analysis needs.
struct Columns {
  let file: InputFile
  let separator: Separator
  let outcome: String
  let time: String?
  let regressors: [String]
  let group: String?

  /// Beyond this, squares and their sums leave the range of numbers.
  private static let largest = 1e100

  /// Reads the file.
  ///
  /// - Returns: its rows in order.
  /// - Throws: ``BadInput`` with line and column.
  func rows() throws -> [TableRow] {
    let table = try read()
    let moments = try moments(table)
    let groups = try group.map { try keys($0, table) }
    let values = try numbers(outcome, table)
    let others = try regressors.map { try numbers($0, table) }
    return table.lines.indices.map { row in
      TableRow(
        line: table.lines[row], moment: moments[row], value: values[row],
        regressors: others.map { $0[row] }, group: groups?[row])
    }
  }

  private func read() throws -> NumericTable {
    var reader = NumericTable.Reader(
      separator: separator, numbers: [outcome] + regressors,
      texts: [time, group].compactMap(\.self))
    do {
      try file.forEachChunk { try reader.read($0) }
      return try reader.finish()
    } catch let error as InterchangeError {
      throw BadInput(file.name, error)
    }
  }

  private func numbers(_ column: String, _ table: NumericTable) throws -> [Double?] {
    let values = table.numbers[column] ?? []
    for (line, value) in zip(table.lines, values) where abs(value ?? 0) >= Self.largest {
      throw BadInput(
        place(line, column), "\(value ?? 0) is too large to compute with",
        cure: "correct the value or leave it empty")
    }
    return values
  }

  /// The times; without a column of times, the groups or else the numbers of the rows.
  private func moments(_ table: NumericTable) throws -> [Moment] {
    guard let column = time ?? group else {
      return table.lines.indices.map { .number(Double($0 + 1)) }
    }
    var moments: [Moment] = []
    for (line, text) in zip(table.lines, table.texts[column] ?? []) {
      guard let moment = Moment(text) else {
        throw BadInput(
          place(line, column), "\"\(text.prefix(40))\" is neither a number nor a date",
          cure: "write a number of days, or a date such as 2026-03-01, in every row")
      }
      if let first = moments.first, first.isDate != moment.isDate {
        throw BadInput(
          place(line, column), "\(moment.text) stands among times written like \(first.text)",
          cure: "write either numbers or dates")
      }
      moments.append(moment)
    }
    return moments
  }

  private func keys(_ column: String, _ table: NumericTable) throws -> [String] {
    let keys = table.texts[column] ?? []
    for (line, key) in zip(table.lines, keys) where key.allSatisfy(\.isWhitespace) {
      throw BadInput(
        place(line, column), "the cell is empty", cure: "say in every row what it belongs to")
    }
    return keys
  }

  private func place(_ line: Int, _ column: String) -> String {
    "\(file.name): line \(line), column \(column)"
  }
}
