/// The sum and the sum of squares of whole numbers, one for each person.
///
/// Whole numbers add up to the same in any order, so results do not depend on threads or shards.
public struct PairedSum: Hashable, Sendable {
  /// How many people.
  public var count = 0
  /// The sum.
  public var sum = 0
  /// The sum of squares.
  public var squares = 0

  /// Nothing yet.
  public init() {}

  mutating func add(_ value: Int) {
    count += 1
    sum += value
    squares += value * value
  }

  static func += (_ total: inout PairedSum, _ part: PairedSum) {
    total.count += part.count
    total.sum += part.sum
    total.squares += part.squares
  }

  /// The mean; nil without people.
  public var mean: Double? { count > 0 ? Double(sum) / Double(count) : nil }

  /// The standard deviation between people; nil for fewer than two.
  public var deviation: Double? {
    guard count > 1 else { return nil }
    let number = Double(count)
    let about = Double(squares) - Double(sum) * Double(sum) / number
    return (max(0, about) / (number - 1)).squareRoot()
  }

  /// The standard error of the mean; nil for fewer than two people.
  public var standardError: Double? { deviation.map { $0 / Double(count).squareRoot() } }
}
