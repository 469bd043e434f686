import Interchange
import JSON

extension Problem {
  /// The problem for programs.
  var json: JSONValue {
    .object([
      "line": .number(line),
      "column": column.map { .string($0) } ?? .null,
      "reason": .string(reason),
      "cure": .string(cure),
    ])
  }
}
