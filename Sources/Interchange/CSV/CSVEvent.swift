/// What a ``CSVReader`` found next in the file.
public enum CSVEvent: Sendable {
  /// The names of the columns; always the first event.
  case header([String])
  /// A row below the header with as many fields as the header.
  case row(CSVRow)
  /// A row that cannot be read; reading goes on behind it.
  case problem(Problem)
}
