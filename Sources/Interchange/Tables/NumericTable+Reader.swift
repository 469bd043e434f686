extension NumericTable {
  /// Fills a table from chunks of bytes; memory grows with the chosen columns only.
  public struct Reader: Sendable {
    private var reader: CSVReader
    private var filling: Filling

    /// Creates a reader.
    ///
    /// - Parameters:
    ///   - separator: the character between fields.
    ///   - numbers: the names of the columns to read as numbers.
    ///   - texts: the names of the columns to read as texts.
    public init(separator: Separator = .comma, numbers: [String], texts: [String] = []) {
      reader = CSVReader(separator: separator)
      filling = Filling(numbers: numbers, texts: texts)
    }

    /// Reads the next bytes of the file.
    ///
    /// - Parameter bytes: any part of the file, cut anywhere.
    /// - Throws: the first fault, with its place and its cure; further calls throw the same.
    public mutating func read(_ bytes: some Sequence<UInt8>) throws(InterchangeError) {
      if let failure = filling.failure { throw failure }
      try reader.read(bytes) { filling.add($0) }
      if let failure = filling.failure { throw failure }
    }

    /// Ends the file.
    ///
    /// - Returns: the table.
    /// - Throws: the first fault, such as a file without rows.
    public mutating func finish() throws(InterchangeError) -> NumericTable {
      if let failure = filling.failure { throw failure }
      try reader.finish { filling.add($0) }
      if let failure = filling.failure { throw failure }
      guard !filling.lines.isEmpty else { throw .headerOnly }
      return filling.table
    }
  }

  /// The columns while they fill.
  struct Filling: Sendable {
    var failure: InterchangeError?
    var lines: [Int] = []
    private let numberNames: [String]
    private let textNames: [String]
    private var numberIndices: [Int] = []
    private var textIndices: [Int] = []
    private var numbers: [[Double?]]
    private var texts: [[String]]

    init(numbers: [String], texts: [String]) {
      numberNames = numbers
      textNames = texts
      self.numbers = numbers.map { _ in [] }
      self.texts = texts.map { _ in [] }
    }

    var table: NumericTable {
      var table = NumericTable()
      table.lines = lines
      for (name, values) in zip(numberNames, numbers) { table.numbers[name] = values }
      for (name, values) in zip(textNames, texts) { table.texts[name] = values }
      return table
    }

    mutating func add(_ event: CSVEvent) {
      guard failure == nil else { return }
      switch event {
      case .header(let names): bind(ColumnNames(names))
      case .problem(let problem): failure = InterchangeError(problem)
      case .row(let row): add(row)
      }
    }

    private mutating func bind(_ names: ColumnNames) {
      do throws(InterchangeError) {
        for name in numberNames {
          numberIndices.append(try names.index(of: name, place: "line 1"))
        }
        for name in textNames { textIndices.append(try names.index(of: name, place: "line 1")) }
      } catch {
        failure = error
      }
    }

    private mutating func add(_ row: CSVRow) {
      lines.append(row.line)
      for (slot, index) in textIndices.enumerated() { texts[slot].append(row[index]) }
      for (slot, index) in numberIndices.enumerated() {
        switch NumberText(row[index], markers: NumberText.usualMarkers) {
        case .missing: numbers[slot].append(nil)
        case .number(let number): numbers[slot].append(number)
        case .unreadable(let reason, let cure):
          let column = numberNames[slot]
          failure = InterchangeError(
            Problem(line: row.line, column: column, reason: reason, cure: cure))
          return
        }
      }
    }
  }
}

extension InterchangeError {
  /// A file that names its columns and holds nothing.
  static let headerOnly = InterchangeError(
    place: "line 1", reason: "the file has a header and no rows",
    cure: "give a file with at least one row of values")
}
