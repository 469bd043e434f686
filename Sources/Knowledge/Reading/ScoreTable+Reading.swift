extension ScoreTable {
  /// Reads a table.
  ///
  /// - Parameter field: a list of lines `[sum, score]` or `[sum, score, standard error]`.
  /// - Throws: an error when a line is none of these, or sums and scores do not rise together.
  init(_ field: Field) throws(KnowledgeError) {
    var rows: [Row] = []
    for element in try field.list() {
      let cells = try element.list()
      guard cells.count == 2 || cells.count == 3 else {
        throw element.failure(expected: "a sum, a score and perhaps its standard error")
      }
      let row = Row(
        sum: try cells[0].integer(in: 0...10_000), score: try cells[1].number(),
        standardError: cells.count == 3 ? try cells[2].number() : nil)
      guard row.standardError.map({ $0 > 0 }) ?? true else {
        throw cells[2].failure(expected: "a number above 0")
      }
      if let last = rows.last, row.sum != last.sum + 1 || row.score <= last.score {
        throw element.failure(
          .inconsistent("sums rise by 1 from line to line, and scores with them"))
      }
      rows.append(row)
    }
    guard !rows.isEmpty else { throw field.failure(.missing) }
    self.init(rows: rows)
  }
}
