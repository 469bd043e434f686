public import JSON

/// The scale a rating was given on.
public struct RatingScale: Hashable, Sendable, Codable {
  /// Which end is the good one.
  public enum Direction: String, Choice {
    /// A higher value is better.
    case higherIsBetter
    /// A higher value is worse.
    case higherIsWorse
    /// Neither end is good or bad in itself.
    case neutral
  }

  /// The lowest value.
  public let minimum: Double
  /// The highest value.
  public let maximum: Double
  /// Which end is the good one.
  public let direction: Direction

  /// Creates a scale.
  ///
  /// - Parameters:
  ///   - minimum: the lowest value.
  ///   - maximum: the highest value, above the lowest.
  ///   - direction: which end is the good one.
  /// - Throws: an error when an end is not finite or the ends are not in order.
  public init(minimum: Double, maximum: Double, direction: Direction) throws(FieldError) {
    guard minimum.isFinite else { throw FieldError("minimum", "\(minimum) is not finite") }
    guard maximum.isFinite, maximum > minimum else {
      throw FieldError("maximum", "\(maximum) is not above the minimum \(minimum)")
    }
    self.minimum = minimum
    self.maximum = maximum
    self.direction = direction
  }

  private enum CodingKeys: String, CodingKey {
    case minimum, maximum, direction
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    try self.init(
      minimum: container.decode(Double.self, forKey: .minimum),
      maximum: container.decode(Double.self, forKey: .maximum),
      direction: container.decode(Direction.self, forKey: .direction))
  }

  /// Tells whether a value can be given on the scale.
  ///
  /// - Parameter value: the value to check.
  /// - Returns: true from the lowest to the highest value, both included.
  public func contains(_ value: Double) -> Bool { value >= minimum && value <= maximum }
}
