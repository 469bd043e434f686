import ArgumentParser

/// Names of columns, separated by commas.
struct ColumnList: ExpressibleByArgument, CustomStringConvertible {
  let names: [String]

  init() { names = [] }

  init?(argument: String) {
    names = argument.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    guard names.allSatisfy({ !$0.isEmpty }), Set(names).count == names.count else { return nil }
  }

  var description: String { names.isEmpty ? "none" : names.joined(separator: ",") }
}
