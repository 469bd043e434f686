/// The names in a header, to look columns up by.
struct ColumnNames: Sendable {
  let names: [String]
  private let indices: [String: [Int]]

  init(_ names: [String]) {
    self.names = names
    indices = Dictionary(grouping: names.indices) { names[$0] }
  }

  /// Finds a column.
  ///
  /// - Parameters:
  ///   - name: the name as the header writes it.
  ///   - place: who asks for it, for the message.
  /// - Returns: the index of the column.
  /// - Throws: that there is none, with the names there are, or that there are several.
  func index(of name: String, place: String) throws(InterchangeError) -> Int {
    let found = indices[name] ?? []
    guard let index = found.first else {
      throw InterchangeError(
        place: place, reason: "the file has no column \(name.quotedShort)", cure: advice(for: name))
    }
    guard found.count == 1 else {
      throw InterchangeError(
        place: place, reason: "the file has \(found.count) columns named \(name.quotedShort)",
        cure: "give each column its own name")
    }
    return index
  }

  private func advice(for name: String) -> String {
    let shown = names.prefix(40).map(\.quotedShort).joined(separator: ", ")
    let rest = names.count > 40 ? " and \(names.count - 40) more" : ""
    let list = "its columns are \(shown)\(rest)"
    return nearest(to: name, among: names).map { "did you mean \($0.quotedShort)? \(list)" } ?? list
  }
}

/// The name that differs in the fewest letters, if it is near enough to be meant.
func nearest(to name: String, among names: [String]) -> String? {
  let wanted = Array(name.lowercased().utf8.prefix(100))
  let distances = names.prefix(1000).map { candidate in
    (candidate, editDistance(wanted, Array(candidate.lowercased().utf8.prefix(100))))
  }
  guard let best = distances.min(by: { $0.1 < $1.1 }), best.1 <= max(1, wanted.count / 3),
    best.1 < wanted.count
  else {
    return nil
  }
  return best.0
}

/// The number of letters to insert, remove or replace to turn one text into the other
/// (Levenshtein 1966).
private func editDistance(_ left: [UInt8], _ right: [UInt8]) -> Int {
  var previous = Array(0...right.count)
  for (row, letter) in left.enumerated() {
    var current = [row + 1]
    for (column, other) in right.enumerated() {
      let replaced = previous[column] + (letter == other ? 0 : 1)
      current.append(min(replaced, previous[column + 1] + 1, current[column] + 1))
    }
    previous = current
  }
  return previous[right.count]
}
