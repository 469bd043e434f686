/// What is done with a sum of points: (sum − subtract) · multiply / divide.
public struct ScoreTransform: Hashable, Sendable {
  /// What is taken off first.
  public let subtract: Double
  /// What the rest is multiplied by.
  public let multiply: Double
  /// What the product is divided by, not 0.
  public let divide: Double

  /// Leaves a sum as it is.
  static let identity = ScoreTransform(subtract: 0, multiply: 1, divide: 1)

  /// Applies it.
  ///
  /// - Parameter sum: a sum of points.
  /// - Returns: the total.
  public func callAsFunction(_ sum: Double) -> Double { (sum - subtract) * multiply / divide }
}
