import ArgumentParser
import MemoryScience

/// A column and the value that a list must have in it.
struct ListCondition: ExpressibleByArgument {
  let column: String
  let value: String

  init?(argument: String) {
    let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else { return nil }
    (column, value) = (String(parts[0]), String(parts[1]))
  }
}

/// Which transitions count: `all`, `within:COLUMN` or `between:COLUMN`.
enum TransitionChoice: ExpressibleByArgument, CustomStringConvertible {
  case all
  case within(String)
  case between(String)

  init?(argument: String) {
    let parts = argument.split(separator: ":", maxSplits: 1).map(String.init)
    switch (parts.first, parts.count) {
    case ("all", 1): self = .all
    case ("within", 2): self = .within(parts[1])
    case ("between", 2): self = .between(parts[1])
    default: return nil
    }
  }

  var description: String {
    switch self {
    case .all: "all"
    case .within(let column): "within:\(column)"
    case .between(let column): "between:\(column)"
    }
  }

  /// The column that is needed.
  var column: String? {
    switch self {
    case .all: nil
    case .within(let column), .between(let column): column
    }
  }

  /// The rule of the library.
  var rule: TransitionRule {
    switch self {
    case .all: .all
    case .within(let column): .within(column)
    case .between(let column): .between(column)
    }
  }
}

/// How typed words are compared with studied ones.
enum SpellingChoice: String, CaseIterable, ExpressibleByArgument {
  case exact
  case tolerant

  /// The rule of the library.
  var spelling: Spelling {
    switch self {
    case .exact: .exact
    case .tolerant: .tolerant()
    }
  }
}

/// How the intervals of one person are found.
enum IntervalChoice: String, CaseIterable, ExpressibleByArgument {
  case usual
  case bca
  case percentile
  case exact

  /// The method of the library, `nil` for the usual one of each analysis.
  var method: RecallInterval.Method? {
    switch self {
    case .usual: nil
    case .bca: .bca
    case .percentile: .percentile
    case .exact: .exact
    }
  }
}
