import Interchange

/// Reads the columns of a table of visits.
struct CohortReading {
  private let options: CohortOptions
  private let file: InputFile

  /// Beyond this, squares and their sums leave the range of numbers.
  private static let largest = 1e100

  init(_ options: CohortOptions, file: InputFile) {
    self.options = options
    self.file = file
  }

  /// The chosen columns of the whole file.
  func table() throws -> NumericTable {
    var reader = NumericTable.Reader(
      separator: options.separator, numbers: [options.outcome] + options.covariates.names,
      texts: [options.person, options.time] + [options.by, options.group].compactMap(\.self))
    do {
      try file.forEachChunk { try reader.read($0) }
      return try reader.finish()
    } catch let error as InterchangeError {
      throw BadInput(file.name, error)
    }
  }

  /// A column of numbers, `nil` where missing.
  func numbers(_ column: String, _ table: NumericTable) throws -> [Double?] {
    let values = table.numbers[column] ?? []
    for (line, value) in zip(table.lines, values) where abs(value ?? 0) >= Self.largest {
      throw BadInput(
        place(line, column), "\(value ?? 0) is too large to compute with",
        cure: "correct the value or leave it empty")
    }
    return values
  }

  /// A column of texts, none of them empty.
  func texts(_ column: String, _ table: NumericTable) throws -> [String] {
    let texts = table.texts[column] ?? []
    for (line, text) in zip(table.lines, texts) where text.allSatisfy(\.isWhitespace) {
      throw BadInput(
        place(line, column), "the cell is empty", cure: "say in every row what it belongs to")
    }
    return texts
  }

  /// The times, all numbers or all dates.
  func moments(_ table: NumericTable) throws -> [Moment] {
    var moments: [Moment] = []
    for (line, text) in zip(table.lines, table.texts[options.time] ?? []) {
      guard let moment = Moment(text) else {
        throw BadInput(
          place(line, options.time), "\"\(text.prefix(40))\" is neither a number nor a date",
          cure: "write a number of weeks, or a date such as 2026-03-01, in every row")
      }
      if let first = moments.first, first.isDate != moment.isDate {
        throw BadInput(
          place(line, options.time),
          "\(moment.text) stands among times written like \(first.text)",
          cure: "write either numbers or dates")
      }
      moments.append(moment)
    }
    return moments
  }

  /// The arms and the place of each row's arm among them, the reference first.
  func arms(_ table: NumericTable) throws -> (names: [String], codes: [Int]) {
    guard let column = options.by else {
      return ([], [Int](repeating: 0, count: table.lines.count))
    }
    let texts = try texts(column, table)
    var names = Set(texts).sorted()
    guard 2...20 ~= names.count else {
      throw BadInput(
        "\(file.name), column \(column)",
        "\(counted(names.count, "different value")) to compare by",
        cure: "name a column of 2 to 20 treatments or groups")
    }
    if let reference = options.reference {
      guard let place = names.firstIndex(of: reference) else {
        throw BadInput(
          "--reference", "\"\(reference)\" is not in column \(column)",
          cure: "write one of \(names.joined(separator: ", "))")
      }
      names.insert(names.remove(at: place), at: 0)
    }
    let places = Dictionary(uniqueKeysWithValues: zip(names, names.indices))
    return (names, texts.map { places[$0] ?? 0 })
  }

  /// Refuses times before the start where the logarithm has none.
  func checkWeeks(_ rows: [CohortTable.Row]) throws {
    guard options.needsIntake, let row = rows.first(where: { $0.week < 0 }) else { return }
    throw BadInput(
      place(row.line, options.time), "\(row.week.short) lies before the start of treatment",
      cure: "count weeks from intake, from 0 on, or use --time-scale linear")
  }

  private func place(_ line: Int, _ column: String) -> String {
    "\(file.name): line \(line), column \(column)"
  }
}
