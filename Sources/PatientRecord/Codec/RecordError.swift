/// Why a line of a record cannot be taken, or an entry not be written, and where.
public struct RecordError: Error, Hashable, Sendable {
  /// The line, counted from 1; nil when writing.
  public let line: Int?
  /// The path of the field, such as `fact.checkIn.ratings[2].value`; empty for the whole line.
  public let field: String
  /// What is wrong.
  public let reason: String

  init(line: Int?, field: String = "", reason: String) {
    self.line = line
    self.field = field
    self.reason = reason
  }
}

extension RecordError: CustomStringConvertible {
  public var description: String {
    [line.map { "line \($0)" }, field.isEmpty ? nil : field, reason].compactMap(\.self)
      .joined(separator: ": ")
  }
}
