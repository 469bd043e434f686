/// One row or cell of a file that could not be read, with the reason and the cure.
public struct Problem: Hashable, Sendable {
  /// The physical line at which the row starts, counted from 1.
  public let line: Int
  /// The name of the column, when one cell is meant and not the whole row.
  public let column: String?
  /// What is wrong.
  public let reason: String
  /// What to do about it.
  public let cure: String

  /// Creates a problem.
  ///
  /// - Parameters:
  ///   - line: the physical line at which the row starts, counted from 1.
  ///   - column: the name of the column when one cell is meant.
  ///   - reason: what is wrong, without a full stop.
  ///   - cure: what to do about it, without a full stop.
  public init(line: Int, column: String? = nil, reason: String, cure: String) {
    self.line = line
    self.column = column
    self.reason = reason
    self.cure = cure
  }
}

extension Problem: CustomStringConvertible {
  /// One line of text: place, reason, cure.
  public var description: String {
    let place = column.map { "line \(line), column \($0)" } ?? "line \(line)"
    return "\(place): \(reason); \(cure)"
  }
}
