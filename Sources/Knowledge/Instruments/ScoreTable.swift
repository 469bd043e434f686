/// A table from sums of points to scores with mean 50 and standard deviation 10 in a reference
/// population.
public struct ScoreTable: Hashable, Sendable {
  /// One line of the table.
  public struct Row: Hashable, Sendable {
    /// The sum of points.
    public let sum: Int
    /// The score.
    public let score: Double
    /// The standard error of the score; nil where the table does not give it.
    public let standardError: Double?
  }

  /// The lines, one for each possible sum, rising.
  public let rows: [Row]

  /// Finds the line of a sum.
  ///
  /// - Parameter sum: a sum of points.
  /// - Returns: the line, or nil when no answers have this sum.
  public func row(forSum sum: Int) -> Row? { rows.first { $0.sum == sum } }

  /// Finds the standard error of a score.
  ///
  /// - Parameter score: a score as it stands in the table, give or take rounding to a tenth.
  /// - Returns: its standard error, or nil when the score is not in the table or has none there.
  public func standardError(ofScore score: Double) -> Double? {
    rows.first { abs($0.score - score) < 0.05 }?.standardError
  }
}
