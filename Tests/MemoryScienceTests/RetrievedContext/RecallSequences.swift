@testable import MemoryScience

/// All ways to recall a list of a few items, in any number and order.
enum RecallSequences {
  static func all(of count: Int) -> [[Int]] {
    var found: [[Int]] = [[]]
    var longest: [[Int]] = [[]]
    for _ in 0..<count {
      longest = longest.flatMap { sequence in
        (0..<count).filter { !sequence.contains($0) }.map { sequence + [$0] }
      }
      found += longest
    }
    return found
  }
}
