/// When memories are reviewed.
public enum PracticePlan: Hashable, Sendable {
  /// Whenever recall has fallen to this probability, but no sooner than after a day.
  case desiredRetention(Double)
  /// On fixed days after the first review, in increasing order, whatever happened.
  case fixedDays([Double])

  func check() throws(MemoryScienceError) {
    switch self {
    case .desiredRetention(let retention):
      guard retention > 0, retention < 1 else {
        throw .option("desired retention \(retention): give a number above 0 and below 1")
      }
    case .fixedDays(let days):
      let gaps = zip([0] + days, days).map { $1 - $0 }
      guard days.count <= 10_000, gaps.allSatisfy({ $0 > 0 && $0 <= 36_500 }) else {
        throw .option("fixed days: give 10000 at most, increasing, each above 0")
      }
    }
  }
}
