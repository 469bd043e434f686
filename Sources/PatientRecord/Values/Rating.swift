public import JSON

/// A value given on a scale.
public struct Rating: Hashable, Sendable, Codable {
  /// The value; on the scale.
  public let value: Double
  /// The scale it was given on.
  public let scale: RatingScale

  /// Creates a rating.
  ///
  /// - Parameters:
  ///   - value: the value.
  ///   - scale: the scale it was given on.
  /// - Throws: an error that names value and scale when the value is not on it.
  public init(_ value: Double, on scale: RatingScale) throws(FieldError) {
    guard scale.contains(value) else {
      throw FieldError(
        "value", "\(value) is not on the scale from \(scale.minimum) to \(scale.maximum)")
    }
    self.value = value
    self.scale = scale
  }

  private enum CodingKeys: String, CodingKey {
    case value, scale
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    try self.init(
      container.decode(Double.self, forKey: .value),
      on: container.decode(RatingScale.self, forKey: .scale))
  }
}
