import ArgumentParser

/// What somebody states of criteria, such as `adult=yes,sessions=no`.
struct StatementList: ExpressibleByArgument, CustomStringConvertible {
  let statements: [String: Bool]

  init() { statements = [:] }

  init?(argument: String) {
    var statements: [String: Bool] = [:]
    for piece in argument.split(separator: ",", omittingEmptySubsequences: false) {
      let sides = piece.split(separator: "=", omittingEmptySubsequences: false)
      guard sides.count == 2, !sides[0].isEmpty, let answer = Self.answers[String(sides[1])],
        statements.updateValue(answer, forKey: String(sides[0])) == nil
      else { return nil }
    }
    self.statements = statements
  }

  var description: String {
    let pairs = statements.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value ? "yes" : "no")" }
    return pairs.isEmpty ? "none" : pairs.joined(separator: ",")
  }

  private static let answers = ["yes": true, "no": false]
}
