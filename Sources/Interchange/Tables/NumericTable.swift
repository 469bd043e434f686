/// Chosen columns of a CSV file as numbers and as texts.
///
/// Empty cells, `NA`, `NaN` and `.` are missing values, whatever their case. Everything else that
/// is not a finite decimal number is an error that names its line and column: nothing is skipped
/// in silence, because a left-out row would move all later ones in time.
///
/// ```swift
/// var reader = NumericTable.Reader(numbers: ["y"], texts: ["date"])
/// for chunk in chunks { try reader.read(chunk) }
/// let table = try reader.finish()
/// ```
public struct NumericTable: Hashable, Sendable {
  /// The values of each numeric column by name, `nil` where missing.
  public internal(set) var numbers: [String: [Double?]] = [:]
  /// The cells of each text column by name.
  public internal(set) var texts: [String: [String]] = [:]
  /// The physical line at which each row starts.
  public internal(set) var lines: [Int] = []

  /// The number of rows.
  public var rowCount: Int { lines.count }

  /// Reads a whole file that is in memory.
  ///
  /// - Parameters:
  ///   - bytes: the file.
  ///   - separator: the character between fields.
  ///   - numbers: the names of the columns to read as numbers.
  ///   - texts: the names of the columns to read as texts.
  /// - Throws: the first fault, with its place and its cure.
  public init(
    _ bytes: some Sequence<UInt8>, separator: Separator = .comma, numbers: [String],
    texts: [String] = []
  ) throws(InterchangeError) {
    var reader = Reader(separator: separator, numbers: numbers, texts: texts)
    try reader.read(bytes)
    self = try reader.finish()
  }

  init() {}
}
