/// Kendall's rank correlation tau-b of two equally long lists.
///
/// Pairs of positions count +1 where both lists order them the same way and -1 where they do not;
/// ties are taken out of the scale. Complexity: O(n log n). Sources: Kendall (1945), Biometrika
/// 33:239; Knight (1966), J Am Stat Assoc 61:436.
public struct KendallTau: Hashable, Sendable {
  /// The coefficient, from -1 to 1.
  public let tauB: Double
  /// How many positions were compared.
  public let count: Int

  /// Compares two lists.
  ///
  /// - Parameters:
  ///   - x: the first list.
  ///   - y: the second list; nothing is created where the lengths differ, a number is not finite, or
  ///     a list holds fewer than two different values.
  public init?(_ x: [Double], _ y: [Double]) {
    guard x.count == y.count, x.count > 1, x.allSatisfy(\.isFinite), y.allSatisfy(\.isFinite)
    else { return nil }
    let order = KendallTau.isIncreasing(x) ? nil : KendallTau.order(x, y)
    let first = order.map { $0.map { x[$0] } } ?? x
    var second = order.map { $0.map { y[$0] } } ?? y
    let tiedFirst = KendallTau.ties(in: first.indices) { first[$0] == first[$1] }
    let tiedBoth = KendallTau.ties(in: first.indices) {
      first[$0] == first[$1] && second[$0] == second[$1]
    }
    let exchanges = KendallTau.sort(&second)
    let tiedSecond = KendallTau.ties(in: second.indices) { second[$0] == second[$1] }
    let pairs = Double(x.count) * Double(x.count - 1) / 2
    let scale = (pairs - tiedFirst).squareRoot() * (pairs - tiedSecond).squareRoot()
    guard scale > 0 else { return nil }
    tauB = (pairs - tiedFirst - tiedSecond + tiedBoth - 2 * exchanges) / scale
    count = x.count
  }

  /// The standard deviation that the coefficient has when all orders are equally likely, without
  /// ties: it does not hold for values that depend on their neighbours.
  public var independenceDeviation: Double {
    let size = Double(count)
    return (2 * (2 * size + 5) / (9 * size * (size - 1))).squareRoot()
  }

  private static func isIncreasing(_ x: [Double]) -> Bool {
    zip(x, x.dropFirst()).allSatisfy { $0 < $1 }
  }

  private static func order(_ x: [Double], _ y: [Double]) -> [Int] {
    x.indices.sorted { (x[$0], y[$0]) < (x[$1], y[$1]) }
  }

  /// The number of pairs within runs of equal neighbours.
  private static func ties(in indices: Range<Int>, _ equal: (Int, Int) -> Bool) -> Double {
    var run = 1.0
    var pairs = 0.0
    for index in indices.dropFirst() {
      run = equal(index - 1, index) ? run + 1 : 1
      pairs += run - 1
    }
    return pairs
  }

  /// Sorts by merging and counts the exchanges of neighbours that this takes.
  private static func sort(_ values: inout [Double]) -> Double {
    var source = values
    var exchanges = 0.0
    var width = 1
    while width < source.count {
      var start = 0
      while start < source.count {
        let middle = min(start + width, source.count)
        let end = min(middle + width, source.count)
        var (left, right) = (start, middle)
        for target in start..<end {
          if left < middle, right == end || source[left] <= source[right] {
            values[target] = source[left]
            left += 1
          } else {
            values[target] = source[right]
            exchanges += Double(middle - left)
            right += 1
          }
        }
        start = end
      }
      swap(&source, &values)
      width *= 2
    }
    values = source
    return exchanges
  }
}
