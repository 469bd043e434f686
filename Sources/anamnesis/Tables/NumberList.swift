import ArgumentParser

/// Numbers, separated by commas.
struct NumberList: ExpressibleByArgument, CustomStringConvertible {
  let numbers: [Double]

  init(_ numbers: [Double]) { self.numbers = numbers }

  init?(argument: String) {
    let parts = argument.split(separator: ",", omittingEmptySubsequences: false)
    numbers = parts.compactMap { Double($0) }.filter(\.isFinite)
    guard numbers.count == parts.count else { return nil }
  }

  var description: String { numbers.map(\.short).joined(separator: ",") }
}
