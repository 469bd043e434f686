/// A named column of numbers, one for each row of the data.
public struct ModelColumn: Hashable, Sendable {
  /// What the column is called in results and messages.
  public let name: String
  /// One finite number for each row.
  public let values: [Double]

  /// Names a column.
  ///
  /// - Parameters:
  ///   - name: what it is called in results and messages.
  ///   - values: one finite number for each row.
  public init(_ name: String, _ values: [Double]) {
    self.name = name
    self.values = values
  }

  /// The column of ones.
  ///
  /// - Parameter rows: how many.
  /// - Returns: a column named "intercept".
  public static func intercept(rows: Int) -> ModelColumn {
    ModelColumn("intercept", [Double](repeating: 1, count: max(rows, 0)))
  }

  /// The row by row product with another column.
  ///
  /// - Parameter other: a column of as many rows.
  /// - Returns: the interaction, named "a × b".
  public func times(_ other: ModelColumn) -> ModelColumn {
    ModelColumn("\(name) × \(other.name)", zip(values, other.values).map { $0 * $1 })
  }

  /// Refuses a column that cannot be used.
  ///
  /// - Parameter rows: how many values there should be.
  /// - Throws: ``InferenceError`` that names the column and the row, counted from 1.
  func check(rows: Int) throws(InferenceError) {
    guard values.count == rows else {
      throw .unusable("\"\(name)\" has \(values.count) values for \(rows) rows")
    }
    if let row = values.firstIndex(where: { !$0.isFinite || abs($0) > 1e100 }) {
      throw .unusable(
        "\"\(name)\" holds \(values[row]) in row \(row + 1); leave the row out or correct it")
    }
  }
}
