/// The optimal string alignment distance: how many letters to insert, remove, replace or swap with
/// their neighbour turn one word into the other, no letter being touched twice.
///
/// Source: Damerau 1964 for the four kinds of error, of which he found more than 80 % of misspelt
/// words to hold just one; the recursion is that of Wagner & Fischer 1974 with the swap added.
///
/// - Parameters:
///   - left: the letters of a word.
///   - right: the letters of another.
///   - limit: the greatest distance of interest.
/// - Returns: the distance, `nil` when it is beyond the limit.
func editDistance(_ left: [Character], _ right: [Character], limit: Int) -> Int? {
  guard abs(left.count - right.count) <= limit else { return nil }
  var before: [Int] = []
  var previous = Array(0...right.count)
  for row in left.indices {
    var current = [row + 1]
    current.reserveCapacity(right.count + 1)
    for column in right.indices {
      let replaced = previous[column] + (left[row] == right[column] ? 0 : 1)
      var best = min(replaced, previous[column + 1] + 1, current[column] + 1)
      if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
        best = min(best, before[column - 1] + 1)
      }
      current.append(best)
    }
    // Neither of the last two rows leads below the limit any more.
    guard min(current.min() ?? 0, previous.min() ?? 0) <= limit else { return nil }
    (before, previous) = (previous, current)
  }
  return previous[right.count] <= limit ? previous[right.count] : nil
}
