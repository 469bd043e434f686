/// Finds what somebody may have meant.
enum Spelling {
  /// The most similar of some words.
  ///
  /// - Returns: the word that the fewest changes of single letters lead to; `nil` when all need more
  ///   than a third of the letters.
  static func nearest(to word: String, in words: [String]) -> String? {
    guard word.utf8.count <= 100 else { return nil }
    let ranked = words.map { ($0, distance(Array(word.utf8), Array($0.utf8))) }
    guard let best = ranked.min(by: { $0.1 < $1.1 }), best.1 * 3 <= best.0.utf8.count else {
      return nil
    }
    return best.0
  }

  /// The number of letters to add, take away or replace (Levenshtein 1966).
  private static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
    var row = Array(0...right.count)
    for (i, letter) in left.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, other) in right.enumerated() {
        let next = min(row[j] + 1, row[j + 1] + 1, diagonal + (letter == other ? 0 : 1))
        diagonal = row[j + 1]
        row[j + 1] = next
      }
    }
    return row[right.count]
  }
}
